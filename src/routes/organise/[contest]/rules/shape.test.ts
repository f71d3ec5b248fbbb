// The editor reaches every place of every document the schema takes, and whatever it makes fits the schema.
import { expect, test } from 'vitest';
import type { Way } from '#lib/contest/rules/compare-rules.ts';
import { emptyRules } from '#lib/contest/rules/empty-rules.ts';
import type { Rules } from '#lib/contest/rules/rules.ts';
import { ruleTemplates, templateCodes } from '#lib/contest/rules/templates.ts';
import { fullContest } from '#lib/formats/contest-file/full-contest.fixture.ts';
import { readRulesFile } from '#lib/formats/rules-file/read-rules-file.ts';
import { valueAt, withAdded, withValue } from './document.ts';
import { pieceOf, piecesOf, waysOf } from './pieces.ts';
import { placeWords, changeSentences } from './place-words.ts';
import { fieldsOf, type Body, type Field } from './shape/field.ts';
import { fieldsOnTheWay, rulesFields } from './shape/rules.ts';

const full = fullContest();
const documents: [string, Rules][] = [
	['full', full.rules],
	['nothing', emptyRules],
	...templateCodes.map((code): [string, Rules] => [code, ruleTemplates[code]])
];

function leaves(value: unknown, way: Way = []): Way[] {
	if (typeof value !== 'object' || value === null) return [way];
	return Object.entries(value).flatMap(([name, each]) =>
		leaves(each, [...way, Array.isArray(value) ? Number(name) : name])
	);
}

/** What one control writes at once: the last named step, without what a control writes inside. */
const written = new Set(['bilingual', 'numbers', 'picks']);
function isReached(rules: Rules, way: Way): boolean {
	const last = fieldsOnTheWay(rules, way).at(-1);
	if (!last) return false;
	const rest = way.slice(last.way.length);
	if (rest.length === 0) return true;
	if (written.has(last.field.kind)) return rest.length === 1;
	// The kind of an object is chosen, not typed.
	return rest.at(-1) === 'kind' && rest.length <= 2;
}

test.each(documents)('%s: every value has its field', (_, rules) => {
	const unreached = leaves(rules).filter((way) => way[0] !== 'format' && !isReached(rules, way));
	expect(unreached.map((way) => way.join('.'))).toEqual([]);
});

test.each(documents)('%s: every place is on a piece, and is called by its fields', (_, rules) => {
	const pieces = piecesOf(rules);
	expect(new Set(pieces.map(({ id }) => id)).size).toBe(pieces.length);
	for (const way of leaves(rules).filter((each) => each[0] !== 'format')) {
		const piece = pieceOf(pieces, way);
		expect(
			waysOf(piece).some((outer) => outer.every((step, at) => step === way[at])),
			way.join('.')
		).toBe(true);
		expect(placeWords(rules, way)).not.toBe('');
	}
});

/** Every way of adding, setting and choosing, one step from the document. */
function steps(rules: Rules, fields: Field[] = rulesFields, way: Way = []): [string, Rules][] {
	return fields.flatMap((field): [string, Rules][] => {
		const here = [...way, field.name];
		const around = { rules, rubrics: full.rubrics, way: here };
		const value = valueAt(rules, here);
		const inside = (body: Body, at: Way) => {
			const now = valueAt(rules, at);
			return now === null ? [] : steps(rules, fieldsOf(body, now), at);
		};
		const chosen = (body: Body, at: Way): [string, Rules][] =>
			'variants' in body
				? body.variants.map(({ kind, make }): [string, Rules] => [
						`${at.join('.')} ${kind}`,
						withValue(rules, at, make({ ...around, way: at }, (valueAt(rules, at) ?? undefined) as object | undefined))
					])
				: [];
		if (field.kind === 'object')
			return [
				...(field.make
					? [[`set ${here.join('.')}`, withValue(rules, here, field.make(around))] as [string, Rules]]
					: []),
				...(field.none ? [[`unset ${here.join('.')}`, withValue(rules, here, null)] as [string, Rules]] : []),
				...chosen(field.body, here),
				...inside(field.body, here)
			];
		if (field.kind !== 'list') return [];
		const makers = 'variants' in field.body ? field.body.variants.map(({ make }) => make) : [field.make];
		return [
			...makers.map((make): [string, Rules] => [`add to ${here.join('.')}`, withAdded(rules, here, make?.(around))]),
			...(value as unknown[]).flatMap((_, index) => [
				...chosen(field.body, [...here, index]),
				...inside(field.body, [...here, index])
			])
		];
	});
}

test.each(documents)('%s: whatever is added, set or chosen fits the schema', (_, rules) => {
	const made = steps(rules);
	expect(made.length).toBeGreaterThan(5);
	for (const [what, after] of made) {
		const reading = readRulesFile(new TextEncoder().encode(JSON.stringify(after)));
		expect(reading.ok ? [] : reading.problems.map(({ path, message }) => `${path}: ${message.en}`), what).toEqual([]);
		expect(changeSentences(rules, after).join(' '), what).not.toMatch(/undefined|\[object|NaN/);
	}
});

test('what changed is said in words', () => {
	const before = ruleTemplates['kien-thuc-thuyet-trinh'];
	const after = withValue(before, ['stages', 0, 'parts', 0, 'maxPoints'], 5000);
	expect(changeSentences(before, after)).toEqual([
		'Vòng thi «HT · Hội thi» › Phần thi «KT · Kiến thức» › Điểm tối đa của phần: 40,00 → 50,00'
	]);
});

test('a tie-break names the part it looks at, not only its code', () => {
	const rules = ruleTemplates['kien-thuc-thuyet-trinh'];
	const at = rules.stages[0]?.tieBreaks.findIndex(({ kind }) => kind === 'part') ?? -1;
	expect(placeWords(rules, ['stages', 0, 'tieBreaks', at])).toMatch(/: TT · \p{L}/u);
});
