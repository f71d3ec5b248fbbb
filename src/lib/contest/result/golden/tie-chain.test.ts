// Worked out on paper: twelve people with 80,00 each, parted key by key down to the head judge and lots, or sharing a place (R41–R43, R162–R167; source 39–41).
import { expect, test } from 'vitest';
import {
	aContestant,
	aDecision,
	aJudge,
	aJudgedPart,
	aQuizPart,
	aRecord,
	aStage,
	aTurn
} from '../../record/contest-record.fixture.ts';
import type { ContestRecord } from '../../record/record.ts';
import type { TieBreak } from '../../rules/ties.ts';
import { computeResult } from '../compute.ts';
import { aRubric, rowsOf, sheetsOf } from './golden.fixture.ts';
import { anAnswer, aRound, aSingle, optionsOf } from './questions.fixture.ts';

type Person = { right: number; ms: number; tt1: number[]; tt2: number[]; endedAt: number };
const minutes = (count: number) => count * 60_000;
/** Quiz 8 × 2,00 = 16,00 in 8 × 6 s = 48 s; sheets 32,00 + 32,00 = 64,00 three times; 9:30 of 10:00. Total 80,00. */
const plain: Person = { right: 8, ms: 6000, tt1: [3200, 3200, 3200], tt2: [3200, 3200, 3200], endedAt: minutes(9.5) };
const people: Record<string, Person> = {
	// 7 × 2,00 = 14,00 and 33 + 33 = 66,00: ahead by the part TT.
	TS01: { ...plain, right: 7, tt1: [3300, 3300, 3300], tt2: [3300, 3300, 3300] },
	// 31 + 33 = 64,00: ahead by the mean of TT2, 33,00 > 32,00.
	TS02: { ...plain, tt1: [3100, 3100, 3100], tt2: [3300, 3300, 3300] },
	// Half a minute less on stage.
	TS03: { ...plain, endedAt: minutes(9) },
	// Sheets 65, 65, 62: mean 192 / 3 = 64, median 65 > 64.
	TS04: { ...plain, tt1: [3300, 3300, 3000] },
	// Sheets 40 + 24, 32 + 32, 24 + 40: mean, median and the mean of TT2 as the others, but twice the maximum of 40,00.
	TS05: { ...plain, tt1: [4000, 3200, 2400], tt2: [2400, 3200, 4000] },
	// 8 × 5 s = 40 s < 48 s.
	TS06: { ...plain, ms: 5000 },
	// Equal in all of this: an extra question, the head judge, lots.
	TS07: plain,
	TS08: plain,
	TS10: plain,
	TS11: plain,
	TS12: plain,
	// 33 + 32 = 65,00, half a minute over: one started minute, −1,00 → 64,00; behind all who had nothing taken off.
	TS09: { ...plain, tt1: [3300, 3300, 3300], endedAt: minutes(10.5) }
};
const computed: TieBreak[] = [
	{ kind: 'part', part: 'TT' },
	{ kind: 'criterion', criterion: 'TT2' },
	{ kind: 'fewer-penalties' },
	{ kind: 'stage-time' },
	{ kind: 'median', part: 'TT' },
	{ kind: 'top-marks', part: 'TT' },
	{ kind: 'right-answers' },
	{ kind: 'answer-time' }
];
const decided: TieBreak[] = [{ kind: 'extra-question' }, { kind: 'head-judge' }, { kind: 'lots' }];
const codes = Array.from({ length: 10 }, (_, at) => `C${at + 1}`);

function contest(tieBreaks: TieBreak[], decisions: ContestRecord['decisions']): ContestRecord {
	const timing = {
		leastMs: 0,
		mostMs: minutes(10),
		warnBeforeMs: minutes(1),
		graceMs: 0,
		stopAfterMs: null,
		penalty: {
			over: { kind: 'linear', perMinute: 100, startedMinute: 'ceil' },
			under: null,
			cap: null,
			place: { kind: 'part' }
		}
	} as const;
	return aRecord(
		{
			stages: [
				aStage({
					parts: [aQuizPart({ maxPoints: 2000, questionCount: 10 }), aJudgedPart({ maxPoints: 8000, timing })],
					tieBreaks
				})
			]
		},
		{
			rubrics: [aRubric('TT', { TT1: 4000, TT2: 4000 })],
			contestants: Object.keys(people).map((number) => aContestant(number)),
			judges: ['GK1', 'GK2', 'GK3'].map((code) => aJudge(code)),
			questions: codes.map((code) => aSingle(code)),
			rounds: [aRound('KT', codes)],
			answers: Object.entries(people).flatMap(([number, { right, ms }]) =>
				codes.slice(0, right).map((code) => anAnswer(number, code, optionsOf('A'), ms))
			),
			turns: Object.entries(people).map(([number, { endedAt }]) => aTurn(number, { endedAt })),
			sheets: Object.entries(people).flatMap(([number, { tt1, tt2 }]) => sheetsOf(number, { TT1: tt1, TT2: tt2 })),
			decisions
		}
	);
}

