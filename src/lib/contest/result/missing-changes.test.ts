// What is said about a list of what is missing when it shrinks, grows, or is another one.
import { expect, test } from 'vitest';
import { diffResults } from './diff-results.ts';
import { missingChanges } from './missing-changes.ts';
import type { Missing } from './result.ts';
import { summariseDiff } from './summarise-diff.ts';

const differing = (...contestants: string[]): Missing => ({
	kind: 'divergence',
	part: 'TT',
	panel: 'BGK',
	contestants
});
const sheets = (count: number, ...contestants: string[]): Missing => ({
	kind: 'sheets',
	part: 'TT',
	panel: 'BGK',
	count,
	contestants
});
const tie = (...contestants: string[]): Missing => ({ kind: 'tie', stage: 'CK', key: 'lots', contestants });

const resultWith = (...missing: Missing[]) => ({ stages: [], units: [], awards: [], nominations: [], missing });

function between(before: Missing[], after: Missing[]) {
	const diff = diffResults(resultWith(...before), resultWith(...after));
	return { ...missingChanges(diff.missing), summary: summariseDiff(diff) };
}

test('R243 a list that only shrinks is said as fewer, and nothing of it as settled or new', () => {
	expect(between([differing('TS01', 'TS02')], [differing('TS02')])).toEqual({
		settled: [],
		fewer: [differing('TS02')],
		more: [],
		arisen: [],
		summary: {
			vi: '1 vướng mắc được giải quyết một phần.',
			en: '1 open matter is settled in part.'
		}
	});
});

test('R243 fewer sheets of the same contestants are fewer', () => {
	expect(between([sheets(3, 'TS01', 'TS02')], [sheets(2, 'TS01', 'TS02')])).toMatchObject({
		fewer: [sheets(2, 'TS01', 'TS02')],
		settled: [],
		arisen: []
	});
});

test('R243 a list that somebody joins is said as more, also where another leaves it', () => {
	expect(between([differing('TS01')], [differing('TS01', 'TS02')])).toMatchObject({
		more: [differing('TS01', 'TS02')],
		settled: [],
		arisen: [],
		summary: { vi: '1 vướng mắc tăng thêm.', en: '1 open matter has grown.' }
	});
	expect(between([differing('TS01', 'TS02')], [differing('TS02', 'TS03')])).toMatchObject({
		more: [differing('TS02', 'TS03')],
		fewer: []
	});
});

test('R243 what nobody shares is settled there and new here', () => {
	expect(between([tie('TS01', 'TS02')], [tie('TS05', 'TS06')])).toEqual({
		settled: [tie('TS01', 'TS02')],
		fewer: [],
		more: [],
		arisen: [tie('TS05', 'TS06')],
		summary: {
			vi: '1 vướng mắc được giải quyết; 1 vướng mắc mới.',
			en: '1 open matter is settled; 1 new matter is open.'
		}
	});
});

test('R243 of two lists each goes with the one it shares somebody with', () => {
	const changed = between([tie('TS01', 'TS02'), tie('TS05', 'TS06', 'TS07')], [tie('TS06', 'TS07')]);
	expect(changed).toMatchObject({ settled: [tie('TS01', 'TS02')], fewer: [tie('TS06', 'TS07')], arisen: [] });
});

test('R243 open questions of a round that become fewer are no new ones', () => {
	const round = (open: number): Missing => ({ kind: 'round-open', part: 'KT', title: 'Vòng 1', open });
	expect(between([round(3)], [round(1)])).toMatchObject({ fewer: [round(1)], settled: [], arisen: [] });
	expect(between([round(1)], [])).toMatchObject({ settled: [round(1)], fewer: [] });
});
