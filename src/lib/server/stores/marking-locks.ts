// Locks on the marking of sessions, and hands under their minutes: the only SQL on their tables; it must not know who may lock or sign.
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { ContestId, TurnId } from '../../contest/ids.ts';
import type { SessionPlace } from '../../contest/session-lock.ts';
import { markingLock, minutesSignature, turn } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export type MarkingLockRow = typeof markingLock.$inferSelect;
export type MinutesSignatureRow = typeof minutesSignature.$inferSelect;

const placeOf = (contestId: ContestId, { stage, session }: SessionPlace) =>
	and(
		eq(markingLock.contestId, contestId),
		eq(markingLock.stage, stage),
		eq(markingLock.session, session ?? ''),
		isNull(markingLock.openedAt)
	);

/** Every lock of the contest, those that were opened again too, in the order locked. */
export async function readMarkingLocks(db: Queryable, contestId: ContestId): Promise<MarkingLockRow[]> {
	return db
		.select()
		.from(markingLock)
		.where(eq(markingLock.contestId, contestId))
		.orderBy(asc(markingLock.lockedAt), asc(markingLock.id));
}

/** The lock that holds for the session now. */
export async function readStandingLock(
	db: Queryable,
	contestId: ContestId,
	place: SessionPlace
): Promise<MarkingLockRow | null> {
	const [row] = await db.select().from(markingLock).where(placeOf(contestId, place));
	return row ?? null;
}

/** Whether the turn's session is open; until the transaction ends nobody locks it. */
export async function holdOpenSession(db: Queryable, turnId: TurnId): Promise<boolean> {
	const [held] = await db.select().from(turn).where(eq(turn.id, turnId)).for('key share');
	// A statement of its own: it sees what whoever was waited for has committed.
	return held !== undefined && (await readStandingLock(db, held.contestId, held)) === null;
}

/** Null when the session is locked already. */
export async function insertMarkingLock(
	db: Queryable,
	values: typeof markingLock.$inferInsert
): Promise<MarkingLockRow | null> {
	const [row] = await db.insert(markingLock).values(values).onConflictDoNothing().returning();
	return row ?? null;
}

/** Asks for the opening, takes the asking back, or opens: the only changes there are. */
export async function updateMarkingLock(
	db: Queryable,
	id: string,
	values: Pick<typeof markingLock.$inferInsert, 'askedBy' | 'askedByAccount' | 'askedAt' | 'reason'> | OpenedBy
): Promise<void> {
	await db.update(markingLock).set(values).where(eq(markingLock.id, id));
}

interface OpenedBy {
	openedBy: string;
	openedByAccount: string;
	openedAt: Date;
}

/** In the order signed. */
export async function readMinutesSignatures(db: Queryable, contestId: ContestId): Promise<MinutesSignatureRow[]> {
	const rows = await db
		.select({ signature: minutesSignature })
		.from(minutesSignature)
		.innerJoin(markingLock, eq(markingLock.id, minutesSignature.lockId))
		.where(eq(markingLock.contestId, contestId))
		.orderBy(asc(minutesSignature.signedAt), asc(minutesSignature.id));
	return rows.map(({ signature }) => signature);
}

/** Null when this role, or this person, has signed the document already. */
export async function insertMinutesSignature(
	db: Queryable,
	values: typeof minutesSignature.$inferInsert
): Promise<{ id: string } | null> {
	const [row] = await db
		.insert(minutesSignature)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: minutesSignature.id });
	return row ?? null;
}
