// Units, contestants and judges of a contest: the only SQL about them; it must not know who asks or how they are shown.
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { ContestantId, ContestId, JudgeId } from '../../contest/ids.ts';
import { contestant, judge, unit, type ContestantStatus } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export type UnitRow = typeof unit.$inferSelect;
export type JudgeRow = typeof judge.$inferSelect & { unitCode: string | null };
export type ContestantRow = typeof contestant.$inferSelect & { unitCode: string; unitName: string };

/** All units by code. */
export async function readUnits(db: Queryable, contestId: ContestId): Promise<UnitRow[]> {
	return db.select().from(unit).where(eq(unit.contestId, contestId)).orderBy(byNumber(unit.code));
}

/** All contestants by number, each with the unit's code and name. */
export async function readContestants(db: Queryable, contestId: ContestId): Promise<ContestantRow[]> {
	const rows = await db
		.select({ contestant, unitCode: unit.code, unitName: unit.name })
		.from(contestant)
		.innerJoin(unit, eq(unit.id, contestant.unitId))
		.where(eq(contestant.contestId, contestId))
		.orderBy(byNumber(contestant.number));
	return rows.map(({ contestant: row, unitCode, unitName }) => ({ ...row, unitCode, unitName }));
}

/** What each of these contestants is shown of themselves, in no order. */
export async function readNamesOf(
	db: Queryable,
	contestId: ContestId,
	ids: ContestantId[]
): Promise<Pick<ContestantRow, 'id' | 'number' | 'fullName' | 'unitName' | 'deviceEpoch' | 'extraPercent'>[]> {
	return db
		.select({
			id: contestant.id,
			number: contestant.number,
			fullName: contestant.fullName,
			unitName: unit.name,
			deviceEpoch: contestant.deviceEpoch,
			extraPercent: contestant.extraPercent
		})
		.from(contestant)
		.innerJoin(unit, eq(unit.id, contestant.unitId))
		.where(
			and(
				eq(contestant.contestId, contestId),
				sql`${contestant.id} in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`
			)
		);
}

/** The panel by code, each with the unit's code. */
export async function readJudges(db: Queryable, contestId: ContestId): Promise<JudgeRow[]> {
	const rows = await db
		.select({ judge, unitCode: unit.code })
		.from(judge)
		.leftJoin(unit, eq(unit.id, judge.unitId))
		.where(eq(judge.contestId, contestId))
		.orderBy(byNumber(judge.code));
	return rows.map(({ judge: row, unitCode }) => ({ ...row, unitCode }));
}

export async function readContestant(
	db: Queryable,
	contestId: ContestId,
	id: ContestantId
): Promise<typeof contestant.$inferSelect | null> {
	const [row] = await db
		.select()
		.from(contestant)
		.where(and(eq(contestant.contestId, contestId), eq(contestant.id, id)));
	return row ?? null;
}

/** Stores units by code: new ones are added, known ones take the new values. */
export async function upsertUnits(db: Queryable, values: (typeof unit.$inferInsert)[]): Promise<void> {
	if (values.length === 0) return;
	await db
		.insert(unit)
		.values(values)
		.onConflictDoUpdate({
			target: [unit.contestId, unit.code],
			set: {
				name: sql`excluded.name`,
				kind: sql`excluded.kind`,
				parentCode: sql`excluded.parent_code`,
				members: sql`excluded.members`,
				quota: sql`excluded.quota`
			}
		});
}

/** Stores contestants by number; status and check-in of known ones stay. */
export async function upsertContestants(db: Queryable, values: (typeof contestant.$inferInsert)[]): Promise<void> {
	if (values.length === 0) return;
	await db
		.insert(contestant)
		.values(values)
		.onConflictDoUpdate({
			target: [contestant.contestId, contestant.number],
			set: {
				fullName: sql`excluded.full_name`,
				familyName: sql`excluded.family_name`,
				middleName: sql`excluded.middle_name`,
				givenName: sql`excluded.given_name`,
				gender: sql`excluded.gender`,
				birthDate: sql`excluded.birth_date`,
				unitId: sql`excluded.unit_id`,
				position: sql`excluded.position`,
				phone: sql`excluded.phone`,
				email: sql`excluded.email`,
				category: sql`excluded.category`,
				cluster: sql`excluded.cluster`,
				team: sql`excluded.team`,
				listedSession: sql`excluded.listed_session`,
				mayWin: sql`excluded.may_win`,
				route: sql`excluded.route`,
				codeName: sql`excluded.code_name`
			}
		});
}

