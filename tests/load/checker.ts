// The checker (Jepsen's, small): holds what phones say against what is stored and names everything that must not be; pure.
import type { LogLine } from './operation-log.ts';

/** An answer as it lies in the database. */
export interface StoredRow {
	operation: string;
	/** The contestant's number. */
	phone: string;
	roundId: string;
	questionId: string;
	choice: unknown;
	sequence: number;
	ordinal: number;
	/** Arrival by the house's clock, ms since the epoch. */
	receivedAt: number;
	/** Deadline and grace of its question by the house's clock, ms since the epoch; null when it has none. */
	closesAt: number | null;
	/** Whether its question lets an answer be changed. */
	mayChange: boolean;
}

export interface Evidence {
	log: LogLine[];
	stored: StoredRow[];
	/** Milliseconds from the phones' monotonic clock to the house's; how far it may be off. */
	clockOffsetMs: number;
	clockErrorMs: number;
	/** Sentences of the second count of the result that differs from the first. */
	differing: string[];
	/** Whether the contest's log is an unbroken chain. */
	isChainWhole: boolean;
}

export type Violation =
	| 'lost'
	| 'unknown'
	| 'doubled'
	| 'differs'
	| 'two effective answers'
	| 'unresolved'
	| 'late'
	| 'time'
	| 'stale screen'
	| 'leak'
	| 'result'
	| 'chain';

export interface Verdict {
	/** Operations begun, acknowledged, refused, stored. */
	invoked: number;
	acknowledged: number;
	refused: number;
	stored: number;
	violations: { what: Violation; about: string }[];
}

interface Operation {
	phone: string;
	roundId: string;
	questionId: string;
	choice: unknown;
	invokedAt: number;
	okAt: number | null;
	failed: string | null;
	sequence: number | null;
}

/** INV-1 to INV-8 as far as phones and rows can tell. An empty list of violations is a pass. */
export function check(evidence: Evidence): Verdict {
	const violations: Verdict['violations'] = [];
	const say = (what: Violation, about: string) => void violations.push({ what, about });
	const operations = readOperations(evidence.log, say);
	const rowsOf = groupBy(evidence.stored, ({ operation }) => operation);

	for (const [id, operation] of operations) {
		const rows = rowsOf.get(id) ?? [];
		const [row] = rows;
		if (operation.okAt !== null && !row) say('lost', `${id} of ${operation.phone} has a receipt and no row`);
		if (operation.okAt === null && operation.failed === null) say('unresolved', `${id} of ${operation.phone}`);
		if (operation.okAt === null && operation.failed !== null && row)
			say('unknown', `${id} of ${operation.phone} was refused (${operation.failed}) and is stored`);
		if (rows.length > 1) say('doubled', `${id} of ${operation.phone} is stored ${rows.length} times`);
		if (row) checkRow(row, operation);
	}
	for (const { operation, phone } of evidence.stored)
		if (!operations.has(operation)) say('unknown', `${operation} of ${phone} was sent by no phone`);
	checkEffective(evidence.stored, say);
	checkScreens(evidence.log, say);
	for (const sentence of evidence.differing) say('result', sentence);
	if (!evidence.isChainWhole) say('chain', 'the log of the contest is broken');

	const all = [...operations.values()];
	return {
		invoked: all.length,
		acknowledged: all.filter(({ okAt }) => okAt !== null).length,
		refused: all.filter(({ failed }) => failed !== null).length,
		stored: evidence.stored.length,
		violations
	};

	function checkRow(row: StoredRow, operation: Operation): void {
		const same =
			row.phone === operation.phone &&
			row.roundId === operation.roundId &&
			row.questionId === operation.questionId &&
			canonical(row.choice) === canonical(operation.choice);
		if (!same) say('differs', `${row.operation} is stored otherwise than ${operation.phone} sent it`);
		if (operation.sequence !== null && operation.sequence !== row.sequence)
			say('differs', `${row.operation} has sequence ${row.sequence}, its receipt says ${operation.sequence}`);
		// INV-4: the house's clock alone says when an answer came: not before it was sent, not after its receipt.
		const { clockOffsetMs, clockErrorMs } = evidence;
		const earliest = operation.invokedAt + clockOffsetMs - clockErrorMs;
		const latest = operation.okAt === null ? Infinity : operation.okAt + clockOffsetMs + clockErrorMs;
		if (row.receivedAt < earliest || row.receivedAt > latest)
			say('time', `${row.operation} of ${row.phone} is stored as of a moment at which it cannot have come`);
		if (row.closesAt !== null && Math.max(row.receivedAt, earliest) > row.closesAt)
			say('late', `${row.operation} of ${row.phone} was taken after the close`);
	}
}

type Say = (what: Violation, about: string) => void;

function readOperations(log: LogLine[], say: Say): Map<string, Operation> {
	const operations = new Map<string, Operation>();
	for (const line of log) {
		if (line.what === 'leak') say('leak', `${line.phone} received a key before its reveal: ${line.text}`);
		if (line.what === 'invoke') {
			const { phone, roundId, questionId, choice } = line;
			const fresh = { phone, roundId, questionId, choice, okAt: null, failed: null, sequence: null };
			operations.set(line.operation, { ...fresh, invokedAt: line.at });
		}
		if (line.what !== 'ok' && line.what !== 'fail') continue;
		const operation = operations.get(line.operation);
		if (!operation) continue;
		if (line.what === 'fail') operation.failed = line.code;
		else {
			operation.okAt ??= line.at;
			operation.sequence ??= line.sequence;
		}
	}
	return operations;
}

/** INV-3: ordinals of a contestant's answers to a question are all different, and only one exists where none may change. */
function checkEffective(stored: StoredRow[], say: Say): void {
	const places = groupBy(stored, ({ phone, roundId, questionId }) => `${phone} ${roundId} ${questionId}`);
	for (const [place, rows] of places) {
		const ordinals = new Set(rows.map(({ ordinal }) => ordinal));
		const isClear = ordinals.size === rows.length && (rows.length === 1 || rows.every(({ mayChange }) => mayChange));
		if (!isClear) say('two effective answers', place);
	}
}

/** INV-6: nobody shows an older stage after a newer one. */
function checkScreens(log: LogLine[], say: Say): void {
	const newest = new Map<string, number>();
	for (const line of log) {
		if (line.what !== 'shows') continue;
		const known = newest.get(line.phone) ?? 0;
		if (line.version < known) say('stale screen', `${line.phone} shows ${line.version} after ${known}`);
		newest.set(line.phone, Math.max(known, line.version));
	}
}

function groupBy<T>(all: T[], keyOf: (each: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const each of all) {
		const group = groups.get(keyOf(each));
		if (group) group.push(each);
		else groups.set(keyOf(each), [each]);
	}
	return groups;
}

/** Keys in one order: a database gives them in its own. */
function canonical(value: unknown): string {
	return JSON.stringify(value, (_key, inner: unknown) =>
		inner !== null && typeof inner === 'object' && !Array.isArray(inner)
			? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
			: inner
	);
}
