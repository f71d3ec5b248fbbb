// Who has not answered: by name while they are few, and never "54 of 54" of those who are away.
import { expect, test } from 'vitest';
import { unansweredWords } from './unanswered-words.ts';

const people = (count: number) => Array.from({ length: count }, (_, at) => `TS${at + 1}`);

test('some of them away are counted, all of them are said so', () => {
	expect([0, 20, 54].map((away) => unansweredWords(people(54), away))).toEqual([
		'54 người chưa trả lời',
		'54 người chưa trả lời, trong đó 20 người chưa kết nối',
		'54 người chưa trả lời, tất cả đều chưa kết nối'
	]);
});

test('a few are named, and nobody missing is said', () => {
	expect(unansweredWords(['TS01', 'TS02'], 2)).toBe('2 người chưa trả lời: TS01, TS02');
	expect(unansweredWords([], 0)).toBe('Tất cả đã trả lời.');
});
