// R82, R83, INV-1, INV-3, INV-4, F-23, F-24: one row for each operation, whatever comes twice, late, together or with a bad neighbour.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { quizWorld, type QuizWorld } from './quiz-world.ts';
import { ok } from './setup-world.ts';

let quiz: QuizWorld;

beforeAll(async () => {
	quiz = await quizWorld();
	await quiz.toQuestion();
});
afterAll(() => quiz.close());

const rows = () =>
	quiz.app.database.sql`select operation, contestant_id, ordinal, choice from answer order by sequence`;
const code = (result: unknown) => (isRefusal(result) ? result.refused : 'stored');

test('an answer sent fifty times at once is one row and one receipt', async () => {
	const operation = crypto.randomUUID();
	const receipts = await Promise.all(Array.from({ length: 50 }, () => quiz.answer(quiz.phones[0], 'A', { operation })));
	expect(new Set(receipts.map((receipt) => JSON.stringify(ok(receipt)))).size).toBe(1);
	expect((await rows()).filter((row) => row.operation === operation)).toHaveLength(1);
	expect(await quiz.answer(quiz.phones[0], 'A', { operation: operation.toUpperCase() })).toEqual(receipts[0]);
});

test('an operation that comes again with other words, or from somebody else, is refused', async () => {
	const operation = crypto.randomUUID();
	ok(await quiz.answer(quiz.phones[1], 'A', { operation }));
	expect(code(await quiz.answer(quiz.phones[1], 'B', { operation }))).toBe('answer/operation-reused');
	expect(code(await quiz.answer(quiz.phones[2], 'A', { operation }))).toBe('answer/operation-reused');
	const together = crypto.randomUUID();
	const both = await Promise.all([
		quiz.answer(quiz.phones[1], 'C', { operation: together }),
		quiz.answer(quiz.phones[1], 'D', { operation: together })
	]);
	expect(both.map(code)).toEqual(['stored', 'answer/operation-reused']);
});

test('the answers of all phones and their second thoughts come into one order', async () => {
	const everybody = quiz.phones.slice(3);
	const before = (await rows()).length;
	const receipts = await Promise.all(
		everybody.flatMap((phone) => ['A', 'B', 'C'].map((letter) => quiz.answer(phone, letter)))
	);
	expect(receipts.map(code)).not.toContain('server/busy');
	expect(receipts.map((receipt) => ok(receipt).ordinal)).toEqual(everybody.flatMap(() => [1, 2, 3]));
	expect((await rows()).length - before).toBe(everybody.length * 3);
});

test('an answer the database cannot take fails alone', async () => {
	const { sql } = quiz.world.fresh.owner;
	const [one, bad, two] = quiz.phones.slice(3);
	await sql.unsafe(
		`alter table answer add constraint test_only check (contestant_id <> '${bad?.contestantId}') not valid`
	);
	// The first goes alone; the others wait for its commit and go together.
	const sent = [one, two, bad, quiz.phones[8], quiz.phones[9]].map((phone) => quiz.answer(phone, 'D'));
	const results = await Promise.allSettled(sent);
	await sql.unsafe('alter table answer drop constraint test_only');
	expect(results.map((result) => (result.status === 'fulfilled' ? code(result.value) : 'failed'))).toEqual([
		'stored',
		'stored',
		'failed',
		'stored',
		'stored'
	]);
});

test('R83: the border is exact to the millisecond, by the time of arrival', async () => {
	const [row] = await quiz.app.database.sql`
		select extract(epoch from deadline_at)::float8 * 1000 as deadline, grace_ms from round_question
		where round_id = ${quiz.roundId} and question_id = ${quiz.questions[0] ?? ''}`;
	const border = Math.round(Number(row?.deadline)) + Number(row?.grace_ms);
	const at = (ms: number) => quiz.answer(quiz.phones[10], 'A', { at: border + ms });
	expect(code(await at(-1))).toBe('stored');
	expect(code(await at(0))).toBe('stored');
	expect(code(await at(1))).toBe('answer/too-late');
});
