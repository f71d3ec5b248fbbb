// F-09, F-10, F-11, F-12: a write without a reply is unknown and never failed; the same operation tells later what became of it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { quizWorld, type QuizWorld } from './quiz-world.ts';
import { ok } from './setup-world.ts';

let quiz: QuizWorld;

beforeAll(async () => {
	quiz = await quizWorld();
	await quiz.toQuestion();
	// The first answer of a round reads its questions.
	ok(await quiz.answer(quiz.phones[0], 'A'));
});
afterAll(() => quiz.close());

const code = (result: unknown) => (isRefusal(result) ? result.refused : 'stored');

/** While somebody holds the question's row, whoever stores an answer gets no reply. */
async function whileHeld(act: () => Promise<void>): Promise<void> {
	await quiz.app.database.sql.begin(async (sql) => {
		await sql`select from round_question where round_id = ${quiz.roundId} for update`;
		await act();
	});
}

test('held up, every caller hears “not known yet”; afterwards the same operations are rows, once each', async () => {
	const operations = quiz.phones.slice(1, 31).map((phone) => ({ phone, operation: crypto.randomUUID() }));
	const send = () => Promise.all(operations.map(({ phone, operation }) => quiz.answer(phone, 'B', { operation })));
	await whileHeld(async () => {
		expect(new Set((await send()).map(code))).toEqual(new Set(['answer/not-known-yet']));
	});
	const receipts = (await send()).map((receipt) => ok(receipt));
	expect(receipts.map(({ ordinal }) => ordinal)).toEqual(operations.map(() => 1));
	const [count] = await quiz.app.database.sql`
		select count(*)::int as count from answer where operation = any(${operations.map(({ operation }) => operation)}::uuid[])`;
	expect(count?.count).toBe(operations.length);
});

test('what arrived in time keeps that time when it has to be sent again after the deadline', async () => {
	const [phone] = quiz.phones.slice(31);
	const operation = crypto.randomUUID();
	const arrivedAt = quiz.now();
	await whileHeld(async () => {
		expect(code(await quiz.answer(phone, 'C', { operation }))).toBe('answer/not-known-yet');
	});
	quiz.pass(120_000);
	expect(ok(await quiz.answer(phone, 'C', { operation })).savedAt).toBe(arrivedAt);
	// Another choice under the same operation does not inherit the time.
	const other = crypto.randomUUID();
	await whileHeld(async () => {
		expect(code(await quiz.answer(phone, 'A', { operation: other, at: arrivedAt }))).toBe('answer/not-known-yet');
	});
	expect(['answer/too-late', 'answer/operation-reused']).toContain(
		code(await quiz.answer(phone, 'B', { operation: other }))
	);
	expect(code(await quiz.answer(quiz.phones[32], 'B'))).toBe('answer/too-late');
	quiz.pass(-120_000);
});

test('a round that is held up does not hold up another', async () => {
	const other = await quizWorld({ world: quiz.world });
	await other.toQuestion();
	ok(await other.answer(other.phones[0], 'A'));
	await whileHeld(async () => {
		const held = quiz.answer(quiz.phones[40], 'A');
		expect(code(await other.answer(other.phones[1], 'B'))).toBe('stored');
		expect(code(await held)).toBe('answer/not-known-yet');
	});
});

test('connections cut while answers are written lose none of them', async () => {
	const { sql, answers } = quiz.app.database;
	const most = 25;
	const cutting = (async () => {
		for (let cuts = 0; cuts < most;) {
			const gone = await sql`
				select pg_terminate_backend(pid) from pg_stat_activity
				where datname = current_database() and query like '%insert into answer%' and pid <> pg_backend_pid()`;
			cuts += gone.length;
		}
	})();
	const operations: string[] = [];
	const keepSending = async (phone: (typeof quiz.phones)[number]) => {
		for (let tap = 0; tap < 20; tap++) {
			const operation = crypto.randomUUID();
			operations.push(operation);
			for (;;) if (code(await quiz.answer(phone, 'D', { operation })) === 'stored') break;
		}
	};
	await Promise.all([cutting, ...quiz.phones.slice(33, 53).map(keepSending)]);
	const stored = await answers.execute(`select operation from answer`);
	expect(new Set(stored.map((row) => String(row.operation))).isSupersetOf(new Set(operations))).toBe(true);
});
