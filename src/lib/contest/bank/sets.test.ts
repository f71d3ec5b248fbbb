// R285–R288: drawing by a table, sealing, and what answers say of questions.
import { describe, expect, it } from 'vitest';
import { sha256 } from '../sha256.ts';
import { drawByTable } from './draw-table.ts';
import { isSetClosed, sealCommitment } from './sealed-set.ts';
import { pointBiserial, questionStatistics } from './statistics.ts';
import { aSampleContest } from '../result/golden/sample-contest.fixture.ts';

const bank = Array.from({ length: 60 }, (_, index) => ({
	code: `CH${index}`,
	topic: index % 2 === 0 ? 'Lịch sử' : 'Địa lý',
	difficulty: (index % 3) + 1
}));
const table = [
	{ topic: 'Lịch sử', difficulty: 1, count: 3 },
	{ topic: 'Địa lý', difficulty: 3, count: 2 }
];

describe('R285 a draw by topic and level', () => {
	it('takes as many of each, and the same for the same seed whatever the order of table and bank', () => {
		const drawn = drawByTable('7 21', bank, table);
		expect(drawByTable('7 21', bank.toReversed(), table.toReversed())).toEqual(drawn);
		expect(drawByTable('7 22', bank, table)).not.toEqual(drawn);
		const codes = 'codes' in drawn ? drawn.codes : [];
		const picked = codes.map((code) => bank.find((each) => each.code === code));
		expect(picked.filter((each) => each?.topic === 'Lịch sử' && each.difficulty === 1)).toHaveLength(3);
		expect(picked.filter((each) => each?.topic === 'Địa lý' && each.difficulty === 3)).toHaveLength(2);
		expect(codes).toHaveLength(5);
	});

	it('draws nothing where there are too few, and says where', () => {
		expect(drawByTable('7', bank, [{ topic: 'Địa lý', difficulty: 2, count: 11 }])).toEqual({
			tooFew: { topic: 'Địa lý', difficulty: 2, count: 11, available: 10 }
		});
	});
});

it('R286 the commitment is of the salt and the codes in order; a set is closed until it is opened', () => {
	expect(sealCommitment('muoi', ['B', 'A'])).toBe(sha256('muoi\nB\nA\n'));
	expect(sealCommitment('muoi', ['A', 'B'])).not.toBe(sealCommitment('muoi', ['B', 'A']));
	expect(isSetClosed({ setSalt: 'muoi', setOpenedAt: null })).toBe(true);
	expect(isSetClosed({ setSalt: 'muoi', setOpenedAt: new Date(0) })).toBe(false);
	expect(isSetClosed({ setSalt: null, setOpenedAt: null })).toBe(false);
});

describe('R287, R288 statistics', () => {
	const people = (right: number[], wrong: number[]) => [
		...right.map((others) => ({ isRight: true, others })),
		...wrong.map((others) => ({ isRight: false, others }))
	];

	it('the point-biserial correlation, worked out by hand', () => {
		// Others 4, 3 | 2, 1: M₁ 3,5, M₀ 1,5, s √1,25, p ½: 2 / 1,1180 × 0,5 = 0,8944.
		expect(pointBiserial(people([4, 3], [2, 1]))).toBeCloseTo(0.8944, 4);
		expect(pointBiserial(people([1, 2], [3, 4]))).toBeCloseTo(-0.8944, 4);
		expect(pointBiserial(people([1, 1], [1, 1]))).toBeNull();
		expect(pointBiserial(people([4, 3], []))).toBeNull();
	});

	it('counts of a contest: shares between nothing and all, of those who answered in the round', async () => {
		const all = questionStatistics(await aSampleContest(7));
		expect(all.length).toBeGreaterThan(0);
		for (const { asked, answered, right, share } of all) {
			expect(answered).toBeLessThanOrEqual(asked);
			expect(right).toBeLessThanOrEqual(answered);
			expect(share).toBe(asked === 0 ? null : right / asked);
		}
	});
});
