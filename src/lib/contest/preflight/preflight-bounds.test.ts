// Where a problem begins and where it does not: sums to the fraction, caps by ranking, minimums, levels, keys (R90, R91, R95, R98, R232, R234).
import { expect, test } from 'vitest';
import { aJudgedPart, aPanel, aQuizPart, text } from '../record/contest-record.fixture.ts';
import type { RecordedQuestion } from '../record/question.ts';
import type { ContestRecord } from '../record/record.ts';
import type { Award } from '../rules/prizes.ts';
import { checkQuestion } from './check-question.ts';
import { sound } from './preflight.fixture.ts';
import { preflight } from './preflight.ts';

const found = (record: ContestRecord, code: string) =>
	preflight(record)
		.open.filter((problem) => problem.code === code)
		.map(({ text: said }) => said.vi);

test('R90, R91: what does not add up is told to the last fraction', () => {
	const [quiz] = sound().rules.stages[0]?.parts ?? [];
	// 40,00 + 33 % of 60,01 = 40,00 + 19,8033.
	const parts = [quiz!, aJudgedPart({ maxPoints: 6001, weight: 33 })];
	expect(found(sound({ parts, total: 5980 }), 'total-differs')).toEqual([
		'Chung khảo: các phần cộng lại được 59,8033 điểm, thể lệ ghi tổng 59,80 điểm. Hãy sửa điểm hoặc trọng số các phần, hoặc sửa tổng điểm.'
	]);
	const [rubric] = sound().rubrics;
	const [first, second] = rubric?.criteria ?? [];
	const rubrics = [{ ...rubric!, criteria: [first!, { ...second!, max: 1050, step: 50, weight: 15 }] }];
	// 30,00 + 15 % of 10,50 = 31,575.
	expect(found(sound({}, {}, { rubrics }), 'rubric-sum')).toEqual([
		'Bảng tiêu chí TT: các tiêu chí cộng lại được 31,575 điểm, bảng ghi 50,00 điểm. Hãy sửa điểm tiêu chí hoặc điểm của bảng.'
	]);
});

const group = (code: string) => ({ code, title: text(code) });
const award = (changes: Partial<Award>): Award => ({ ...sound().rules.awards[0]!, ...changes });

test('R234: a quota for each ranking counts as often as there are rankings in the stage, whatever groups the rules name', () => {
	const categories = [group('A'), group('B'), group('C')];
	const rules = { categories, awardCaps: [{ awards: ['nhat'], percent: 50 }] };
	const contestants = sound().contestants.map((each) => ({ ...each, category: 'A' }));
	// Two take part: one award at most.
	const quotaOf = (rankedBy: 'category'[], changes: Partial<Award> = {}) =>
		found(sound({ rankedBy }, { ...rules, awards: [award(changes)] }, { contestants }), 'quota-over-cap').map(
			(said) => / có (\d+) giải/.exec(said)?.[1]
		);
	expect(quotaOf([])).toEqual([]);
	expect(quotaOf(['category'])).toEqual(['3']);
	expect(quotaOf(['category'], { per: 'contest' })).toEqual([]);
	expect(quotaOf(['category'], { source: { kind: 'part', part: 'TT' } })).toEqual(['3']);
	expect(quotaOf(['category'], { source: { kind: 'participation' } })).toEqual([]);
});

test('R98: an award for taking part or by decision has no minimum, as nothing is held against it', () => {
	for (const kind of ['participation', 'manual'] as const) {
		const least = (leastTotal: number) =>
			found(sound({}, { awards: [award({ source: { kind }, leastTotal })] }), 'award-least').length;
		expect([least(0), least(500)]).toEqual([0, 1]);
	}
});

test('R95: the levels of a panel are all in points or all in percent, so that they can be put in order', () => {
	const level = (threshold: { kind: 'points'; points: number } | { kind: 'share'; percent: number }) =>
		({ threshold, reached: 'above', action: 'warn' }) as const;
	const problems = (...levels: ReturnType<typeof level>[]) => {
		const panels = [aPanel({ divergence: { metric: 'spread', levels } })];
		const record = sound({ parts: [aQuizPart(), aJudgedPart({ maxPoints: 6000, panels })] });
		return preflight(record).open.map(({ code }) => code);
	};
	expect(problems(level({ kind: 'points', points: 200 }), level({ kind: 'points', points: 300 }))).toEqual([]);
	// 30 % of 50,00 is 15,00: graver than 5,00, though it stands before it.
	expect(problems(level({ kind: 'share', percent: 30 }), level({ kind: 'points', points: 500 }))).toEqual([
		'divergence-unit'
	]);
});

test('R232: a key that nothing, or only nothing, could fit is not complete', () => {
	const complete = (changes: Partial<RecordedQuestion>) => {
		const question = { ...sound().questions[0]!, options: [], ...changes };
		return checkQuestion(question, '').length === 0;
	};
	const key = (correct: RecordedQuestion['key']['correct'], tolerance = '', alsoCorrect: string[] = []) => ({
		correct,
		tolerance,
		alsoCorrect
	});
	const number = { kind: 'number', value: '8' } as const;
	const order = (...options: string[]) => ({ options, key: key({ kind: 'options', options }) });
	expect(complete({ kind: 'numeric', key: key(number, '0.5') })).toBe(true);
	expect(complete({ kind: 'numeric', key: key(number, '-0.5') })).toBe(false);
	expect([complete({ kind: 'ordering', ...order('A', 'B') }), complete({ kind: 'ordering', ...order() })]).toEqual([
		true,
		false
	]);
	expect(complete({ kind: 'text', key: key({ kind: 'text', value: 'Hòa Bình' }) })).toBe(true);
	expect(complete({ kind: 'text', key: key({ kind: 'text', value: '…' }) })).toBe(false);
	expect(complete({ kind: 'text', key: key({ kind: 'text', value: 'Huế' }, '', ['?']) })).toBe(false);
});
