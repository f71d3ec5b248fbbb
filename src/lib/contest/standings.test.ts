// R40–R43 and R50–R52: totals, places with their sentences, and the awards proposed for them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposeAwards } from './awards.ts';
import { compareContestantNumbers } from './contestant-number.ts';
import type { PartScore } from './part-score.ts';
import type { Ratio } from './points.ts';
import { knowledgeAndPresentation, quizOnly } from './rule-templates.ts';
import type { Award, Rules } from './rules.ts';
import { standings, totalOf, type Entry, type Standing } from './standings.ts';

const rules = knowledgeAndPresentation;

interface Facts {
	quiz?: number | null;
	right?: number;
	time?: number;
	talk?: number | null;
	tt2?: Ratio;
	penalty?: number;
	status?: Entry['status'];
}

function score(part: string, points: number, details: Partial<PartScore['details']>, penalty = 0): PartScore {
	return {
		part,
		points,
		exact: { numerator: points, denominator: 1 },
		penalty,
		details: { sheets: [], criteria: {}, ...details }
	};
}

function entry(
	number: string,
	{ quiz = 0, right = 0, time = 0, talk = 0, tt2, penalty, status = 'competing' }: Facts
): Entry {
	return {
		contestantId: `id-${number}`,
		number,
		name: number,
		status,
		parts: {
			KT: quiz === null ? null : score('KT', quiz, { rightAnswers: right, answerTimeMs: time }),
			TT: talk === null ? null : score('TT', talk, { criteria: tt2 ? { TT2: tt2 } : {} }, penalty)
		}
	};
}

const places = (list: Standing[]) =>
	list.map(({ number, rank, shared }) => `${rank ?? '–'}${shared ? '=' : ''} ${number}`);
const whyOf = (list: Standing[], number: string) => list.find((standing) => standing.number === number)!.why;
const third = (numerator: number): Ratio => ({ numerator, denominator: 3 });

describe('R40, R41 totals and order', () => {
	test('given different totals, then the higher is ahead, with the plain sentence', () => {
		const list = standings(rules, [
			entry('TS01', { quiz: 3400, talk: 5000 }),
			entry('TS02', { quiz: 3600, talk: 5125 })
		]);
		expect(places(list)).toEqual(['1 TS02', '2 TS01']);
		expect(list[0]).toMatchObject({ total: 8725, parts: { KT: 3600, TT: 5125 }, decidedBy: null });
		expect(list[0]?.why).toEqual({ vi: 'Hạng 1 với 87,25 điểm.', en: 'Place 1 with 87.25 points.' });
	});

	test('given a missing part, then it adds nothing and is named', () => {
		const list = standings(rules, [entry('TS01', { quiz: 3400, talk: null })]);
		expect(list[0]).toMatchObject({ total: 3400, parts: { KT: 3400, TT: null } });
		expect(list[0]?.why).toEqual({
			vi: 'Hạng 1 với 34,00 điểm; chưa có điểm phần Thuyết trình, tính 0 điểm.',
			en: 'Place 1 with 34.00 points; no points yet for Presentation, counted as 0.'
		});
	});
});

describe('R42 the tie-break chain', () => {
	test('given equal totals, when the presentation differs, then both sentences name it with both values', () => {
		const list = standings(rules, [
			entry('TS07', { quiz: 3350, talk: 5375 }),
			entry('TS03', { quiz: 3275, talk: 5450 }),
			entry('TS09', { quiz: 3800, talk: 5000 })
		]);
		expect(places(list)).toEqual(['1 TS09', '2 TS03', '3 TS07']);
		expect(list[1]).toMatchObject({
			decidedBy: { tieBreak: { kind: 'part', part: 'TT' }, against: 'id-TS07', isAhead: true }
		});
		expect(whyOf(list, 'TS03')).toEqual({
			vi: 'Hạng 2 với 87,25 điểm, bằng điểm 1 thí sinh khác; xếp trên SBD TS07 nhờ điểm phần Thuyết trình 54,50 > 53,75.',
			en: 'Place 2 with 87.25 points, level with 1 other contestant; above No. TS07 by points for Presentation 54.50 > 53.75.'
		});
		expect(whyOf(list, 'TS07').vi).toBe(
			'Hạng 3 với 87,25 điểm, bằng điểm 1 thí sinh khác; xếp dưới SBD TS03 do điểm phần Thuyết trình 53,75 < 54,50.'
		);
	});

	test('given means that differ only in the third decimal, then as many decimals are written as it takes', () => {
		const level = { quiz: 3000, talk: 5000 };
		const list = standings(
			rules,
			[
				entry('TS01', { ...level, tt2: third(4000) }),
				entry('TS02', { ...level, tt2: { numerator: 13_334, denominator: 10 } })
			],
			{ TT2: 'Nội dung đúng' }
		);
		expect(places(list)).toEqual(['1 TS02', '2 TS01']);
		expect(list[0]?.why.vi).toContain('nhờ điểm tiêu chí TT2 (Nội dung đúng) 13,334 > 13,333.');
	});

	test.each<[string, Facts, Facts, string]>([
		['penalties', { penalty: 100 }, { penalty: 200 }, 'nhờ điểm trừ về thời gian 1,00 < 2,00.'],
		['right answers', { right: 17 }, { right: 16 }, 'nhờ số câu trả lời đúng 17 > 16.'],
		[
			'answer time',
			{ right: 17, time: 61_200 },
			{ right: 17, time: 63_450 },
			'nhờ tổng thời gian trả lời đúng 61,200 giây < 63,450 giây.'
		]
	])('given all before is equal, when %s differ, then they decide', (_, ahead, behind, words) => {
		const level = { quiz: 3000, talk: 5000, tt2: third(4000) };
		const list = standings(rules, [entry('TS01', { ...level, ...behind }), entry('TS02', { ...level, ...ahead })]);
		expect(places(list)).toEqual(['1 TS02', '2 TS01']);
		expect(list[0]?.why.vi).toContain(words);
	});

	test('given no right answer at all, then there is no time, and no time is behind every time', () => {
		const list = standings({ ...quizOnly, tieBreaks: [{ kind: 'answer-time' }] }, [
			entry('TS01', { right: 0, time: 0 }),
			entry('TS02', { right: 1, time: 9000 }),
			entry('TS03', { quiz: null })
		]);
		expect(places(list)).toEqual(['1 TS02', '2= TS01', '2= TS03']);
		expect(list[0]?.why.vi).toContain('tổng thời gian trả lời đúng 9,000 giây – không có');
	});
});

