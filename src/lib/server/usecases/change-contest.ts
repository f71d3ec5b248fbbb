// The only way to change a contest: lock, check role and version, decide, save, log, bump, commit, and only then announce.
import { chainHash } from '../../contest/event-chain.ts';
import type { ContestId } from '../../contest/ids.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { refuseUnless, rolesOf, type Permission } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { databaseCode, isLostConnection } from '../stores/database-errors.ts';
import { bumpContestVersion, lockContest, type ContestRow } from '../stores/contests.ts';
import { appendEvents, lastEvent } from '../stores/events.ts';
import type { Queryable } from '../stores/queryable.ts';

/** What a change works with: one transaction that holds the contest's lock. */
export interface Change {
	db: Queryable;
	contest: ContestRow;
	/** The house's clock, ms since the epoch. */
	now: number;
	/** Adds a line to the contest's log, in this same transaction. */
	record(kind: string, payload: Record<string, unknown>): void;
}

export interface ChangeRequest {
	contestId: ContestId;
	permission: Permission;
	/** The version the person saw; a contest that has moved on refuses. Left out where a stale view does no harm. */
	expectedVersion?: number;
	/** What touches neither the result nor anything it is counted from. All else is refused once the result is published. */
	staysPossible?: true;
}

export interface Changed<T> {
	result: T;
	version: number;
}

/** Carries a refusal out of the transaction so that it is rolled back. */
class Refused extends Error {
	readonly refusal: Refusal;
	constructor(refusal: Refusal) {
		super(refusal.refused);
		this.refusal = refusal;
	}
}

const deadlockOrSerialization = new Set(['40P01', '40001']);
const tries = 3;
/** Before a change whose connection was lost is tried again, times the attempt; a killed database is back after about as long. */
const againMs = 300;

/**
 * Runs `change` under the contest's lock. A refusal changes nothing and announces nothing. A deadlock, or a connection lost
 * before anything could be committed, is tried again; one lost while committing is not: nobody knows what became of it.
 */
export async function changeContest<T>(
	app: App,
	seat: Seat,
	request: ChangeRequest,
	change: (change: Change) => Promise<T | Refusal>
): Promise<Changed<T> | Refusal> {
	for (let attempt = 1; ; attempt++) {
		let isCommitting = false;
		try {
			const changed = await app.database.drizzle.transaction(async (db) => {
				const decided = await changeLocked(app, seat, request, db, change);
				isCommitting = true;
				return decided;
			});
			app.news.announce({ contestId: request.contestId, version: changed.version });
			return changed;
		} catch (error) {
			if (error instanceof Refused) return error.refusal;
			if (attempt === tries) throw error;
			if (deadlockOrSerialization.has(databaseCode(error))) continue;
			if (isCommitting || !isLostConnection(error)) throw error;
			await new Promise((resolve) => setTimeout(resolve, againMs * attempt));
		}
	}
}

async function changeLocked<T>(
	app: App,
	seat: Seat,
	request: ChangeRequest,
	db: Queryable,
	change: (change: Change) => Promise<T | Refusal>
): Promise<Changed<T>> {
	const contest = await lockContest(db, request.contestId);
	const refusal = refuseUnless(seat, request.permission, request.contestId);
	if (refusal) throw new Refused(refusal);
	if (!contest) throw new Refused(refuse('input/not-found'));
	if (request.expectedVersion !== undefined && request.expectedVersion !== contest.version)
		throw new Refused(refuse('contest/moved-on', { expected: request.expectedVersion, actual: contest.version }));
	if (contest.publishedAt && !request.staysPossible) throw new Refused(refuse('result/already-published'));

	const recorded: { kind: string; payload: Record<string, unknown> }[] = [];
	const now = app.clock.now();
	const result = await change({
		db,
		contest,
		now,
		record: (kind, payload) => void recorded.push({ kind, payload })
	});
	if (isRefusal(result)) throw new Refused(result);

	// The contest's row knows where its log ends: a line that was taken off or put on at the end is never built upon.
	const last = Math.max(contest.logCount, (await lastEvent(db, contest.id))?.sequence ?? 0);
	let previousHash = contest.logHash;
	const rows = recorded.map(({ kind, payload }, index) => {
		const line = {
			sequence: last + index + 1,
			at: new Date(now).toISOString(),
			actor: actorOf(seat, contest.id),
			kind,
			payload
		};
		const hash = chainHash(previousHash, line);
		const row = { contestId: contest.id, ...line, previousHash, hash };
		previousHash = hash;
		return row;
	});
	await appendEvents(db, rows);
	const log = { logCount: last + rows.length, logHash: previousHash };
	return { result, version: await bumpContestVersion(db, contest.id, log) };
}

function actorOf(seat: Seat, contestId: ContestId): { role: string; id: string; name: string } {
	const role = rolesOf(seat, contestId)[0] ?? 'none';
	switch (seat.kind) {
		case 'staff':
			return { role, id: seat.accountId, name: seat.name };
		case 'contestant':
			return { role, id: seat.contestantId, name: '' };
		case 'screen':
			return { role, id: seat.slipId, name: '' };
		case 'contact':
			return { role, id: seat.contactId, name: seat.name };
		case 'house':
			return { role, id: seat.name, name: seat.name };
		case 'anonymous':
			return { role, id: '', name: '' };
	}
}
