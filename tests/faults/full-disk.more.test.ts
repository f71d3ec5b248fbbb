// Disks that are full, of data and of the write-ahead log: no receipt is lost, phones keep what is not saved, and all goes on once there is room.
import { cpSync, rmSync, statSync, symlinkSync, chownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import connect from 'postgres';
import { afterEach, beforeEach, expect, test, type TestContext } from 'vitest';
import type { LoadPhone } from '../load/load-phone.ts';
import { eventually, expectGood, ms, openFaultWorld, seed, tell, type FaultWorld } from './fault-world.ts';
import { openOwnPostgres, type OwnPostgres } from './own-postgres.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

const phones = 300;
let postgres: OwnPostgres;
let world: FaultWorld | null = null;
let disk: SmallDisk | null = null;

beforeEach(async () => {
	postgres = await openOwnPostgres();
});
afterEach(async () => {
	disk?.free();
	await world?.close();
	await postgres.end();
	disk?.unmount();
	world = disk = null;
});

const inDoubt = () => world?.crowd.standing().pending ?? 0;

async function dataFolder(): Promise<string> {
	const sql = connect(postgres.ownerUrl, { max: 1, onnotice: () => {} });
	const [row] = await sql<{ data_directory: string }[]>`show data_directory`;
	await sql.end();
	return row?.data_directory ?? '';
}

/** As the user whose folder the database lies in. */
async function diskForPostgres(mebibytes: number, { skip }: TestContext): Promise<SmallDisk> {
	const { uid, gid } = statSync(await dataFolder());
	disk = mountSmallDisk({ mebibytes, uid, gid });
	if (!disk) skip('this process may not mount');
	return disk as SmallDisk;
}

test('F-15 the disk of the answers is full: nothing is called saved, and what phones kept is saved once there is room', async (context) => {
	world = await openFaultWorld({ phones, questions: 2, postgres, seed });
	const small = await diskForPostgres(2, context);
	await world.owner.unsafe(`create tablespace small location '${small.folder}'`);
	await world.owner.unsafe('alter table answer set tablespace small');
	await world.ask(1);
	await world.crowd.answer({ seed });
	await world.settle(1);

	await world.ask(2);
	small.fill();
	const before = world.crowd.acknowledged();
	const answering = world.crowd.answer({ seed: seed + 1 });
	// Refused by the disk, kept, and sent a second time.
	const isSentAgain = (phone: LoadPhone) => [...phone.pending.values()].some(({ firstAt, lastAt }) => lastAt > firstAt);
	await eventually(() => world?.crowd.phones.some(isSentAgain) ?? false);
	const kept = inDoubt();
	expect(kept).toBeGreaterThan(phones / 10);
	expect(world.nodes[0]?.process.exitCode).toBeNull();
	small.free();
	const freedAt = performance.now();
	const { refused } = await answering;
	const decidedMs = performance.now() - freedAt;
	expect(refused).toEqual({});
	expect(world.crowd.acknowledged() - before).toBe(phones);
	await world.settle(2);
	const { acknowledged } = await expectGood(world);
	tell('F-15', { acknowledged, 'kept on phones': kept, lost: 0, 'all saved after there was room': ms(decidedMs) });
});

test('F-16 the disk of the write-ahead log is full: Postgres ends, starts again once there is room, and has every acknowledged answer', async (context) => {
	const small = await diskForPostgres(96, context);
	await moveLog(await dataFolder(), small.folder);
	world = await openFaultWorld({ phones, questions: 2, postgres, seed });
	await world.ask(1);
	await world.crowd.answer({ seed });
	await world.settle(1);

	await world.ask(2);
	small.fill();
	// The log is filled by somebody else's work, in the middle of the answers.
	const filling = world.owner
		.unsafe("create table filler as select repeat('x', 1000) as line from generate_series(1, 200000)")
		.catch(() => {});
	const answering = world.crowd.answer({ seed: seed + 1, spreadMs: 2_000 });
	const postmaster = postgres.postmaster;
	await eventually(() => !isAlive(postmaster));
	await filling;
	const kept = inDoubt();
	small.free();
	const freedAt = performance.now();
	await postgres.startAgain();
	const upMs = performance.now() - freedAt;
	await answering;
	const decidedMs = performance.now() - freedAt;
	await world.settle(2);
	const { acknowledged } = await expectGood(world);
	tell('F-16', {
		acknowledged,
		'kept on phones': kept,
		lost: 0,
		'Postgres up after': ms(upMs),
		'all decided after there was room': ms(decidedMs)
	});
});

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** With Postgres at rest, and under the uid it runs as. */
async function moveLog(data: string, to: string): Promise<void> {
	const { postmaster } = postgres;
	process.kill(postmaster, 'SIGINT');
	await eventually(() => !isAlive(postmaster));
	const log = join(data, 'pg_wal');
	const { uid, gid } = statSync(log);
	cpSync(log, to, { recursive: true });
	for (const name of readdirSync(to, { recursive: true })) chownSync(join(to, String(name)), uid, gid);
	rmSync(log, { recursive: true });
	symlinkSync(to, log);
	await postgres.startAgain();
}
