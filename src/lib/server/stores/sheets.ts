// Score sheets and their revisions: the only SQL on the scoresheet table; it must not know who may read or write them.
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { ContestId, CriterionCode, JudgeId, TurnId } from '../../contest/ids.ts';
import type { Marks } from '../../contest/rubric.ts';
import { contestant, judge, scoresheet, turn } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

/** The latest revision of one judge's sheet of one turn; instants are ms since the epoch. */
export interface SheetRecord {
	id: string;
	turnId: TurnId;
	contestantId: string;
	judgeId: JudgeId;
	judge: { code: string; fullName: string };
	revision: number;
	/** Grows with each saved draft of this revision. */
	version: number;
	marks: Marks;
	comments: Record<CriterionCode, string>;
	savedAt: number;
	/** The save that made this version; null where it was made without a script or from paper. */
	operation: string | null;
	/** When the first of this revision was saved; null where nobody measured it. */
	begunAt: number | null;
	/** When a second device was refused with other marks than these; null once a version was saved after it. */
	refusedAt: number | null;
	/** Null while it is a draft. */
	lockedAt: number | null;
	/** Account that locked it; null while it is a draft, and for a sheet from paper. */
	signedBy: string | null;
	/** Set while the sheet is on paper: what is stored here was on the screen before. */
	closedAt: number | null;
	origin: 'screen' | 'paper';
	/** How often a locked revision was opened again. */
	reopenings: number;
	/** Why and by which account it was opened; null for the first revision. */
	reopenReason: string | null;
	reopenedBy: string | null;
}

const columns = {
	id: scoresheet.id,
	turnId: scoresheet.turnId,
	contestantId: turn.contestantId,
	judgeId: scoresheet.judgeId,
	judgeCode: judge.code,
	judgeName: judge.fullName,
	revision: scoresheet.revision,
	version: scoresheet.version,
	marks: scoresheet.marks,
	comments: scoresheet.comments,
	savedAt: scoresheet.savedAt,
	operation: scoresheet.operation,
	begunAt: scoresheet.begunAt,
	refusedAt: scoresheet.refusedAt,
	lockedAt: scoresheet.lockedAt,
	signedBy: scoresheet.signedBy,
	closedAt: scoresheet.closedAt,
	origin: scoresheet.origin,
	reopenings: sql<number>`(
		select count(*)::int from scoresheet o join scoresheet l
			on l.turn_id = o.turn_id and l.judge_id = o.judge_id and l.revision = o.revision - 1 and l.locked_at is not null
		where o.turn_id = scoresheet.turn_id and o.judge_id = scoresheet.judge_id)`,
	reopenReason: scoresheet.reopenReason,
	reopenedBy: scoresheet.reopenedBy
};

interface SheetColumns {
	id: string;
	turnId: string;
	contestantId: string;
	judgeId: string;
	judgeCode: string;
	judgeName: string;
	revision: number;
	version: number;
	marks: Marks;
	comments: Record<string, string>;
	savedAt: Date;
	operation: string | null;
	begunAt: Date | null;
	refusedAt: Date | null;
	lockedAt: Date | null;
	signedBy: string | null;
	closedAt: Date | null;
	origin: 'screen' | 'paper';
	reopenings: number;
	reopenReason: string | null;
	reopenedBy: string | null;
}

function sheetRecord(row: SheetColumns): SheetRecord {
	const { judgeCode, judgeName, savedAt, begunAt, refusedAt, lockedAt, closedAt, ...rest } = row;
	return {
		...rest,
		judge: { code: judgeCode, fullName: judgeName },
		savedAt: savedAt.getTime(),
		begunAt: begunAt?.getTime() ?? null,
		refusedAt: refusedAt?.getTime() ?? null,
		lockedAt: lockedAt?.getTime() ?? null,
		closedAt: closedAt?.getTime() ?? null
	};
}

/** The latest revision of every (turn, judge) of the contest, drafts included: callers decide who may see what. */
export async function readEffectiveSheets(db: Queryable, contestId: ContestId): Promise<SheetRecord[]> {
	const rows = await db
		.selectDistinctOn([scoresheet.turnId, scoresheet.judgeId], columns)
		.from(scoresheet)
		.innerJoin(turn, eq(turn.id, scoresheet.turnId))
		.innerJoin(judge, eq(judge.id, scoresheet.judgeId))
		.where(eq(turn.contestId, contestId))
		.orderBy(asc(scoresheet.turnId), asc(scoresheet.judgeId), desc(scoresheet.revision));
	return rows.map(sheetRecord);
}