describe('R43 shared ranks', () => {
	const level = { quiz: 3000, talk: 5000 };
	test('given nothing tells two apart, then they share, by number, and the next place is skipped', () => {
		const list = standings(rules, [
			entry('TS12', level),
			entry('TS5', level),
			entry('TS01', { quiz: 3500, talk: 5000 }),
			entry('TS02', { quiz: 1000, talk: 5000 })
		]);
		expect(places(list)).toEqual(['1 TS01', '2= TS5', '2= TS12', '4 TS02']);
		expect(whyOf(list, 'TS5')).toEqual({
			vi: 'Đồng hạng 2 với SBD TS12, cùng 80,00 điểm; bằng nhau ở mọi tiêu chí phụ.',
			en: 'Shares place 2 with No. TS12, all with 80.00 points; equal in every tie-break.'
		});
	});

	test('given many share, then three are named; given no chain, then the sentence says so', () => {
		const list = standings(
			{ ...rules, tieBreaks: [] },
			['TS1', 'TS2', 'TS3', 'TS4', 'TS5'].map((number) => entry(number, level))
		);
		expect(whyOf(list, 'TS3').vi).toBe(
			'Đồng hạng 1 với SBD TS1, TS2, TS4 và 1 thí sinh khác, cùng 80,00 điểm; thể lệ không có tiêu chí phụ.'
		);
	});

	test('given absent, withdrawn and disqualified, then they come last without a place', () => {
		const list = standings(rules, [
			entry('TS01', { ...level, status: 'disqualified' }),
			entry('TS02', { status: 'absent' }),
			entry('TS03', { quiz: 100 })
		]);
		expect(places(list)).toEqual(['1 TS03', '– TS01', '– TS02']);
		expect(list[1]).toMatchObject({ total: 8000, why: { vi: 'Bị loại, không xếp hạng.' } });
	});

	test('numbers are in the order people expect', () => {
		expect(['TS10', 'TS2', 'TS02', 'A1', '3', '20'].sort(compareContestantNumbers)).toEqual([
			'3',
			'20',
			'A1',
			'TS02',
			'TS2',
			'TS10'
		]);
	});
});

const entries = fc
	.array(
		fc.record({
			quiz: fc.constantFrom(0, 2000, 3000, null),
			right: fc.integer({ min: 0, max: 2 }),
			time: fc.constantFrom(0, 1000, 2000),
			talk: fc.constantFrom(3000, 4000, null),
			tt2: fc.constantFrom(third(100), third(101), undefined),
			penalty: fc.constantFrom(0, 100),
			status: fc.constantFrom<Entry['status']>('competing', 'competing', 'competing', 'absent')
		}),
		{ maxLength: 20 }
	)
	.map((list) => list.map((facts, index) => entry(`TS${index + 1}`, facts)));

