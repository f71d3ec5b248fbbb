// Phones over several processes, driven as one crowd; pins them to a core of their own where the machine can.
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Answering, CrowdSettings, Standing, Usage, Wanted } from './crowd.ts';
import type { Asked } from './driver-process.ts';
import { pin } from './processes.ts';

export interface Driver {
	join(): Promise<{ tookMs: number; eachMs: number[] }>;
	/** When each phone first showed what is wanted, on the machine's monotonic clock. */
	until(wanted: Wanted): Promise<number[]>;
	answer(given: { spreadMs?: number; seed: number }): Promise<Answering>;
	standing(): Promise<Standing>;
	usage(): Promise<Usage>;
	/** Every phone loses its line at once and comes back by itself. */
	cutAll(): Promise<void>;
	/** What the phones noted until now is in their files. */
	flush(): Promise<void>;
	/** To its processes: a stopped one is a phone whose lid is closed. */
	signal(signal: NodeJS.Signals): void;
	close(): Promise<void>;
}

export async function openDriver(
	given: Omit<CrowdSettings, 'logFile'> & { logFolder: string; processes: number; core?: number }
): Promise<Driver> {
	const { seats, logFolder, processes, core, ...manners } = given;
	const parts = await Promise.all(
		Array.from({ length: processes }, async (_, index) => {
			const part = startPart();
			if (core !== undefined) pin(part.child.pid ?? 0, core);
			await part.ask('open', {
				...manners,
				seed: manners.seed + index,
				seats: seats.filter((_seat, at) => at % processes === index),
				logFile: join(logFolder, `phones-${index}.jsonl`)
			} satisfies CrowdSettings);
			return part;
		})
	);
	const all = <T>(what: Asked['what'], one?: unknown) =>
		Promise.all(parts.map((part) => part.ask(what, one) as Promise<T>));
	return {
		async join() {
			const each = await all<{ tookMs: number; eachMs: number[] }>('join');
			return { tookMs: Math.max(...each.map(({ tookMs }) => tookMs)), eachMs: each.flatMap(({ eachMs }) => eachMs) };
		},
		until: async (wanted) => (await all<number[]>('until', wanted)).flat(),
		async answer(how) {
			const each = await all<Answering>('answer', how);
			const refused: Record<string, number> = {};
			for (const part of each)
				for (const [code, count] of Object.entries(part.refused)) refused[code] = (refused[code] ?? 0) + count;
			return {
				beganAt: Math.min(...each.map(({ beganAt }) => beganAt)),
				endedAt: Math.max(...each.map(({ endedAt }) => endedAt)),
				ackMs: each.flatMap(({ ackMs }) => ackMs),
				refused
			};
		},
		async standing() {
			const each = await all<Standing>('standing');
			const sum = (read: (part: Standing) => number) => each.reduce((total, part) => total + read(part), 0);
			return {
				phones: sum((part) => part.phones),
				isIn: sum((part) => part.isIn),
				pending: sum((part) => part.pending),
				handshakes: sum((part) => part.handshakes),
				versions: [...new Set(each.flatMap(({ versions }) => versions))],
				backAfterMs: each.flatMap(({ backAfterMs }) => backAfterMs),
				noticedAfterMs: each.flatMap(({ noticedAfterMs }) => noticedAfterMs)
			};
		},
		async usage() {
			const each = await all<Usage>('usage');
			return {
				cpuMs: each.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
				rssMiB: each.reduce((sum, { rssMiB }) => sum + rssMiB, 0)
			};
		},
		cutAll: async () => void (await all('cutAll')),
		flush: async () => void (await all('flush')),
		signal(signal) {
			for (const { child } of parts) child.kill(signal);
		},
		async close() {
			await all('flush');
			await Promise.all(parts.map((part) => part.end()));
		}
	};
}

interface Part {
	child: ChildProcess;
	ask(what: Asked['what'], given?: unknown): Promise<unknown>;
	end(): Promise<void>;
}

function startPart(): Part {
	const child = fork(join(import.meta.dirname, 'driver-process.ts'), { execArgv: [], serialization: 'advanced' });
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const asked = new Map<number, { settle(result: unknown): void; fail(error: Error): void }>();
	let nextId = 1;
	child.on('message', ({ id, result, error }: { id: number; result?: unknown; error?: string }) => {
		const waiting = asked.get(id);
		asked.delete(id);
		if (error === undefined) waiting?.settle(result);
		else waiting?.fail(new Error(error));
	});
	child.once('exit', (code) => {
		for (const { fail } of asked.values()) fail(new Error(`a process of phones ended with ${code}`));
	});
	return {
		child,
		ask: (what, given) =>
			new Promise((settle, fail) => {
				const id = nextId++;
				asked.set(id, { settle, fail });
				child.send({ id, what, given } satisfies Asked);
			}),
		async end() {
			child.disconnect();
			await ended;
		}
	};
}
