// Trial marking of samples: the only SQL about it. Marks of others are read from closed trials alone (R311); it must not know who asks.
import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { ContestId, JudgeId } from '../../contest/ids.ts';
import type { Marks } from '../../contest/rubric.ts';
import { calibration, calibrationSheet, judge } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export type CalibrationRow = typeof calibration.$inferSelect;
export type CalibrationSheetRow = typeof calibrationSheet.$inferSelect;

/** The newest first. */
export async function readCalibrations(db: Queryable, contestId: ContestId): Promise<CalibrationRow[]> {
	return db
		.select()
		.from(calibration)
		.where(eq(calibration.contestId, contestId))
		.orderBy(desc(calibration.setAt), desc(calibration.id));
}

export async function readCalibration(db: Queryable, contestId: ContestId, id: string): Promise<CalibrationRow | null> {
	const [row] = await db
		.select()
		.from(calibration)
		.where(and(eq(calibration.contestId, contestId), eq(calibration.id, id)));
	return row ?? null;
}

export async function insertCalibration(db: Queryable, values: typeof calibration.$inferInsert): Promise<string> {
	const [row] = await db.insert(calibration).values(values).returning({ id: calibration.id });
	if (!row) throw new Error('a trial was not stored');
	return row.id;
}

/** False when it was closed already. `by` is null when the last sheet closed it. */
export async function closeCalibrationRow(
	db: Queryable,
	id: string,
	{ at, by }: { at: Date; by: { name: string; accountId: string } | null }
): Promise<boolean> {
	const rows = await db
		.update(calibration)
		.set({ closedAt: at, closedBy: by?.name ?? null, closedByAccount: by?.accountId ?? null })
		.where(and(eq(calibration.id, id), isNull(calibration.closedAt)))
		.returning({ id: calibration.id });
	return rows.length === 1;
}

/** Whether it is open, and stays so until this transaction ends. */
export async function holdOpenCalibration(db: Queryable, id: string): Promise<boolean> {
	const rows = await db
		.select({ id: calibration.id })
		.from(calibration)
		.where(and(eq(calibration.id, id), isNull(calibration.closedAt)))
		.for('share');
	return rows.length === 1;
}

/** One judge's own sheets; nobody else's marks are read. */
export async function readOwnSamples(
	db: Queryable,
	contestId: ContestId,
	judgeId: JudgeId
): Promise<CalibrationSheetRow[]> {
	const rows = await db
		.select({ sheet: calibrationSheet })
		.from(calibrationSheet)
		.innerJoin(calibration, eq(calibration.id, calibrationSheet.calibrationId))
		.where(and(eq(calibration.contestId, contestId), eq(calibrationSheet.judgeId, judgeId)));
	return rows.map(({ sheet }) => sheet);
}

export async function readOwnSample(
	db: Queryable,
	calibrationId: string,
	judgeId: JudgeId
): Promise<CalibrationSheetRow | null> {
	const [row] = await db
		.select()
		.from(calibrationSheet)
		.where(and(eq(calibrationSheet.calibrationId, calibrationId), eq(calibrationSheet.judgeId, judgeId)));
	return row ?? null;
}

/** Who has submitted: no mark is read. */
export async function readSubmittedSamples(
	db: Queryable,
	contestId: ContestId
): Promise<{ calibrationId: string; judgeId: JudgeId }[]> {
	return db
		.select({ calibrationId: calibrationSheet.calibrationId, judgeId: calibrationSheet.judgeId })
		.from(calibrationSheet)
		.innerJoin(calibration, eq(calibration.id, calibrationSheet.calibrationId))
		.where(and(eq(calibration.contestId, contestId), isNotNull(calibrationSheet.lockedAt)));
}

/** R311: the submitted sheets of a trial that was closed; none of one that is open, whoever asks. Comments are not read. */
export async function readClosedSamples(
	db: Queryable,
	contestId: ContestId,
	calibrationId: string
): Promise<{ judge: string; marks: Marks }[]> {
	return db
		.select({ judge: judge.code, marks: calibrationSheet.marks })
		.from(calibrationSheet)
		.innerJoin(calibration, eq(calibration.id, calibrationSheet.calibrationId))
		.innerJoin(judge, eq(judge.id, calibrationSheet.judgeId))
		.where(
			and(
				eq(calibration.contestId, contestId),
				eq(calibration.id, calibrationId),
				isNotNull(calibration.closedAt),
				isNotNull(calibrationSheet.lockedAt)
			)
		)
		.orderBy(asc(judge.code));
}

interface Draft {
	calibrationId: string;
	judgeId: JudgeId;
	/** The version it was made over; 0 for none. */
	version: number;
	operation: string | null;
	marks: Marks;
	comments: Record<string, string>;
	savedAt: Date;
}

/** The new version; null when another device was there first, or it was submitted. */
export async function storeSample(db: Queryable, { calibrationId, judgeId, ...given }: Draft): Promise<number | null> {
	const { version, ...draft } = given;
	const next = version + 1;
	const rows =
		version === 0
			? await db
					.insert(calibrationSheet)
					.values({ ...draft, calibrationId, judgeId, version: next })
					.onConflictDoNothing()
					.returning({ version: calibrationSheet.version })
			: await db
					.update(calibrationSheet)
					.set({ ...draft, version: next })
					.where(
						and(
							eq(calibrationSheet.calibrationId, calibrationId),
							eq(calibrationSheet.judgeId, judgeId),
							eq(calibrationSheet.version, version),
							isNull(calibrationSheet.lockedAt)
						)
					)
					.returning({ version: calibrationSheet.version });
	return rows[0]?.version ?? null;
}

/** False when the sheet has another version, or was submitted already. */
export async function lockSample(
	db: Queryable,
	{ id, version, lockedAt, signedBy }: { id: string; version: number; lockedAt: Date; signedBy: string }
): Promise<boolean> {
	const rows = await db
		.update(calibrationSheet)
		.set({ lockedAt, signedBy })
		.where(and(eq(calibrationSheet.id, id), eq(calibrationSheet.version, version), isNull(calibrationSheet.lockedAt)))
		.returning({ id: calibrationSheet.id });
	return rows.length === 1;
}