/** Every revision of every sheet of the contest with the number of its contestant. */
export async function readAllRevisions(
	db: Queryable,
	contestId: ContestId
): Promise<(SheetRecord & { number: string })[]> {
	const rows = await db
		.select({ ...columns, number: contestant.number })
		.from(scoresheet)
		.innerJoin(turn, eq(turn.id, scoresheet.turnId))
		.innerJoin(contestant, eq(contestant.id, turn.contestantId))
		.innerJoin(judge, eq(judge.id, scoresheet.judgeId))
		.where(eq(turn.contestId, contestId))
		.orderBy(asc(turn.position), asc(judge.code), asc(scoresheet.revision));
	return rows.map(({ number, ...row }) => ({ ...sheetRecord(row), number }));
}

/** The latest revisions of one judge's own sheets; nobody else's marks are read. */
export async function readSheetsOf(db: Queryable, contestId: ContestId, judgeId: JudgeId): Promise<SheetRecord[]> {
	const rows = await db
		.selectDistinctOn([scoresheet.turnId], columns)
		.from(scoresheet)
		.innerJoin(turn, eq(turn.id, scoresheet.turnId))
		.innerJoin(judge, eq(judge.id, scoresheet.judgeId))
		.where(and(eq(turn.contestId, contestId), eq(scoresheet.judgeId, judgeId)))
		.orderBy(asc(scoresheet.turnId), desc(scoresheet.revision));
	return rows.map(sheetRecord);
}

/** The latest revision of one judge's sheet of one turn. */
export async function readSheet(db: Queryable, turnId: TurnId, judgeId: JudgeId): Promise<SheetRecord | null> {
	const [row] = await db
		.select(columns)
		.from(scoresheet)
		.innerJoin(turn, eq(turn.id, scoresheet.turnId))
		.innerJoin(judge, eq(judge.id, scoresheet.judgeId))
		.where(and(eq(scoresheet.turnId, turnId), eq(scoresheet.judgeId, judgeId)))
		.orderBy(desc(scoresheet.revision))
		.limit(1);
	return row ? sheetRecord(row) : null;
}

/** Stores a new revision, begun with this first saving; null when another device has stored it first. */
export async function insertSheet(
	db: Queryable,
	values: typeof scoresheet.$inferInsert
): Promise<{ id: string; version: number } | null> {
	const [row] = await db
		.insert(scoresheet)
		.values({ ...values, begunAt: values.savedAt })
		.onConflictDoNothing()
		.returning({ id: scoresheet.id, version: scoresheet.version });
	return row ?? null;
}

/** Saves a draft only over the version it was made from and only while it is neither locked nor closed; null otherwise. */
export async function saveDraft(
	db: Queryable,
	draft: {
		id: string;
		version: number;
		marks: Marks;
		comments: Record<CriterionCode, string>;
		savedAt: Date;
		operation: string | null;
	}
): Promise<number | null> {
	const [row] = await db
		.update(scoresheet)
		.set({
			marks: draft.marks,
			comments: draft.comments,
			savedAt: draft.savedAt,
			operation: draft.operation,
			refusedAt: null,
			version: sql`${scoresheet.version} + 1`
		})
		.where(isDraftAt(draft))
		.returning({ version: scoresheet.version });
	return row?.version ?? null;
}

/** Notes on a draft that another device was refused with other marks. */
export async function noteRefusedDevice(db: Queryable, id: string, refusedAt: Date): Promise<void> {
	await db
		.update(scoresheet)
		.set({ refusedAt })
		.where(and(eq(scoresheet.id, id), isNull(scoresheet.lockedAt), isNull(scoresheet.closedAt)));
}

/** Locks the sheet at the version the judge saw; false when it has changed or is a draft no more. */
export async function lockSheet(
	db: Queryable,
	sheet: { id: string; version: number; lockedAt: Date; signedBy: string }
): Promise<boolean> {
	const rows = await db
		.update(scoresheet)
		.set({ lockedAt: sheet.lockedAt, signedBy: sheet.signedBy })
		.where(isDraftAt(sheet))
		.returning({ id: scoresheet.id });
	return rows.length === 1;
}

/** Closes the draft for paper at the version that was seen; false when it has changed or is a draft no more. */
export async function closeDraft(
	db: Queryable,
	sheet: { id: string; version: number; closedAt: Date }
): Promise<boolean> {
	const rows = await db
		.update(scoresheet)
		.set({ closedAt: sheet.closedAt })
		.where(isDraftAt(sheet))
		.returning({ id: scoresheet.id });
	return rows.length === 1;
}

function isDraftAt({ id, version }: { id: string; version: number }) {
	return and(
		eq(scoresheet.id, id),
		eq(scoresheet.version, version),
		isNull(scoresheet.lockedAt),
		isNull(scoresheet.closedAt)
	);
}
