// What phones say happened, one JSON line each, a file for each process of phones (Jepsen's invoke, ok, fail, unknown).
import { appendFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Choice } from '../../src/lib/contest/question.ts';

export type LogLine = { at: number; phone: string } & (
	| { what: 'invoke'; operation: string; roundId: string; questionId: string; choice: Choice }
	/** No answer in time, or one that leaves it open; it is sent again. */
	| { what: 'unknown'; operation: string }
	| { what: 'ok'; operation: string; sequence: number; savedAt: number }
	| { what: 'fail'; operation: string; code: string }
	/** The screen shows this version from now on. */
	| { what: 'shows'; version: number }
	/** Bytes of a key before its reveal. */
	| { what: 'leak'; text: string }
);

/** A line without its time: what a phone hands over. */
export type Happened = LogLine extends infer Line ? (Line extends unknown ? Omit<Line, 'at'> : never) : never;

export interface OperationLog {
	note(line: Happened): void;
	/** Writes what is noted; nothing is lost by an orderly end. */
	flush(): void;
}

/** Milliseconds on a clock that all processes of the machine share and nobody sets. */
export const monotonicMs = () => Number(process.hrtime.bigint()) / 1e6;

const linesAtOnce = 2_000;

export function openOperationLog(file: string): OperationLog {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, '');
	let waiting: string[] = [];
	const flush = () => {
		if (waiting.length > 0) appendFileSync(file, `${waiting.join('\n')}\n`);
		waiting = [];
	};
	return {
		note(line) {
			waiting.push(JSON.stringify({ at: monotonicMs(), ...line }));
			if (waiting.length >= linesAtOnce) flush();
		},
		flush
	};
}

/** All lines of all processes, each process in its own order. */
export function readOperationLogs(folder: string): LogLine[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith('.jsonl'))
		.sort()
		.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
		.map((line) => JSON.parse(line) as LogLine);
}
