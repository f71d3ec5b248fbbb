// Holds stored locks of sessions and hands under minutes against the log (R71): what was locked and signed is what is there. It must not know any store.
import type { ChainedLine } from './event-chain.ts';

export interface StoredLock {
	id: string;
	stage: string;
	/** Null for a stage without sessions. */
	session: string | null;
	lockedBy: string;
	/** ms since the epoch. */
	lockedAt: number;
	askedBy: string | null;
	askedAt: number | null;
	reason: string | null;
	openedBy: string | null;
	openedAt: number | null;
}

export interface StoredHand {
	id: string;
	lockId: string;
	act: 'signed' | 'sealed';
	role: string;
	documentHash: string;
	signedBy: string;
	signedAt: number;
}

interface BadRow<Bad> {
	ok: false;
	bad: Bad;
	/** The line that speaks of it last; null when none does. */
	sequence: number | null;
	/** Of the lock or of the hand. */
	id: string;
}
export type BadMinutes = BadRow<'lock'> | BadRow<'hand'>;

interface Told {
	lock: StoredLock;
	/** Of the line that said each thing last. */
	locked: number;
	asked: number;
	opened: number;
}

/** Null when every lock and every hand is what the log says, and the log speaks of each. */
export function verifyMinutes(lines: ChainedLine[], locks: StoredLock[], hands: StoredHand[]): BadMinutes | null {
	const told = toldLocks(lines);
	for (const [id, each] of told) {
		const sequence = badLine(
			each,
			locks.find((lock) => lock.id === id)
		);
		if (sequence !== null) return { ok: false, bad: 'lock', sequence, id };
	}
	const untold = locks.find(({ id }) => !told.has(id));
	if (untold) return { ok: false, bad: 'lock', sequence: null, id: untold.id };
	return badHand(lines, hands);
}

/** What the log makes of each lock, in the order locked. */
function toldLocks(lines: ChainedLine[]): Map<string, Told> {
	const told = new Map<string, Told>();
	for (const { kind, sequence, at, actor, payload } of lines) {
		const { lockId, stage, session, reason } = payload as {
			lockId: string;
			stage: string;
			session: string | null;
			reason: string;
		};
		const by = (actor as { id: string }).id;
		const instant = Date.parse(at);
		if (kind === 'session-locked') {
			const open = { askedBy: null, askedAt: null, reason: null, openedBy: null, openedAt: null };
			const lock = { id: lockId, stage, session, lockedBy: by, lockedAt: instant, ...open };
			told.set(lockId, { lock, locked: sequence, asked: sequence, opened: sequence });
		}
		const each = told.get(lockId);
		if (!each) continue;
		if (kind === 'session-opening-asked') {
			each.lock = { ...each.lock, askedBy: by, askedAt: instant, reason };
			each.asked = sequence;
		} else if (kind === 'session-opening-withdrawn') {
			each.lock = { ...each.lock, askedBy: null, askedAt: null, reason: null };
			each.asked = sequence;
		} else if (kind === 'session-opened') {
			each.lock = { ...each.lock, openedBy: by, openedAt: instant };
			each.opened = sequence;
		}
	}
	return told;
}

/** The line that the stored lock does not fit; null when it fits all. */
function badLine({ lock, locked, asked, opened }: Told, stored: StoredLock | undefined): number | null {
	const differs = (...fields: (keyof StoredLock)[]) => fields.some((field) => lock[field] !== stored?.[field]);
	if (differs('id', 'stage', 'session', 'lockedBy', 'lockedAt')) return locked;
	if (differs('askedBy', 'askedAt', 'reason')) return asked;
	return differs('openedBy', 'openedAt') ? opened : null;
}

const acts: Record<string, StoredHand['act']> = { 'minutes-signed': 'signed', 'minutes-sealed': 'sealed' };

function badHand(lines: ChainedLine[], hands: StoredHand[]): BadMinutes | null {
	const told = new Set<string>();
	for (const { kind, sequence, at, actor, payload } of lines) {
		const act = acts[kind];
		if (!act) continue;
		const { signatureId: id, lockId, role, documentHash } = payload as unknown as StoredHand & { signatureId: string };
		const hand = hands.find((each) => each.id === id);
		const isSo =
			hand?.lockId === lockId &&
			hand.act === act &&
			hand.role === role &&
			hand.documentHash === documentHash &&
			hand.signedBy === (actor as { id: string }).id &&
			hand.signedAt === Date.parse(at);
		if (!isSo || told.has(id)) return { ok: false, bad: 'hand', sequence, id };
		told.add(id);
	}
	const untold = hands.find(({ id }) => !told.has(id));
	return untold ? { ok: false, bad: 'hand', sequence: null, id: untold.id } : null;
}