describe('standings in general', () => {
	test('are a permutation of the entries, whatever the order of the input', () => {
		fc.assert(
			fc.property(entries, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (list, dice) => {
				const shuffled = list.map((item) => ({ item, at: dice.next().value as number })).sort((a, b) => a.at - b.at);
				const result = standings(rules, list);
				expect(
					standings(
						rules,
						shuffled.map(({ item }) => item)
					)
				).toEqual(result);
				expect(result.map(({ number }) => number).sort()).toEqual(list.map(({ number }) => number).sort());
			})
		);
	});

	test('ranks count those ahead, totals never rise, and equal points for all change no place', () => {
		fc.assert(
			fc.property(entries, fc.integer({ min: 0, max: 500 }), (list, more) => {
				const ranked = standings(rules, list).filter(({ rank }) => rank !== null);
				for (const [index, standing] of ranked.entries()) {
					const first = ranked.findIndex(({ rank }) => rank === standing.rank);
					expect(standing.rank).toBe(first + 1);
					expect(standing.shared).toBe(ranked.filter(({ rank }) => rank === standing.rank).length > 1);
					expect(standing.total).toBeLessThanOrEqual(ranked[index - 1]?.total ?? Infinity);
					expect(standing.total).toBe(
						totalOf(
							rules,
							list.find(({ number }) => number === standing.number)!
						)
					);
				}
				const present = list.filter(({ parts }) => parts['KT']);
				const lifted = present.map((item) => ({
					...item,
					parts: { ...item.parts, KT: { ...item.parts['KT']!, points: item.parts['KT']!.points + more } }
				}));
				expect(places(standings(rules, lifted))).toEqual(places(standings(rules, present)));
			})
		);
	});

	test('5000 contestants who are all equal are placed at once', () => {
		const many = Array.from({ length: 5000 }, (_, index) => entry(`TS${index}`, { quiz: 0, talk: null }));
		expect(standings(rules, many).every(({ rank }) => rank === 1)).toBe(true);
	});
});

describe('R50–R52 awards', () => {
	const award = (code: string, quota: number | null, change: Partial<Award> = {}): Award => ({
		code,
		title: { vi: code, en: code },
		quota,
		leastTotal: 0,
		moreOnTie: true,
		...change
	});
	const given = (awards: Award[], totals: number[]) => {
		const list = standings(
			{ ...rules, tieBreaks: [] } satisfies Rules,
			totals.map((total, index) => entry(`TS${index + 1}`, { quiz: total }))
		);
		return proposeAwards({ awards }, list).map(({ contestantIds }) =>
			contestantIds.map((id) => id.replace('id-TS', '')).join(' ')
		);
	};

	test('R50 given 1, 2 and the rest, then in order of rank', () => {
		expect(given([award('nhat', 1), award('nhi', 2), award('kk', null)], [50, 40, 30, 20, 10])).toEqual([
			'1',
			'2 3',
			'4 5'
		]);
	});
	test('R50 given a least total, then nobody below it, and a later award may still take them', () => {
		expect(
			given([award('nhat', 1), award('nhi', 3, { leastTotal: 30 }), award('kk', 9)], [50, 40, 30, 20, 10])
		).toEqual(['1', '2 3', '4 5']);
	});
	test('R51 given two on the last place of the quota and moreOnTie, then both, and the next award starts after them in full', () => {
		expect(given([award('nhat', 1), award('nhi', 2), award('ba', 1)], [50, 50, 40, 30, 20])).toEqual([
			'1 2',
			'3 4',
			'5'
		]);
	});
	test('R52 given the same without moreOnTie, then neither, and they come first for the next award', () => {
		expect(given([award('nhat', 1, { moreOnTie: false }), award('nhi', 2)], [50, 50, 40])).toEqual(['', '1 2']);
	});
	test('R52 given a shared place that just fits into the quota, then all who share it, with and without moreOnTie', () => {
		for (const moreOnTie of [true, false])
			expect(given([award('nhat', 1, { moreOnTie }), award('nhi', 2, { moreOnTie })], [50, 40, 40, 30])).toEqual([
				'1',
				'2 3'
			]);
	});
	test('given more prizes than people, or people without a place, then only ranked people', () => {
		const list = standings(rules, [entry('TS1', { quiz: 10 }), entry('TS2', { quiz: 20, status: 'withdrawn' })]);
		expect(proposeAwards(rules, list).map(({ contestantIds }) => contestantIds)).toEqual([['id-TS1'], [], [], []]);
	});
	test('each proposal says why', () => {
		const list = standings({ ...rules, tieBreaks: [] }, [entry('TS1', { quiz: 10 }), entry('TS2', { quiz: 10 })]);
		const [first, second] = proposeAwards({ awards: [award('nhat', 1), award('nhi', 2)] }, list);
		expect(first?.why.vi).toBe('Cơ cấu 1 giải; 2 thí sinh, hạng 1; trao thêm vì 2 thí sinh đồng hạng 1.');
		expect(second?.why).toEqual({ vi: 'Cơ cấu 2 giải; không có thí sinh nào.', en: 'Planned 2; nobody.' });
	});
	test('nobody receives two awards, and no award goes past a better place without one', () => {
		const plan = fc.array(fc.record({ quota: fc.integer({ min: 1, max: 4 }), moreOnTie: fc.boolean() }), {
			maxLength: 4
		});
		fc.assert(
			fc.property(entries, plan, (list, quotas) => {
				const awards = quotas.map(({ quota, moreOnTie }, index) => award(String(index), quota, { moreOnTie }));
				const placed = standings(rules, list);
				const winners = proposeAwards({ awards }, placed).flatMap(({ contestantIds }) => contestantIds);
				expect(winners).toEqual(placed.map(({ contestantId }) => contestantId).slice(0, winners.length));
			})
		);
	});
});
