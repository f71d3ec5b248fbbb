// Reads a file in a process of its own, which has little memory, little time, no database and the lowest priority (ADR 0027); it must not know
// what is in the file.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { serialize } from 'node:v8';
import { refuse, type Refusal } from '../../../contest/refusal.ts';
import { problem, refusedFile, type Preview, type ProblemCode } from '../../../formats/problem.ts';
import type { AnyRow } from '../../../formats/reading/answer-request.ts';
import { joinPieces, type PreviewPiece } from '../../../formats/reading/preview-pieces.ts';
import type { ReadRequest } from '../../../formats/reading/requests.ts';

export const readerLimits = {
	/** Of one file, from start to end. */
	ms: 20_000,
	/** Of the heap of the process. */
	megabytes: 256,
	/** Of what it answers. */
	answerBytes: 64 * 1024 * 1024,
	/** Files read at the same time on this node. */
	atOnce: 1,
	/** Files that wait for their turn; more are refused. */
	waiting: 8
} as const;

const reader = resolve('src/lib/formats/reading/reader-process.ts');
/** All it may open: its own code, and that of the packages it reads with. */
const readable = ['src/lib/formats/', 'src/lib/contest/', 'src/lib/paraglide/', 'package.json', 'node_modules/'];

let running = 0;
const line: (() => void)[] = [];

/** A file that takes too much time or memory is refused like any other that cannot be read; refused is only whom too many are waiting before. */
export async function readApart(
	request: ReadRequest,
	limits: { ms: number; megabytes: number } = readerLimits
): Promise<Preview<AnyRow> | Refusal> {
	if (running >= readerLimits.atOnce) {
		if (line.length >= readerLimits.waiting) return refuse('import/busy');
		await new Promise<void>((go) => void line.push(go));
	}
	running += 1;
	try {
		return await readInProcess(request, limits);
	} finally {
		running -= 1;
		line.shift()?.();
	}
}

async function readInProcess(
	request: ReadRequest,
	limits: { ms: number; megabytes: number }
): Promise<Preview<AnyRow>> {
	const child = spawn(
		process.execPath,
		[`--max-old-space-size=${limits.megabytes}`, '--permission', ...mayRead(), '--no-warnings', reader],
		{ env: {}, stdio: ['pipe', 'pipe', 'ignore'] }
	);
	lowerPriority(child.pid);
	let why: ProblemCode & ('import/too-heavy' | 'import/not-readable') = 'import/not-readable';
	const stop = () => {
		why = 'import/too-heavy';
		child.kill('SIGKILL');
	};
	const timer = setTimeout(stop, limits.ms);
	const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
	// A process that ends early closes its input; its exit says what there is to say.
	child.stdin.on('error', () => {});
	child.stdin.end(serialize(request));
	try {
		const pieces: PreviewPiece[] = [];
		let length = 0;
		for await (const text of createInterface({ input: child.stdout })) {
			length += text.length;
			if (length > readerLimits.answerBytes) stop();
			else pieces.push(JSON.parse(text) as PreviewPiece);
		}
		const [code, signal] = await ended;
		// Out of memory, Node ends itself by a signal.
		if (signal) why = 'import/too-heavy';
		const preview = code === 0 ? joinPieces(pieces) : null;
		return preview ?? refusedFile([problem(why, {})]);
	} finally {
		clearTimeout(timer);
		child.kill('SIGKILL');
	}
}

function mayRead(): string[] {
	const real = realpathSync('node_modules');
	return [...readable.map((path) => resolve(path)), real].map((path) => `--allow-fs-read=${path}`);
}

/** Live answers go first on every core. */
function lowerPriority(pid: number | undefined): void {
	try {
		if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW);
	} catch {
		// Not every system lets a process be made less urgent; the limits hold all the same.
	}
}
