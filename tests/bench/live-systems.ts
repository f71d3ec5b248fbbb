// What the live bench measures, each as something that can be started, made to show the next stage and stopped: three floors and the real server.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startServerProcess } from '../../src/cli/rehearsal/server-process.ts';
import { openApp, type App } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { checkContest } from '../load/check-contest.ts';
import type { Verdict } from '../load/checker.ts';
import type { Wanted } from '../load/crowd.ts';
import { prepareHall } from '../load/hall.ts';
import type { PhoneSeat } from '../load/load-phone.ts';
import { pin } from '../load/processes.ts';
import { emptyDatabase } from '../server/fresh-database.ts';

/** Server and Postgres here, phones on the other one. */
export const serverCore = 0;

export interface System {
	pid: number;
	seats: PhoneSeat[];
	/** Before the first question. */
	open(): Promise<void>;
	/**
	 * Makes everybody see the next question, open for answers. `act` wraps each moment at which everybody is shown something:
	 * it is given what starts it and what phones then show.
	 */
	nextQuestion(number: number, act: (start: () => Promise<unknown>, wanted: Wanted) => Promise<void>): Promise<void>;
	/** After everybody has answered, until the next question may come. */
	endQuestion(number: number, until: (wanted: Wanted) => Promise<unknown>): Promise<void>;
	/** Counts what was lost and doubled, where there is something to count. */
	verdict(logFolder: string): Promise<Verdict | null>;
	stop(): Promise<void>;
}

export type SystemName = 'ws' | 'socket.io' | 'durable' | 'hoithi';
export const systemNames: SystemName[] = ['ws', 'socket.io', 'durable', 'hoithi'];

/** `nodeOptions` are for the real server, to profile it. */
export function startSystem(name: SystemName, phones: number, nodeOptions: string): Promise<System> {
	return name === 'hoithi' ? startHoithi(phones, nodeOptions) : startFloor(name, phones);
}

async function startFloor(name: 'ws' | 'socket.io' | 'durable', phones: number): Promise<System> {
	const database = await emptyDatabase();
	const app = await openApp(readConfig({ DATABASE_URL: database.ownerUrl }), makeLog('silent'));
	await app.database.sql`
		create table floor_answer (sequence bigint generated always as identity primary key, operation uuid not null unique,
			round_id uuid not null, question_id uuid not null, choice jsonb not null, received_at timestamptz not null default now())`;
	const child = fork(join(import.meta.dirname, 'live-floor-server.ts'), [name, database.ownerUrl], { execArgv: [] });
	pin(child.pid ?? 0, serverCore);
	const [{ port }] = (await once(child, 'message')) as [{ port: number }];
	const origin = `http://localhost:${port}`;
	let version = 1;
	return {
		pid: child.pid ?? 0,
		seats: Array.from({ length: phones }, (_, index) => ({ number: `P${index}`, cookie: 'none=1', origins: [origin] })),
		open: async () => {},
		async nextQuestion(_number, act) {
			for (let times = 0; times < 2; times++)
				await act(() => fetch(`${origin}/next`, { method: 'POST' }), { version: ++version });
		},
		endQuestion: async () => {},
		verdict: async () => null,
		async stop() {
			await end(child, 'SIGKILL');
			await app.close();
			await database.drop();
		}
	};
}

async function startHoithi(phones: number, nodeOptions: string): Promise<System> {
	const database = await emptyDatabase();
	const app: App = await openApp(readConfig(database.settings), makeLog('warn'));
	const server = await startServerProcess({ DATABASE_URL: database.url, LOG_LEVEL: 'warn', NODE_OPTIONS: nodeOptions });
	pin(server.process.pid ?? 0, serverCore);
	const hall = await prepareHall(app, [server.origin], phones);
	return {
		pid: server.process.pid ?? 0,
		seats: hall.seats,
		open: () => hall.act('open-lobby'),
		async nextQuestion(question, act) {
			await act(() => hall.act('show-question'), { question, phases: ['shown'] });
			await act(() => hall.act('start-timer'), { question, phases: ['running'] });
		},
		async endQuestion(question, until) {
			await hall.act('close');
			await until({ question, phases: ['closed'] });
			await hall.act('reveal');
			await until({ question, phases: ['revealed'] });
		},
		verdict: (logFolder) => checkContest(app, hall.contestId, logFolder),
		async stop() {
			await server.stop();
			await app.close();
			await database.drop();
		}
	};
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	const ended = once(child, 'exit');
	child.kill(signal);
	await ended;
}
