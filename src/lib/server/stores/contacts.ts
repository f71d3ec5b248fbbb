// Who speaks for a unit, and the links they come in by: the only SQL about contacts; it sees hashes, never a link.
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { ContestId } from '../../contest/ids.ts';
import { contact, contest, session, unit } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export type ContactRow = typeof contact.$inferSelect;

/** Those who speak for a unit now, in the order they were named. */
export async function readContacts(db: Queryable, contestId: ContestId): Promise<ContactRow[]> {
	return db
		.select()
		.from(contact)
		.where(and(eq(contact.contestId, contestId), isNull(contact.removedAt)))
		.orderBy(asc(contact.id));
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

export async function insertContacts(db: Queryable, values: (typeof contact.$inferInsert)[]): Promise<void> {
	if (values.length > 0) await db.insert(contact).values(values);
}

/** Who it is, the link, or that they speak for it no longer. Only under the contest's lock. */
export async function updateContact(
	db: Queryable,
	id: string,
	values: Partial<Pick<ContactRow, 'name' | 'phone' | 'email' | 'linkHash' | 'linkMadeAt' | 'removedAt'>>
): Promise<void> {
	await db.update(contact).set(values).where(eq(contact.id, id));
}

/** Ends every session that was opened with a link of these people. */
export async function revokeContactSessions(db: Queryable, ids: string[], now: Date): Promise<void> {
	if (ids.length === 0) return;
	await db
		.update(session)
		.set({ revokedAt: now })
		.where(and(inArray(session.contactId, ids), isNull(session.revokedAt)));
}
