// One change to a stored lock of a session or to a hand under its minutes, with the line it has to be found at (R71).
import type { ChainedLine } from './event-chain.ts';
import type { StoredContest } from './stored-marks.fixture.ts';
import type { StoredHand, StoredLock } from './stored-minutes.ts';
import type { Tool } from './tampering.fixture.ts';

const stranger = '01890000-0000-7000-8000-00000000dead';

/** The last line of these kinds about the lock; null when there is none. */
function lastOf(lines: ChainedLine[], lockId: string, kinds: string[]): number | null {
	const own = lines.filter(
		({ kind, payload }) => kinds.includes(kind) && (payload as { lockId: string }).lockId === lockId
	);
	return own.at(-1)?.sequence ?? null;
}

const lineOfHand = (lines: ChainedLine[], { id }: StoredHand) =>
	lines.find(({ payload }) => (payload as { signatureId?: string }).signatureId === id)?.sequence ?? null;

const asking = ['session-opening-asked', 'session-opening-withdrawn'];
const lockChanges: [keyof StoredLock, string[], (lock: StoredLock) => StoredLock[keyof StoredLock]][] = [
	['stage', [], ({ stage }) => `${stage}2`],
	['session', [], ({ session }) => (session === null ? 'CHIEU' : null)],
	['lockedBy', [], () => stranger],
	['lockedAt', [], ({ lockedAt }) => lockedAt + 1],
	['askedBy', asking, ({ askedBy }) => (askedBy === null ? stranger : null)],
	['askedAt', asking, ({ askedAt }) => (askedAt ?? 0) + 1],
	['reason', asking, ({ reason }) => `${reason ?? ''} khác`],
	['openedBy', ['session-opened'], ({ openedBy }) => (openedBy === null ? stranger : null)],
	['openedAt', ['session-opened'], ({ openedAt }) => (openedAt === null ? 1_800_000_000_000 : null)]
];

const changeLock: Tool = (stored, below) => {
	const lock = stored.locks[below(stored.locks.length)];
	const [field, kinds, change] = lockChanges[below(lockChanges.length)]!;
	if (!lock) return null;
	const sequence = lastOf(stored.lines, lock.id, kinds) ?? lastOf(stored.lines, lock.id, ['session-locked']);
	return {
		what: `change ${field} of a lock`,
		stored: withLocks(stored, lock, { ...lock, [field]: change(lock) }),
		first: { ok: false, bad: 'lock', sequence, id: lock.id }
	};
};

const deleteLock: Tool = (stored, below) => {
	const lock = stored.locks[below(stored.locks.length)];
	if (!lock) return null;
	const sequence = lastOf(stored.lines, lock.id, ['session-locked']);
	const first = { ok: false, bad: 'lock', sequence, id: lock.id } as const;
	return { what: 'delete lock of a session', stored: withLocks(stored, lock), first };
};

const insertLock: Tool = (stored, below) => {
	const like = stored.locks[below(stored.locks.length)];
	if (!like) return null;
	const forged = { ...like, id: stranger };
	const first = { ok: false, bad: 'lock', sequence: null, id: stranger } as const;
	return { what: 'insert lock of a session', stored: withLocks(stored, null, forged), first };
};

const handChanges: [keyof StoredHand, (hand: StoredHand) => StoredHand[keyof StoredHand]][] = [
	['lockId', () => stranger],
	['act', ({ act }) => (act === 'signed' ? 'sealed' : 'signed')],
	['role', ({ role }) => (role === 'secretary' ? 'head_judge' : 'secretary')],
	['documentHash', () => 'e'.repeat(64)],
	['signedBy', () => stranger],
	['signedAt', ({ signedAt }) => signedAt + 1]
];

const changeHand: Tool = (stored, below) => {
	const hand = stored.hands[below(stored.hands.length)];
	const [field, change] = handChanges[below(handChanges.length)]!;
	if (!hand) return null;
	return {
		what: `change ${field} of a hand`,
		stored: withHands(stored, hand, { ...hand, [field]: change(hand) }),
		first: { ok: false, bad: 'hand', sequence: lineOfHand(stored.lines, hand), id: hand.id }
	};
};

const deleteHand: Tool = (stored, below) => {
	const hand = stored.hands[below(stored.hands.length)];
	if (!hand) return null;
	const first = { ok: false, bad: 'hand', sequence: lineOfHand(stored.lines, hand), id: hand.id } as const;
	return { what: 'delete hand of minutes', stored: withHands(stored, hand), first };
};

const insertHand: Tool = (stored, below) => {
	const like = stored.hands[below(stored.hands.length)];
	if (!like) return null;
	const first = { ok: false, bad: 'hand', sequence: null, id: stranger } as const;
	const forged = { ...like, id: stranger, documentHash: 'd'.repeat(64) };
	return { what: 'insert hand of minutes', stored: withHands(stored, null, forged), first };
};

function withLocks(stored: StoredContest, old: StoredLock | null, ...added: StoredLock[]): StoredContest {
	return { ...stored, locks: [...stored.locks.filter((lock) => lock !== old), ...added] };
}

function withHands(stored: StoredContest, old: StoredHand | null, ...added: StoredHand[]): StoredContest {
	return { ...stored, hands: [...stored.hands.filter((hand) => hand !== old), ...added] };
}

export const minutesTools: Tool[] = [changeLock, deleteLock, insertLock, changeHand, deleteHand, insertHand];
