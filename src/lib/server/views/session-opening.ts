// How a locked session is opened again by two people (R148): who is waited for once one has asked, and how it went the last time.
import type { SessionPlace } from '../../contest/session-lock.ts';
import type { Role } from '../permissions.ts';
import type { MarkingLockRow } from '../stores/marking-locks.ts';

export interface SessionOpening {
	askedBy: string;
	openedBy: string;
	/** ms since the epoch. */
	at: number;
	reason: string;
}

/** The latest of the session; null where it was never opened again. `locks` in the order locked. */
export function lastOpening(locks: MarkingLockRow[], { stage, session }: SessionPlace): SessionOpening | null {
	const opened = locks.findLast(
		(lock) => lock.stage === stage && (lock.session || null) === session && lock.openedAt !== null
	);
	if (!opened?.openedAt) return null;
	const { askedBy, openedBy, openedAt, reason } = opened;
	return { askedBy: askedBy ?? '', openedBy: openedBy ?? '', at: openedAt.getTime(), reason: reason ?? '' };
}

/** Whose agreement is still wanted after somebody with these roles has asked. */
export function awaitedFor(asker: readonly Role[]): 'head_judge' | 'organiser' | 'either' {
	if (!asker.includes('head_judge')) return 'head_judge';
	return asker.includes('organiser') ? 'either' : 'organiser';
}
