// Two versions of the rules compared place by place, and which differences are only words.
import { expect, test } from 'vitest';
import { changesBetween, isOnlyWording, pathOf, wayOf } from './compare-rules.ts';
import type { Rules } from './rules.ts';
import { ruleTemplates } from './templates.ts';

const before = ruleTemplates['kien-thuc-thuyet-trinh'];

function changed(change: (rules: Rules) => void): Rules {
	const after = structuredClone(before);
	change(after);
	return after;
}
const paths = (after: Rules) => changesBetween(before, after).map(({ kind, way }) => `${kind} ${pathOf(way)}`);

test('nothing differs between a document and its copy, in whatever order the database keeps its fields', () => {
	const turned = Object.fromEntries(Object.entries(structuredClone(before)).reverse()) as unknown as Rules;
	expect(changesBetween(before, turned)).toEqual([]);
});

test('a value is named by its place in the later version', () => {
	const after = changed((rules) => {
		rules.stages[0]!.parts.reverse();
		rules.stages[0]!.parts[0]!.maxPoints = 5000;
	});
	expect(paths(after)).toEqual(['moved stages[0].parts', 'changed stages[0].parts[0].maxPoints']);
});

test('what was added and removed is named whole', () => {
	const after = changed((rules) => {
		rules.awards.splice(1, 1);
		rules.stages[0]!.tieBreaks.push({ kind: 'lots' });
	});
	expect(paths(after)).toEqual(['added stages[0].tieBreaks[6]', 'removed awards[1]']);
});

test('another kind is one change, not one for each of its fields', () => {
	const after = changed((rules) => {
		rules.awards[0]!.source = { kind: 'manual' };
		rules.stages[0]!.tieBreaks[0] = { kind: 'lots' };
	});
	expect(paths(after)).toEqual(['changed stages[0].tieBreaks[0]', 'changed awards[0].source']);
});

test('R250 titles, the reference and gifts are words; everything else counts, the order of awards too', () => {
	const words = changed((rules) => {
		rules.title.vi = 'Thể lệ năm 2026';
		rules.reference = 'Số 12-TL/BTC';
		rules.stages[0]!.parts[0]!.title.en = 'Quiz';
		rules.awards[0]!.gift = 'Giấy khen và 2.000.000 đồng';
	});
	expect(changesBetween(before, words)).toHaveLength(4);
	expect(changesBetween(before, words).every(isOnlyWording)).toBe(true);
	const counting: ((rules: Rules) => void)[] = [
		(rules) => (rules.stages[0]!.parts[0]!.maxPoints = 1),
		(rules) => (rules.stages[0]!.code = 'CK'),
		(rules) => rules.awards.reverse(),
		(rules) => rules.awards.push(structuredClone(rules.awards[0]!)),
		(rules) => (rules.awards[1]!.notWith = ['nhat']),
		(rules) => (rules.rounding.decimals = 1),
		(rules) => (rules.nomination = { to: { vi: 'Cấp tỉnh', en: 'Province' }, awards: [], top: null })
	];
	for (const change of counting) expect(changesBetween(before, changed(change)).every(isOnlyWording)).toBe(false);
});

test('a path and a way are the same place', () => {
	const path = 'stages[0].parts[12].panels[1].title.vi';
	expect(wayOf(path)).toEqual(['stages', 0, 'parts', 12, 'panels', 1, 'title', 'vi']);
	expect(pathOf(wayOf(path))).toBe(path);
});
