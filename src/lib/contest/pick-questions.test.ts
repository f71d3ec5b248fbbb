// R63: drawing the questions of a round.
import { describe, expect, it } from 'vitest';
import { pickQuestions } from './pick-questions.ts';

const bank = Array.from({ length: 40 }, (_, index) => ({ code: `CH${index}`, topic: `chủ đề ${index % 4}` }));

describe('R63 questions of a round', () => {
	it('gives the same questions for the same seed, whatever the order of the bank', () => {
		expect(pickQuestions('7 21 3', [...bank].reverse(), 20)).toEqual(pickQuestions('7 21 3', bank, 20));
		expect(pickQuestions('7 21 4', bank, 20)).not.toEqual(pickQuestions('7 21 3', bank, 20));
	});

	it('takes as many of each topic, and none twice', () => {
		const picked = pickQuestions('7 21 3', bank, 20);
		expect(new Set(picked).size).toBe(20);
		for (let topic = 0; topic < 4; topic++) {
			expect(picked.filter((code) => Number(code.slice(2)) % 4 === topic)).toHaveLength(5);
		}
	});

	it('gives all there are when there are too few', () => {
		expect(pickQuestions('s', bank.slice(0, 3), 20)).toHaveLength(3);
		expect(pickQuestions('s', [], 20)).toEqual([]);
	});
});
