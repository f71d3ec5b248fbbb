// Deadlocks and serialization failures, real ones of Postgres: the command is done once, the answers are stored once, nobody is told.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, expectGood, openFaultWorld, seed, spreadOf, tell, type FaultWorld } from './fault-world.ts';

const phones = 60;
let world: FaultWorld;

beforeAll(async () => {
	world = await openFaultWorld({ phones, questions: 4 });
	// Two of three tries fail; a sequence is not rolled back with them.
	await world.owner.unsafe(`
		create sequence stumbles;
		create function stumble() returns trigger language plpgsql security definer as $$
		begin
			if nextval('stumbles') % 3 <> 0 then
				raise exception 'stumbled' using errcode = tg_argv[0];
			end if;
			return null;
		end $$`);
});
afterAll(() => world?.close());

function stumbleOn(table: string, code: string) {
	return world.owner.unsafe(`
		alter sequence stumbles restart;
		create trigger stumble after insert on ${table} for each statement execute function stumble('${code}')`);
}

const walkAgain = (table: string) => world.owner.unsafe(`drop trigger stumble on ${table}`);

async function tries(): Promise<number> {
	const [row] = await world.owner<{ last: number }[]>`select last_value as last from stumbles`;
	return row?.last ?? 0;
}

async function kinds(): Promise<string[]> {
	const rows = await world.app.database.sql<{ kind: string }[]>`
		select kind from contest_event where contest_id = ${world.hall.contestId} and kind like 'round/%' order by sequence`;
	return rows.map(({ kind }) => kind);
}

test('F-14 a real deadlock: the command loses it, is tried again, and is done once', async () => {
	await world.ask(1);
	await world.crowd.answer({ seed });
	const before = await kinds();
	const { sql } = world.app.database;
	const locksWaited = async () => {
		const [row] = await sql<{ count: number }[]>`
			select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
		return row?.count ?? 0;
	};
	let closing: Promise<void> = Promise.resolve();
	// The command locks the contest, then its round; this one the round, then the contest. The command finds out first.
	await world.owner.begin(async (other) => {
		await other`set local deadlock_timeout = '30s'`;
		await other`select from round where id = ${world.hall.roundId} for update`;
		closing = world.hall.act('close');
		await eventually(async () => (await locksWaited()) > 0);
		await other`select from contest where id = ${world.hall.contestId} for update`;
	});
	await closing;
	const [deadlocks] = await sql<{ count: number }[]>`
		select deadlocks::int as count from pg_stat_database where datname = current_database()`;
	await world.settle(1);
	const closed = (await kinds()).slice(before.length).filter((kind) => kind === 'round/question-closed');
	expect(closed).toHaveLength(1);
	const { acknowledged } = await expectGood(world);
	tell('F-14', { deadlocks: deadlocks?.count ?? 0, commands: closed.length, acknowledged });
});

test.each(['40P01', '40001'])('F-14 commands that fail twice with %s are done once', async (code) => {
	await stumbleOn('contest_event', code);
	const before = await kinds();
	await world.hall.act('show-question');
	await world.hall.act('start-timer');
	await world.hall.act('pause');
	await walkAgain('contest_event');
	expect((await kinds()).slice(before.length)).toEqual([
		'round/question-shown',
		'round/timer-started',
		'round/timer-paused'
	]);
	expect(await tries()).toBe(9);
	await world.hall.act('resume');
	const number = (await world.hall.phase()).index + 1;
	await world.crowd.until({ question: number, phases: ['running'] });
	await world.crowd.answer({ seed: seed + number });
	await world.settle(number);
	await expectGood(world);
	tell('F-14', { code, failures: 6, commands: 3, 'seen by the organiser': 0 });
});

test('F-14 answers whose commit fails twice are stored once, and no phone is told of it', async () => {
	await world.ask(4);
	await stumbleOn('answer', '40P01');
	const { ackMs, refused } = await world.crowd.answer({ seed: seed + 4, spreadMs: 500 });
	const commits = await tries();
	await walkAgain('answer');
	expect(refused).toEqual({});
	expect(ackMs).toHaveLength(phones);
	await world.settle(4);
	const { acknowledged } = await expectGood(world);
	tell('F-14', { commits, acknowledged, refused: 0, ack: spreadOf(ackMs) });
});