export async function insertContestant(db: Queryable, values: typeof contestant.$inferInsert): Promise<ContestantId> {
	const [row] = await db.insert(contestant).values(values).returning({ id: contestant.id });
	if (!row) throw new Error('a contestant was not stored');
	return row.id;
}

type Facts = Pick<typeof contestant.$inferSelect, 'gender' | 'birthDate' | 'position' | 'phone' | 'email'>;

/** Takes over what is not known of a contestant, and nothing else. */
export async function fillContestant(db: Queryable, known: Facts & { id: ContestantId }, more: Facts): Promise<void> {
	await db
		.update(contestant)
		.set({
			gender: known.gender ?? more.gender,
			birthDate: known.birthDate ?? more.birthDate,
			position: known.position || more.position,
			phone: known.phone || more.phone,
			email: known.email || more.email
		})
		.where(eq(contestant.id, known.id));
}

/** What organisers set of a unit beside its list. */
export async function updateUnit(
	db: Queryable,
	id: string,
	values: Pick<UnitRow, 'quota' | 'validFrom' | 'validUntil'>
): Promise<void> {
	await db.update(unit).set(values).where(eq(unit.id, id));
}

/** Stores judges by code; the account of known ones stays. */
export async function upsertJudges(db: Queryable, values: (typeof judge.$inferInsert)[]): Promise<void> {
	if (values.length === 0) return;
	await db
		.insert(judge)
		.values(values)
		.onConflictDoUpdate({
			target: [judge.contestId, judge.code],
			set: {
				fullName: sql`excluded.full_name`,
				role: sql`excluded.role`,
				position: sql`excluded.position`,
				panels: sql`excluded.panels`,
				unitId: sql`excluded.unit_id`
			}
		});
}

export async function seatJudge(
	db: Queryable,
	id: JudgeId,
	seat: Pick<typeof judge.$inferSelect, 'panels' | 'limits' | 'unitId'>
): Promise<void> {
	await db.update(judge).set(seat).where(eq(judge.id, id));
}

/** Where a contestant belongs. */
export type ContestantPlace = Pick<
	typeof contestant.$inferSelect,
	'category' | 'cluster' | 'team' | 'mayWin' | 'route'
>;

export async function placeContestantRow(db: Queryable, id: ContestantId, place: ContestantPlace): Promise<void> {
	await db.update(contestant).set(place).where(eq(contestant.id, id));
}

/** Under the contest's lock; that no two are the same was asked before. */
export async function saveCodeName(db: Queryable, id: ContestantId, codeName: string | null): Promise<void> {
	await db.update(contestant).set({ codeName }).where(eq(contestant.id, id));
}

/** False when somebody else has given the judge an account in the meantime. */
export async function giveJudgeAccount(db: Queryable, id: JudgeId, accountId: string): Promise<boolean> {
	const rows = await db
		.update(judge)
		.set({ accountId })
		.where(and(eq(judge.id, id), isNull(judge.accountId)))
		.returning({ id: judge.id });
	return rows.length === 1;
}

export async function updateAttendance(
	db: Queryable,
	contestId: ContestId,
	ids: ContestantId[],
	values: { status: ContestantStatus; checkedInAt: Date | null }
): Promise<void> {
	if (ids.length === 0) return;
	await db
		.update(contestant)
		.set(values)
		.where(and(eq(contestant.contestId, contestId), inArray(contestant.id, ids)));
}

/** TS9 before TS10 whatever the padding: by length of the code's figures, then by the code. */
function byNumber(code: typeof unit.code | typeof contestant.number | typeof judge.code) {
	return sql`regexp_replace(${code}, '[0-9]+.*$', ''), length(substring(${code} from '[0-9]+')), ${asc(code)}`;
}
