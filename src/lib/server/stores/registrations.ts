// What units register and what they are asked: the only SQL about registrations; it must not know who asks.
import { and, asc, eq, sql } from 'drizzle-orm';
import type { ContestId } from '../../contest/ids.ts';
import { registration, registrationTerms, unit } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export type RegistrationTermsRow = typeof registrationTerms.$inferSelect;
export type RegistrationRow = typeof registration.$inferSelect & { unitCode: string; unitName: string };

/** Null where nothing was asked. */
export async function readRegistrationTerms(db: Queryable, contestId: ContestId): Promise<RegistrationTermsRow | null> {
	const [row] = await db.select().from(registrationTerms).where(eq(registrationTerms.contestId, contestId));
	return row ?? null;
}

export async function saveRegistrationTerms(
	db: Queryable,
	values: Omit<RegistrationTermsRow, 'version'>
): Promise<void> {
	const { opensAt, closesAt, reserves, questions, wantsPhoto, wantsConfirmation } = values;
	await db
		.insert(registrationTerms)
		.values(values)
		.onConflictDoUpdate({
			target: registrationTerms.contestId,
			set: {
				opensAt,
				closesAt,
				reserves,
				questions,
				wantsPhoto,
				wantsConfirmation,
				version: sql`${registrationTerms.version} + 1`
			}
		});
}

/** All of a contest in the order they were begun. */
export async function readRegistrations(db: Queryable, contestId: ContestId): Promise<RegistrationRow[]> {
	const rows = await db
		.select({ registration, unitCode: unit.code, unitName: unit.name })
		.from(registration)
		.innerJoin(unit, eq(unit.id, registration.unitId))
		.where(eq(registration.contestId, contestId))
		.orderBy(asc(registration.madeAt), asc(registration.id));
	return rows.map(({ registration: row, ...codes }) => ({ ...row, ...codes }));
}

export async function insertRegistration(db: Queryable, values: typeof registration.$inferInsert): Promise<string> {
	const [row] = await db.insert(registration).values(values).returning({ id: registration.id });
	if (!row) throw new Error('a registration was not stored');
	return row.id;
}

/** Takes the new values and grows the version. Only under the contest's lock. */
export async function updateRegistration(
	db: Queryable,
	contestId: ContestId,
	id: string,
	values: Partial<typeof registration.$inferInsert>
): Promise<void> {
	await db
		.update(registration)
		.set({ ...values, version: sql`${registration.version} + 1` })
		.where(and(eq(registration.contestId, contestId), eq(registration.id, id)));
}
