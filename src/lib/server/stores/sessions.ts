// Session rows: the only SQL about sessions. `id` is always the SHA-256 of the cookie's secret.
import { and, eq, isNull, lte, sql } from 'drizzle-orm';
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

/** Of these session ids, those that are no longer good or never were: asked every second of thousands, with next to nothing to answer. */
export async function readEndedSessionIds(db: Queryable, ids: string[], now: Date): Promise<Set<string>> {
	if (ids.length === 0) return new Set();
	const rows = await db.execute<{ id: string }>(sql`
		select asked.id
		from unnest(${sql.param(ids)}::text[]) as asked (id)
		left join ${session} on ${session.id} = asked.id
		left join ${slip} on ${slip.id} = ${session.slipId}
		left join ${account} on ${account.id} = ${session.accountId}
		where ${session.id} is null or ${session.revokedAt} is not null or ${session.endsAt} <= ${now.toISOString()}
			or ${slip.revokedAt} is not null or ${account.disabledAt} is not null`);
	return new Set(rows.map(({ id }) => id));
}
