// Session rows: the only SQL about sessions. `id` is always the SHA-256 of the cookie's secret.
import { and, eq, gt, inArray, isNull, lte } from 'drizzle-orm';
import { account, contact, session, slip, unit } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export type SessionRow = typeof session.$inferSelect;
export type SlipRow = typeof slip.$inferSelect;

/** Who speaks for a unit, with the unit's name. */
export interface SessionContact {
	id: string;
	contestId: string;
	unitId: string;
	name: string;
	unitName: string;
}

/** A session that has not been revoked, with the contestant or screen of its slip, or with its contact. */
export async function readLiveSession(
	db: Queryable,
	id: string
): Promise<{ session: SessionRow; slip: SlipRow | null; contact: SessionContact | null } | null> {
	const [row] = await db
		.select({
			session,
			slip,
			contact: {
				id: contact.id,
				contestId: contact.contestId,
				unitId: contact.unitId,
				name: contact.name
			},
			unitName: unit.name
		})
		.from(session)
		.leftJoin(slip, eq(slip.id, session.slipId))
		.leftJoin(contact, eq(contact.id, session.contactId))
		.leftJoin(unit, eq(unit.id, contact.unitId))
		.where(and(eq(session.id, id), isNull(session.revokedAt)));
	if (!row || row.slip?.revokedAt) return null;
	const { contact: found, unitName } = row;
	return { ...row, contact: found && { ...found, unitName: unitName ?? '' } };
}

export async function insertSession(db: Queryable, values: typeof session.$inferInsert): Promise<void> {
	await db.insert(session).values(values);
}

export async function prolongSession(db: Queryable, id: string, expiresAt: Date): Promise<void> {
	await db.update(session).set({ expiresAt }).where(eq(session.id, id));
}

export async function revokeSession(db: Queryable, id: string, now: Date): Promise<void> {
	await db
		.update(session)
		.set({ revokedAt: now })
		.where(and(eq(session.id, id), isNull(session.revokedAt)));
}

export type SessionHolder = { accountId: string } | { slipId: string } | { contactId: string };

/** Revokes every session of an account, a slip or a contact. */
export async function revokeSessionsOf(db: Queryable, holder: SessionHolder, now: Date): Promise<void> {
	const whose =
		'accountId' in holder
			? eq(session.accountId, holder.accountId)
			: 'slipId' in holder
				? eq(session.slipId, holder.slipId)
				: eq(session.contactId, holder.contactId);
	await db
		.update(session)
		.set({ revokedAt: now })
		.where(and(whose, isNull(session.revokedAt)));
}

export async function deleteSessionsEndedBefore(db: Queryable, instant: Date): Promise<void> {
	await db.delete(session).where(lte(session.endsAt, instant));
}

/** Of these session ids, those that are still good: the poll that cuts revoked people within two seconds. */
export async function readGoodSessionIds(db: Queryable, ids: string[], now: Date): Promise<Set<string>> {
	if (ids.length === 0) return new Set();
	const rows = await db
		.select({ id: session.id })
		.from(session)
		.leftJoin(slip, eq(slip.id, session.slipId))
		.leftJoin(account, eq(account.id, session.accountId))
		.where(
			and(
				inArray(session.id, ids),
				isNull(session.revokedAt),
				gt(session.endsAt, now),
				isNull(slip.revokedAt),
				isNull(account.disabledAt)
			)
		);
	return new Set(rows.map((row) => row.id));
}
