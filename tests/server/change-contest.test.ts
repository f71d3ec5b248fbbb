// What a change of a contest does when the database goes away under it.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { changeContest, type Change } from '../../src/lib/server/usecases/change-contest.ts';
import { setupWorld, type World } from './setup-world.ts';

let world: World;
beforeAll(async () => void (world = await setupWorld()));
afterAll(() => world?.close());

/** Ends the connection this transaction runs on, as a killed database does. */
async function loseConnection({ db }: Change): Promise<void> {
	const [row] = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
	await world.fresh.sql`select pg_terminate_backend(${row?.pid ?? 0})`;
	await db.execute(sql`select 1`);
}

test('a connection lost before the commit: the change is made once and logged once', async () => {
	const { contestId, organiser } = await world.contest();
	const before = await logged(contestId);
	let attempts = 0;
	const changed = await changeContest(
		world.app,
		organiser,
		{ contestId, permission: 'contest:edit' },
		async (change) => {
			change.record('test', { attempt: ++attempts });
			if (attempts === 1) await loseConnection(change);
			return attempts;
		}
	);
	expect(attempts).toBe(2);
	expect(isRefusal(changed)).toBe(false);
	expect(await logged(contestId)).toEqual([...before, { kind: 'test', payload: { attempt: 2 } }]);
});

test('a connection lost each time: the change fails after three attempts and nothing is written', async () => {
	const { contestId, organiser } = await world.contest();
	const before = await logged(contestId);
	let attempts = 0;
	const change = changeContest(world.app, organiser, { contestId, permission: 'contest:edit' }, async (change) => {
		change.record('test', { attempt: ++attempts });
		await loseConnection(change);
	});
	await expect(change).rejects.toThrow();
	expect(attempts).toBe(3);
	expect(await logged(contestId)).toEqual(before);
});

test('every connection of the pool lost in a transaction, twice over: the next ones are answered, and nothing old reaches them', async () => {
	const { contestId, organiser } = await world.contest();
	const pid = sql<{ pid: number }>`select pg_backend_pid() as pid`;
	for (let lost = 0; lost < 24; lost++) {
		const change = world.app.database.drizzle.transaction(async (db) => {
			const [row] = await db.execute<{ pid: number }>(pid);
			await world.fresh.sql`select pg_terminate_backend(${row?.pid ?? 0})`;
			await db.execute(sql`select 1`);
		});
		await expect(change).rejects.toThrow();
	}
	const changes = await Promise.all(
		Array.from({ length: 12 }, () =>
			changeContest(world.app, organiser, { contestId, permission: 'contest:edit' }, async ({ record }) =>
				record('test', {})
			)
		)
	);
	expect(changes.filter(isRefusal)).toEqual([]);
});

const logged = async (contestId: string) => [
	...(await world.fresh.sql`select kind, payload from contest_event where contest_id = ${contestId} order by sequence`)
];
