// Who speaks for a unit, and the links they come in by: the only SQL about contacts; it sees hashes, never a link.
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { ContestId } from '../../contest/ids.ts';
import { contact, contest, session, unit } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export type ContactRow = typeof contact.$inferSelect;

export async function readContacts(db: Queryable, contestId: ContestId): Promise<ContactRow[]> {
	return db.select().from(contact).where(eq(contact.contestId, contestId));
}

/** Whose link this is; null when it is void. */
export async function readContactByLink(
	db: Queryable,
	linkHash: string
): Promise<{ contactId: string; contestName: string; organiser: string; unitName: string; name: string } | null> {
	const [row] = await db
		.select({
			contactId: contact.id,
			contestName: contest.name,
			organiser: contest.organiser,
			unitName: unit.name,
			name: contact.name
		})
		.from(contact)
		.innerJoin(contest, eq(contest.id, contact.contestId))
		.innerJoin(unit, eq(unit.id, contact.unitId))
		.where(eq(contact.linkHash, linkHash));
	return row ?? null;
}

/** Names the person; who has a link keeps it. */
export async function upsertContact(
	db: Queryable,
	values: Pick<ContactRow, 'contestId' | 'unitId' | 'name' | 'phone' | 'email'>
): Promise<void> {
	const { name, phone, email } = values;
	await db.insert(contact).values(values).onConflictDoUpdate({ target: contact.unitId, set: { name, phone, email } });
}

/** New links of these units, in place of those they had. */
export async function upsertContactLinks(
	db: Queryable,
	values: { contestId: string; unitId: string; linkHash: string; linkMadeAt: Date }[]
): Promise<void> {
	if (values.length === 0) return;
	await db
		.insert(contact)
		.values(values)
		.onConflictDoUpdate({
			target: contact.unitId,
			set: { linkHash: sql`excluded.link_hash`, linkMadeAt: sql`excluded.link_made_at` }
		});
}

/** Returns how many links that ended. */
export async function voidContactLinks(db: Queryable, contestId: ContestId, unitIds: string[]): Promise<number> {
	const rows = await db
		.update(contact)
		.set({ linkHash: null, linkMadeAt: null })
		.where(and(eq(contact.contestId, contestId), inArray(contact.unitId, unitIds), isNotNull(contact.linkHash)))
		.returning({ id: contact.id });
	return rows.length;
}

/** Ends every session that was opened with a link of these units. */
export async function revokeContactSessions(db: Queryable, unitIds: string[], now: Date): Promise<void> {
	if (unitIds.length === 0) return;
	await db
		.update(session)
		.set({ revokedAt: now })
		.where(
			and(
				inArray(session.contactId, db.select({ id: contact.id }).from(contact).where(inArray(contact.unitId, unitIds))),
				sql`${session.revokedAt} is null`
			)
		);
}
