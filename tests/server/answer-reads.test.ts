// R82: what one statement of many answers reads grows with the answers, not with the answers times the hall.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeOperation } from '../../src/lib/live/outbox.ts';
import { insertAnswers } from '../../src/lib/server/stores/answers.ts';
import { setupWorld, type World } from './setup-world.ts';

const hall = 300;
let world: World;

beforeAll(async () => {
	world = await setupWorld();
});
afterAll(() => world?.close());

test('300 answers of a hall of 300 look each contestant up by key, and keep their contestants', async () => {
	const { contestId } = await world.contest('chi-trac-nghiem');
	const { sql, drizzle } = world.app.database;
	const now = world.app.clock.now();
	const [unit] = await sql`insert into unit (contest_id, code, name) values (${contestId}, 'U', 'U') returning id`;
	const people = await sql<{ id: string }[]>`
		insert into contestant (contest_id, number, full_name, family_name, middle_name, given_name, unit_id)
		select ${contestId}, 'P' || n, 'x', 'x', 'x', 'x', ${unit?.id} from generate_series(1, ${hall}::int) n returning id`;
	const [round] = await sql`
		insert into round (contest_id, part_code, title, position, grace_ms) values (${contestId}, 'KT', 'x', 1, 1000) returning id`;
	const [question] = await sql`
		insert into question (contest_id, code, topic, difficulty, kind, text, options, seconds, source)
		values (${contestId}, 'Q', 't', 1, 'single', 'x', '[]', 20, '') returning id`;
	await sql`
		insert into round_question (round_id, question_id, position, is_accepting, may_change, counts_from, deadline_at, allowed_ms, grace_ms)
		values (${round?.id}, ${question?.id}, 0, true, true, ${new Date(now)}, ${new Date(now + 20_000)}, 20000, 1000)`;
	const fetched = await drizzle.transaction(async (db) => {
		const stored = await insertAnswers(
			db,
			people.map(({ id }) => ({
				contestId,
				roundId: String(round?.id),
				questionId: String(question?.id),
				contestantId: id,
				operation: makeOperation(),
				choice: { kind: 'options', options: ['A'] },
				receivedAt: now,
				device: { epoch: 0, counter: 1 },
				enteredBy: null,
				reason: null
			}))
		);
		expect(stored).toHaveLength(hall);
		const [row] = await db.execute<{ rows: string }>(
			`select coalesce(idx_tup_fetch, 0) + coalesce(seq_tup_read, 0) as rows from pg_stat_xact_user_tables where relname = 'contestant'`
		);
		return Number(row?.rows);
	});
	// Once for the guard; a whole reading of the hall at most once.
	expect(fetched).toBeLessThanOrEqual(2 * hall);
	await expect(world.fresh.owner.sql`delete from contestant where id = ${String(people[0]?.id)}`).rejects.toThrow(
		'has answers and stays'
	);
});