const extra = aDecision(
	1,
	{ kind: 'tie', stage: 'CK', key: 'extra-question', order: [['TS07'], ['TS08', 'TS10', 'TS11', 'TS12']], seed: null },
	{ reason: 'TS07 trả lời đúng câu hỏi phụ' }
);
const head = aDecision(
	2,
	{ kind: 'tie', stage: 'CK', key: 'head-judge', order: [['TS08'], ['TS10', 'TS11', 'TS12']], seed: null },
	{ reason: 'phong thái tốt hơn' }
);
/**
 * `for n in TS10 TS11 TS12; do printf '27-15-08\037%s' $n | sha256sum; done` begins bad4… for TS10, e506… for TS11 and
 * de11… for TS12: TS10, TS12, TS11.
 */
const lots = aDecision(
	3,
	{ kind: 'tie', stage: 'CK', key: 'lots', order: [['TS10'], ['TS12'], ['TS11']], seed: '27-15-08' },
	{ reason: 'biên bản bốc thăm số 2' }
);

test('R41, R42, R162–R167 every key parts somebody, the last ones by decision', () => {
	const result = computeResult(contest([...computed, ...decided], [extra, head, lots]));
	expect(rowsOf(result)).toEqual([
		['TS01', '1', [1400, 6600], 8000],
		['TS02', '2', [1600, 6400], 8000],
		['TS03', '3', [1600, 6400], 8000],
		['TS04', '4', [1600, 6400], 8000],
		['TS05', '5', [1600, 6400], 8000],
		['TS06', '6', [1600, 6400], 8000],
		['TS07', '7', [1600, 6400], 8000],
		['TS08', '8', [1600, 6400], 8000],
		['TS10', '9', [1600, 6400], 8000],
		['TS12', '10', [1600, 6400], 8000],
		['TS11', '11', [1600, 6400], 8000],
		['TS09', '12', [1600, 6400], 8000]
	]);
	expect(result.missing).toEqual([]);
	const places = result.stages[0]?.rankings[0]?.places ?? [];
	const above = places.map(({ why }) => / nhờ (.*)\.$/.exec(why.vi)?.[1]);
	expect(above).toEqual([
		'điểm phần Thuyết trình 66,00 > 64,00',
		'điểm tiêu chí TT2 (TT2) 33,00 > 32,00',
		'thời gian trình bày 9 phút < 9 phút 30 giây',
		'trung vị các phiếu phần Thuyết trình 65,00 > 64,00',
		'số lần đạt điểm tối đa phần Thuyết trình 2 > 0',
		'tổng thời gian trả lời đúng 40,000 giây < 48,000 giây',
		'kết quả câu hỏi phụ (TS07 trả lời đúng câu hỏi phụ)',
		'quyết định của Trưởng Ban Giám khảo (phong thái tốt hơn)',
		'kết quả bốc thăm (biên bản bốc thăm số 2)',
		'kết quả bốc thăm (biên bản bốc thăm số 2)',
		'điểm trừ về thời gian 0,00 < 1,00',
		undefined
	]);
});

test('R43, R166 three of them share the ninth place by the rules; the tenth and eleventh are skipped', () => {
	const keys: TieBreak[] = [...computed, { kind: 'extra-question' }, { kind: 'head-judge' }, { kind: 'share' }];
	const result = computeResult(contest(keys, [extra, head]));
	expect(
		rowsOf(result)
			.slice(7)
			.map(([number, rank]) => [number, rank])
	).toEqual([
		['TS08', '8'],
		['TS10', '9='],
		['TS11', '9='],
		['TS12', '9='],
		['TS09', '12']
	]);
	expect(result.missing).toEqual([]);
});

test('R166 before anybody has decided, five share the seventh place and the extra question is missing', () => {
	const result = computeResult(contest([...computed, ...decided], []));
	expect(result.missing).toEqual([
		{ kind: 'tie', stage: 'CK', key: 'extra-question', contestants: ['TS07', 'TS08', 'TS10', 'TS11', 'TS12'] }
	]);
	expect(rowsOf(result)[6]?.slice(0, 2)).toEqual(['TS07', '7=']);
});
