// Score sheets on paper and what was typed from them: the only SQL on their tables; it must not know who may read or write them.
import { and, asc, eq } from 'drizzle-orm';
import type { ContestId, JudgeId, TurnId } from '../../contest/ids.ts';
import type { TypedSheet } from '../../contest/paper-sheet.ts';
import type { StoredEntry } from '../../contest/stored-entries.ts';
import { contestant, judge, paperEntry, paperSheet, turn } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export type PaperRow = typeof paperSheet.$inferSelect;

/** Who typed it and when; no mark is read with it, for whoever types second must not meet the first. */
export interface PaperTypist {
	ordinal: number;
	name: string;
	accountId: string;
	at: number;
}

export interface PaperRecord extends PaperRow {
	/** In the order typed. */
	typists: PaperTypist[];
}

/** Every paper of the contest, the settled ones too, in the order opened. */
export async function readPapers(db: Queryable, contestId: ContestId): Promise<PaperRecord[]> {
	return withTypists(await papersWith(db, eq(turn.contestId, contestId)));
}

/** Every paper of one sheet, the settled ones too, in the order opened. */
export async function readPapersOf(db: Queryable, turnId: TurnId, judgeId: JudgeId): Promise<PaperRecord[]> {
	return withTypists(await papersWith(db, and(eq(paperSheet.turnId, turnId), eq(paperSheet.judgeId, judgeId))));
}

function papersWith(db: Queryable, condition: ReturnType<typeof and>) {
	return db
		.select({
			paper: paperSheet,
			ordinal: paperEntry.ordinal,
			name: paperEntry.enteredBy,
			accountId: paperEntry.enteredByAccount,
			at: paperEntry.enteredAt
		})
		.from(paperSheet)
		.innerJoin(turn, eq(turn.id, paperSheet.turnId))
		.leftJoin(paperEntry, eq(paperEntry.paperId, paperSheet.id))
		.where(condition)
		.orderBy(asc(paperSheet.openedAt), asc(paperSheet.id), asc(paperEntry.ordinal));
}

function withTypists(rows: Awaited<ReturnType<typeof papersWith>>): PaperRecord[] {
	const papers = new Map<string, PaperRecord>();
	for (const { paper, ordinal, name, accountId, at } of rows) {
		const record = papers.get(paper.id) ?? { ...paper, typists: [] };
		papers.set(paper.id, record);
		if (ordinal !== null && name !== null && accountId !== null && at !== null)
			record.typists.push({ ordinal, name, accountId, at: at.getTime() });
	}
	return [...papers.values()];
}

/** What was typed, in the order typed. */
export async function readEntries(db: Queryable, paperId: string): Promise<TypedSheet[]> {
	return db
		.select({ marks: paperEntry.marks, comments: paperEntry.comments })
		.from(paperEntry)
		.where(eq(paperEntry.paperId, paperId))
		.orderBy(asc(paperEntry.ordinal));
}

/** All that was ever typed from papers of the contest, to be held against its log. */
export async function readAllEntries(db: Queryable, contestId: ContestId): Promise<StoredEntry[]> {
	const rows = await db
		.select({ paper: paperSheet, typed: paperEntry, number: contestant.number, judge: judge.code })
		.from(paperEntry)
		.innerJoin(paperSheet, eq(paperSheet.id, paperEntry.paperId))
		.innerJoin(turn, eq(turn.id, paperSheet.turnId))
		.innerJoin(contestant, eq(contestant.id, turn.contestantId))
		.innerJoin(judge, eq(judge.id, paperSheet.judgeId))
		.where(eq(turn.contestId, contestId))
		.orderBy(asc(paperEntry.enteredAt), asc(paperEntry.paperId), asc(paperEntry.ordinal));
	return rows.map(({ paper: { id, turnId, judgeId }, typed, number, judge }) => ({
		paperId: id,
		entry: typed.ordinal,
		turnId,
		judgeId,
		number,
		judge,
		marks: typed.marks,
		comments: typed.comments,
		typedBy: { id: typed.enteredByAccount, name: typed.enteredBy },
		typedAt: typed.enteredAt.getTime()
	}));
}

/** What one account typed itself. */
export async function readEntryOf(db: Queryable, paperId: string, accountId: string): Promise<TypedSheet | null> {
	const [row] = await db
		.select({ marks: paperEntry.marks, comments: paperEntry.comments })
		.from(paperEntry)
		.where(and(eq(paperEntry.paperId, paperId), eq(paperEntry.enteredByAccount, accountId)));
	return row ?? null;
}

export async function insertPaper(db: Queryable, values: typeof paperSheet.$inferInsert): Promise<PaperRecord> {
	const [row] = await db.insert(paperSheet).values(values).returning();
	if (!row) throw new Error('a paper sheet was not stored');
	return { ...row, typists: [] };
}

export async function insertEntry(db: Queryable, values: typeof paperEntry.$inferInsert): Promise<void> {
	await db.insert(paperEntry).values(values);
}

/** Ends an open paper; the database refuses what two people have not typed (trigger). */
export async function settlePaper(
	db: Queryable,
	paperId: string,
	values: Pick<PaperRow, 'settledBy' | 'settledByAccount' | 'settledAt' | 'settledReason'> &
		Partial<Pick<PaperRow, 'chosen' | 'scoresheetId'>> & { state: Exclude<PaperRow['state'], 'open'> }
): Promise<void> {
	await db.update(paperSheet).set(values).where(eq(paperSheet.id, paperId));
}
