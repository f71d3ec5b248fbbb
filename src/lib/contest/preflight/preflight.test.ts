// The preflight finds what cannot work, names place and remedy, and lets two people override what may be (R90–R98, R230–R235).
import { expect, test } from 'vitest';
import { aContestant, aDecision, aJudge, aSheet, aTurn } from '../record/contest-record.fixture.ts';
import type { ContestRecord } from '../record/record.ts';
import { sentenceFaults } from '../sentence-faults.fixture.ts';
import { cases, panel, sound } from './preflight.fixture.ts';
import { checkRules, preflight } from './preflight.ts';
import { explainProblem } from './problem-words.ts';
import { problem, problemCodes, type ProblemCode } from './problem.ts';

const found = (record: ContestRecord) => preflight(record).open.map(({ code, path }) => `${code} ${path}`);

test('R90: a sound contest has no problem', () => {
	expect(found(sound())).toEqual([]);
});

test.each(cases)('%s: %#: %s is not sound', (_, record, expected) => {
	expect(found(record)).toContain(expected);
});

test('R90–R98, R230–R234: every problem is provoked by a case', () => {
	const provoked = new Set(cases.map(([, , expected]) => expected.split(' ')[0]));
	expect(problemCodes.filter((code) => !provoked.has(code))).toEqual([]);
});

test('R90–R98, R230–R234: each of them is said whole, in both languages', () => {
	const said = cases.flatMap(([, record]) => preflight(record).open.map(({ text }) => text));
	expect(said.length).toBeGreaterThanOrEqual(cases.length);
	expect([...new Set(said.flatMap(sentenceFaults))]).toEqual([]);
});

test('R96: a tie-break that points at nothing says what is not there, by no code', () => {
	const unknown = cases.filter(([, , expected]) => expected.startsWith('tie-unknown'));
	const said = unknown.flatMap(([, record]) => preflight(record).open.filter(({ code }) => code === 'tie-unknown'));
	expect(said.map(({ text }) => text.vi)).toEqual([
		'Tiêu chí phụ thứ 1 dùng một tiêu chí chưa có trong bảng tiêu chí nào. Hãy nạp bảng tiêu chí, hoặc chọn lại.',
		'Tiêu chí phụ thứ 1 dùng một phần thi chấm điểm không có trong vòng này. Hãy chọn lại.',
		'Tiêu chí phụ thứ 1 dùng một phần thi chấm điểm không có trong vòng này. Hãy chọn lại.',
		'Tiêu chí phụ thứ 1 dùng một vòng thi không đứng trước vòng này. Hãy chọn lại.'
	]);
});

test('R90: the rule editor is told about the document alone, with paths that begin there', () => {
	const { rules, rubrics } = sound({ total: 9000 });
	expect(checkRules(rules, rubrics).map(({ path, text: { vi } }) => [path, vi])).toEqual([
		[
			'stages[0].total',
			'Chung khảo: các phần cộng lại được 100,00 điểm, thể lệ ghi tổng 90,00 điểm. Hãy sửa điểm hoặc trọng số các phần, hoặc sửa tổng điểm.'
		]
	]);
});

test.each(problemCodes)('%s is said in both languages, without gaps', (code: ProblemCode) => {
	const { text: said } = explainProblem(problem(code, '', {}));
	for (const language of ['vi', 'en'] as const) {
		expect(said[language]).toMatch(/^\P{Ll}.*\.$/u);
		expect(said[language]).not.toMatch(/undefined|NaN|\[object/);
	}
	expect(said.vi).not.toBe(said.en);
});

test('R231: where nothing is judged a seat in a panel is no problem', () => {
	const record = sound();
	const stages = record.rules.stages.map((stage) => ({
		...stage,
		parts: stage.parts.filter(({ kind }) => kind === 'quiz'),
		tieBreaks: [{ kind: 'share' as const }]
	}));
	const rules = { ...record.rules, stages, awards: [], nomination: null, awardCaps: [] };
	expect(found({ ...record, rules }).filter((line) => line.startsWith('seat-unknown'))).toEqual([]);
	expect(record.judges.some(({ panels }) => panels.length > 0)).toBe(true);
});

test('R154, R156: who may not mark is no problem; who marks with an interest, and for whom judges are too few, is named', () => {
	const judges = [aJudge('GK1', { unit: 'U2' }), aJudge('GK2'), aJudge('GK3')];
	expect(found(sound({}, {}, { judges }))).toEqual([]);
	const [marking] = preflight(sound({}, { interestedMark: true }, { judges })).open;
	expect(marking?.text.vi).toMatch(/^Giám khảo GK1 có liên quan với TS02 mà vẫn chấm\./);
	expect(marking?.mayOverride).toBe(true);
	const begun = sound({}, {}, { judges, sheets: [aSheet('TS02', 'GK1', {}, { isLocked: false })] });
	expect(found(begun)).toEqual(['interested-marks judges[0]']);
});

test('R90: an English sentence names stages and parts by their English titles', () => {
	const [found] = preflight(sound({ total: 9000 })).open;
	expect(found?.text.en).toMatch(/^Final: /);
	expect(found?.text.vi).toMatch(/^Chung khảo: /);
});

test('R233: who has no turn is named, up to five of them', () => {
	const missing = (count: number) => {
		const contestants = Array.from({ length: count + 1 }, (_, at) => aContestant(`TS${at}`));
		return preflight(sound({}, {}, { contestants, turns: [aTurn('TS0')] })).open[0]?.text.vi;
	};
	expect(missing(1)).toBe('Chung khảo: 1 thí sinh chưa có lượt thi (TS1). Hãy bốc thăm thứ tự dự thi.');
	expect(missing(6)).toContain('6 thí sinh chưa có lượt thi (TS1, TS2, TS3, TS4, TS5…).');
});

test('R235: two people override what may be overridden, one alone or a grave problem not', () => {
	const record = sound({}, {}, { turns: [aTurn('TS01')], judges: [] });
	const accept = (sequence: number, problemCode: string, path: string, confirmedBy: string | null) =>
		aDecision(sequence, { kind: 'override', problem: problemCode, path }, { confirmedBy, reason: 'Thi sau' });
	const both = preflight({
		...record,
		decisions: [accept(1, 'slot-missing', 'turns', 'Trưởng ban'), accept(2, 'panel-empty', panel, 'Trưởng ban')]
	});
	expect(both.open.map(({ code }) => code)).toEqual(['panel-empty']);
	expect(both.overridden.map(({ code, reason, confirmedBy }) => [code, reason, confirmedBy])).toEqual([
		['slot-missing', 'Thi sau', 'Trưởng ban']
	]);
	const alone = preflight({ ...record, decisions: [accept(1, 'slot-missing', 'turns', null)] });
	expect(alone.open.map(({ code }) => code)).toEqual(['panel-empty', 'slot-missing']);
});
