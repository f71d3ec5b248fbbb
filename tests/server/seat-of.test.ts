// The seat a cookie gives: a contestant's, a screen's, nobody's once the slip or the session is revoked.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endSession, openSession, seatOf } from '../../src/lib/server/sessions.ts';
import { readEndedSessionIds } from '../../src/lib/server/stores/sessions.ts';
import { setupWorld, type World } from './setup-world.ts';

let world: World;

beforeAll(async () => {
	world = await setupWorld();
});
afterAll(() => world?.close());

test('a slip seats its contestant or its screen until it is revoked', async () => {
	const { contestId } = await world.contest();
	const { sql } = world.app.database;
	const [unit] = await sql`insert into unit (contest_id, code, name) values (${contestId}, 'U', 'U') returning id`;
	const [person] = await sql`
		insert into contestant (contest_id, number, full_name, family_name, middle_name, given_name, unit_id)
		values (${contestId}, '1', 'x', 'x', 'x', 'x', ${unit?.id}) returning id`;
	const slips = await sql<{ id: string }[]>`
		insert into slip (contest_id, contestant_id, ticket_hash, code_hash)
		values (${contestId}, ${person?.id}, 'a', 'b'), (${contestId}, null, 'c', 'd') returning id`;
	const [own = '', screen = ''] = slips.map(({ id }) => id);
	const secret = await openSession(world.app, { slipId: own });
	const ofScreen = await openSession(world.app, { slipId: screen });
	expect(await seatOf(world.app, secret)).toEqual({
		kind: 'contestant',
		slipId: own,
		epoch: 1,
		contestId,
		contestantId: person?.id
	});
	expect(await seatOf(world.app, ofScreen)).toEqual({ kind: 'screen', slipId: screen, contestId });
	await sql`update slip set revoked_at = now() where id = ${own}`;
	expect(await seatOf(world.app, secret)).toEqual({ kind: 'anonymous' });
	await endSession(world.app, ofScreen);
	expect(await seatOf(world.app, ofScreen)).toEqual({ kind: 'anonymous' });
	expect(await seatOf(world.app, 'guessed')).toEqual({ kind: 'anonymous' });
});

test('of many sessions asked at once, those that ended in any way are told, and who never had one', async () => {
	const { contestId, organiser } = await world.contest();
	const { accountId } = organiser;
	const { sql, drizzle } = world.app.database;
	const made = await sql<{ id: string }[]>`
		insert into slip (contest_id, ticket_hash, code_hash)
		select ${contestId}, 'many' || n, 'code' || n from generate_series(1, 4) n returning id`;
	const slips = made.map(({ id }) => id);
	for (const slipId of slips) await openSession(world.app, { slipId });
	await openSession(world.app, { accountId });
	const ofSlip = (id: string | undefined) => sql`select id from session where slip_id = ${id ?? null}`;
	const ofAccount = await sql<{ id: string }[]>`select id from session where account_id = ${accountId}`;
	const sessions = (await Promise.all(slips.map(ofSlip))).map(([row]) => row?.id as string);
	const all = [...sessions, ...ofAccount.map(({ id }) => id)];
	const now = () => new Date();
	expect(await readEndedSessionIds(drizzle, all, now())).toEqual(new Set());
	const [replaced, ended, ...staying] = sessions;
	await sql`update slip set revoked_at = now() where id = ${slips[0] ?? null}`;
	await sql`update session set revoked_at = now() where id = ${ended ?? null}`;
	const told = await readEndedSessionIds(drizzle, [...all, 'nobody'], now());
	expect(told).toEqual(new Set([replaced, ended, 'nobody']));
	const longAfter = new Date(now().getTime() + 40 * 3_600_000);
	expect(await readEndedSessionIds(drizzle, staying as string[], longAfter)).toEqual(new Set(staying));
});
