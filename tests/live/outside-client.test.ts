// The wire is public: a client written only from docs/protocol.md joins, answers and gets its receipt from the real server.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { startServerProcess, type ServerProcess } from '../../src/cli/rehearsal/server-process.ts';
import { prepareContest, staffSeat } from '../../src/cli/rehearsal/set-up.ts';
import { makeVisitor } from '../../src/cli/rehearsal/visitor.ts';
import { openApp } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { inviteFounder } from '../../src/lib/server/usecases/sign-in.ts';
import { readConsole } from '../../src/lib/server/views/console.ts';
import { freshDatabase } from '../server/fresh-database.ts';

const script = 'tests/live/outside-client/client.js';
let server: ServerProcess | undefined;
const ends: (() => Promise<unknown> | void)[] = [];

afterAll(async () => {
	server?.process.kill('SIGKILL');
	for (const end of ends.reverse()) await end();
});

test('a client from the document alone joins, answers and gets its receipt', async () => {
	const imported = (await readFile(script, 'utf8')).matchAll(/from '([^']+)'/g);
	expect([...imported].map(([, name]) => name)).toEqual(['node:crypto', 'node:http']);

	const fresh = await freshDatabase();
	ends.push(() => fresh.drop());
	server = await startServerProcess({ DATABASE_URL: fresh.url, LOG_LEVEL: 'error' });
	const app = await openApp(readConfig({ DATABASE_URL: fresh.url }), makeLog('silent'));
	ends.push(() => app.close());
	const organiser = makeVisitor(server.origin);
	await organiser.post(`/welcome/${await inviteFounder(app)}`, {
		login: 'wire',
		displayName: 'Người tổ chức',
		password: 'mat-khau-thu'
	});
	const { contestId, roundId, slips } = await prepareContest(app, organiser, 'chi-trac-nghiem', 'Thử giao thức', 3);
	const seat = await staffSeat(app, organiser);
	const act = async (what: string) => {
		const console = await readConsole(app, seat, contestId);
		if (!('contest' in console)) throw new Error('no console');
		await organiser.post(`/organise/${contestId}/rounds/${roundId}`, {
			do: what,
			version: String(console.contest.version)
		});
	};

	const client = spawn(process.execPath, [script, server.origin, slips[0]?.ticket ?? ''], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	ends.push(() => void client.kill('SIGKILL'));
	const ended = once(client, 'exit');
	const lines = createInterface({ input: client.stdout })[Symbol.asyncIterator]();
	/** The next line that tells this; a stage may come more than once. */
	const saying = async (what: string): Promise<Record<string, unknown>> => {
		for (;;) {
			const { value, done } = await lines.next();
			if (done) throw new Error(`the client ended without ${what}`);
			const said = JSON.parse(value) as Record<string, unknown>;
			if (what in said) return said;
		}
	};

	await act('open-lobby');
	expect(await saying('lobby')).toEqual({ lobby: 'Thử giao thức' });
	await act('show-question');
	await act('start-timer');
	const said = await saying('bySocket');
	const receipt = { savedAt: expect.any(Number), ordinal: 1, sequence: expect.any(Number), counter: 1 };
	expect(said).toMatchObject({
		time: { now: expect.any(Number) },
		bySocket: { done: receipt },
		wrong: { refused: { code: 'answer/not-a-choice', message: expect.stringContaining(' ') } },
		mine: { answer: { receipt }, person: { contestantId: slips[0]?.contestant?.id } }
	});
	expect(said.byHttp).toEqual(said.bySocket);
	const [row] = await fresh.sql`select operation, contestant_id, sequence from answer`;
	expect(row).toMatchObject({ contestant_id: slips[0]?.contestant?.id });
	expect(said).toMatchObject({
		answer: { operation: row?.operation },
		bySocket: { done: { sequence: row?.sequence } }
	});
	expect(await ended).toEqual([0, null]);
});
