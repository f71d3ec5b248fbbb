// The checker is tested: servers, databases and phones with a bug put in on purpose, and each is caught by the name it must have.
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Violation } from '../load/checker.ts';
import { eventually, openFaultWorld, type FaultWorld, type WorldSettings } from './fault-world.ts';
import { plantedBugs, type PlantedBug } from './planted-bugs.ts';
import { openProxy, type Proxy } from './proxy.ts';

let world: FaultWorld | null = null;
let proxy: Proxy | null = null;
const phones = 8;

afterEach(async () => {
	await world?.close();
	await proxy?.close();
	world = proxy = null;
});

async function openPlanted(bug: PlantedBug, given: Partial<WorldSettings> = {}): Promise<FaultWorld> {
	const marks = join(await mkdtemp(join(tmpdir(), 'hoithi-planted-')), 'marks');
	const settings = {
		NODE_OPTIONS: `--import=${resolve('tests/faults/plant-bug.ts')}`,
		PLANTED_BUG: bug,
		PLANTED_MARKS: marks
	};
	world = await openFaultWorld({ phones, questions: 3, settings, ...given });
	const planted = new Set((await readFile(marks, 'utf8')).split('\n').filter(Boolean));
	expect(planted.size, 'the built code has moved: change planted-bugs.ts').toBe(plantedBugs[bug].length);
	return world;
}

async function found(): Promise<Set<Violation>> {
	return new Set((await world?.verdict())?.violations.map(({ what }) => what));
}

/** Through a proxy in front of the first node. */
async function behindProxy([node]: { origin: string }[]): Promise<string[]> {
	proxy = await openProxy(Number(new URL(node?.origin ?? '').port));
	return [`http://localhost:${proxy.port}`];
}

test('ack before commit: receipts for answers that die with the server', async () => {
	const { crowd, nodes, owner, ...planted } = await openPlanted('ack before commit');
	await planted.ask(1);
	// Nothing can be committed while the table is locked by somebody else.
	const lock = await owner.reserve();
	await lock`begin`;
	await lock`lock table answer in access exclusive mode`;
	const { ackMs } = await crowd.answer({ seed: 1 });
	expect(ackMs).toHaveLength(phones);
	nodes[0]?.process.kill('SIGKILL');
	await lock`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
	await lock`rollback`;
	lock.release();
	expect(await found()).toContain('lost');
});

test('no unique index: an answer that came twice counts twice', async () => {
	const planted = await openPlanted('no unique index', { origins: behindProxy });
	await planted.owner`alter table answer drop constraint answer_operation_unique, drop constraint answer_ordinal`;
	await planted.ask(1);
	if (!proxy) throw new Error('there is no proxy');
	// While an operation is being written the server knows it; the copy comes once it is stored.
	const copies: (() => void)[] = [];
	proxy.rules.up = ({ raw, payload }, pass) => {
		pass(raw);
		if (payload.includes('answer:submit')) copies.push(() => pass(raw));
	};
	await planted.crowd.answer({ seed: 1 });
	for (const send of copies) send();
	await eventually(async () => {
		const [row] = await planted.owner<{ count: number }[]>`select count(*)::int as count from answer`;
		return (row?.count ?? 0) > phones;
	});
	await planted.settle(1);
	expect(await found()).toContain('doubled');
});

test('client clock used: an answer arrives when its phone says', async () => {
	const skewMs = [-8_000, 0, 500];
	const planted = await openPlanted('client clock used', { hello: (index) => ({ skewMs: skewMs[index % 3] }) });
	await planted.ask(1);
	await planted.crowd.answer({ seed: 1 });
	expect(await found()).toContain('time');
});

test('key in payload: phones receive bytes of a key before its reveal', async () => {
	const planted = await openPlanted('key in payload');
	await planted.ask(1);
	await planted.crowd.answer({ seed: 1 });
	await planted.settle(1);
	expect(await found()).toEqual(new Set(['leak']));
});

test.each([false, true])(
	'stale event applied: a stage that was held up (phones with the bug: %s)',
	async (takesStale) => {
		world = await openFaultWorld({ phones, questions: 3, origins: behindProxy, manners: { takesStale } });
		if (!proxy) throw new Error('there is no proxy');
		let held = 0;
		proxy.rules.down = ({ raw, payload }, pass) => {
			const isShown = payload.includes('42["stage"') && payload.includes('"phase":"shown"');
			if (isShown) held++;
			pass(raw, isShown ? 400 : 0);
		};
		let late = 0;
		const counting = proxy.rules.down;
		proxy.rules.down = (frame, pass) =>
			counting(frame, (raw, afterMs) => {
				pass(raw, afterMs);
				if (afterMs) setTimeout(() => late++, afterMs + 100);
			});
		await world.ask(1);
		await eventually(() => held === phones && late === phones);
		expect(await found()).toEqual(takesStale ? new Set(['stale screen']) : new Set());
	}
);
