// A whole small contest, computed by hand in the comments: R10, R12, R20, R32, R40–R43, R50 together.
import { expect, test } from 'vitest';
import { proposeAwards } from './awards.ts';
import { judgedPartScore } from './judged-part.ts';
import { quizPartScore } from './quiz-part.ts';
import { knowledgeAndPresentation as rules } from './rule-templates.ts';
import type { Rubric } from './rubric.ts';
import type { JudgedPart, QuizPart } from './rules.ts';
import { pointsForQuestion } from './scoring.ts';
import { standings, type Entry } from './standings.ts';

const [quiz, talk] = rules.parts as [QuizPart, JudgedPart];

/** A short rubric of 50 points in two criteria, so that a reader can follow. */
const rubric: Rubric = {
	code: 'TT',
	name: 'Thuyết trình',
	max: 5000,
	criteria: [
		{ code: 'TT1', name: 'Phong thái', max: 2000, step: 50, bands: [] },
		{ code: 'TT2', name: 'Nội dung', max: 3000, step: 25, bands: [] }
	]
};

type Sheet = [tt1: number, tt2: number];

function entry(
	number: string,
	right: number,
	sheets: Sheet[],
	usedMs: number,
	status: Entry['status'] = 'competing'
): Entry {
	const outcomes = Array.from({ length: 20 }, (_, index) => {
		const facts = { right: index < right, usedMs: 4000, allowedMs: 20_000 };
		// The last question was annulled after the round.
		return { ...facts, points: pointsForQuestion(quiz.scoring, facts), isVoid: index === 19 };
	});
	const clock = { calledAt: 0, onStageAt: 0, startedAt: 60_000, endedAt: 60_000 + usedMs, removedMs: 0 };
	const marked = sheets.map(([TT1, TT2], index) => ({ judgeId: `G${index + 1}`, marks: { TT1, TT2 } }));
	return {
		contestantId: number,
		number,
		name: number,
		status,
		parts: { KT: quizPartScore(quiz, outcomes), TT: judgedPartScore(talk, rubric, marked, clock) }
	};
}

const minutes = (whole: number, seconds: number) => (whole * 60 + seconds) * 1000;

test('given six contestants, when everything is counted, then the result is the one worked out on paper', () => {
	const result = standings(rules, [
		// Quiz: each right answer 2,00 of the 19 × 2,00 = 38,00 that count, scaled to 40.
		// Presentation: mean of three sheets of 50, × 60 / 50, that is the sum of the sheets × 0,4.

		// 15 right: 30 / 38 × 40 = 31,578… → 31,58. Sheets 40,25 + 41,00 + 41,50 = 122,75 × 0,4 = 49,10. Total 80,68.
		entry(
			'TS05',
			15,
			[
				[1500, 2525],
				[1550, 2550],
				[1500, 2650]
			],
			minutes(9, 0)
		),
		// The same sheets from other judges: equal in everything.
		entry(
			'TS04',
			15,
			[
				[1500, 2650],
				[1500, 2525],
				[1550, 2550]
			],
			minutes(9, 30)
		),
		// 18 right: 36 / 38 × 40 = 37,894… → 37,89. Sheets 42 + 42 + 43 = 127 × 0,4 = 50,80.
		// 10:20 is 20 s over, beyond the grace of 15 s: one started minute, −1,00 → 49,80. Total 87,69.
		entry(
			'TS02',
			18,
			[
				[1600, 2600],
				[1600, 2600],
				[1700, 2600]
			],
			minutes(10, 20)
		),
		// 37,89. Sheets 41 + 41,50 + 42 = 124,50 × 0,4 = 49,80; 10:15 is within the grace. Total 87,69.
		entry(
			'TS03',
			18,
			[
				[1500, 2600],
				[1550, 2600],
				[1600, 2600]
			],
			minutes(10, 15)
		),
		// 17 right: 34 / 38 × 40 = 35,789… → 35,79. Sheets 45 + 43,75 + 43,50 = 132,25 × 0,4 = 52,90. Total 88,69.
		entry(
			'TS01',
			17,
			[
				[1800, 2700],
				[1750, 2625],
				[1700, 2650]
			],
			minutes(9, 50)
		),
		// All 19 right: 40,00, but did not come to the second day.
		entry('TS06', 19, [], 0, 'absent')
	]);

	expect(
		result.map(({ number, rank, shared, parts, total }) => [number, rank, shared, parts['KT'], parts['TT'], total])
	).toEqual([
		['TS01', 1, false, 3579, 5290, 8869],
		['TS03', 2, false, 3789, 4980, 8769],
		['TS02', 3, false, 3789, 4980, 8769],
		['TS04', 4, true, 3158, 4910, 8068],
		['TS05', 4, true, 3158, 4910, 8068],
		['TS06', null, false, 4000, null, 4000]
	]);
	// TS02 and TS03: the presentation (49,80) and the mean of TT2 (26,00) are equal; the points taken off decide.
	expect(result.map(({ why }) => why.vi)).toEqual([
		'Hạng 1 với 88,69 điểm.',
		'Hạng 2 với 87,69 điểm, bằng điểm 1 thí sinh khác; xếp trên SBD TS02 nhờ điểm trừ về thời gian 0,00 < 1,00.',
		'Hạng 3 với 87,69 điểm, bằng điểm 1 thí sinh khác; xếp dưới SBD TS03 do điểm trừ về thời gian 1,00 > 0,00.',
		'Đồng hạng 4 với SBD TS05, cùng 80,68 điểm; bằng nhau ở mọi tiêu chí phụ.',
		'Đồng hạng 4 với SBD TS04, cùng 80,68 điểm; bằng nhau ở mọi tiêu chí phụ.',
		'Vắng mặt, không xếp hạng.'
	]);
	expect(proposeAwards(rules, result).map(({ award, contestantIds }) => [award.title.vi, ...contestantIds])).toEqual([
		['Giải Nhất', 'TS01'],
		['Giải Nhì', 'TS03', 'TS02'],
		['Giải Ba', 'TS04', 'TS05'],
		['Giải Khuyến khích']
	]);
});
