// Imports of files as they were done, and taking their rows out again: the only SQL about it; it must not know what may be taken back.
import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { ContestId } from '../../contest/ids.ts';
import {
	contestant,
	fileImport,
	judge,
	question,
	questionKey,
	rubric,
	situation,
	topic,
	unit
} from '../database/schema.ts';
import { databaseCode } from './database-errors.ts';
import type { Queryable } from './queryable.ts';

export type FileImportRow = typeof fileImport.$inferSelect;

export async function insertFileImport(db: Queryable, values: typeof fileImport.$inferInsert): Promise<void> {
	await db.insert(fileImport).values(values);
}

/** The newest import of a kind that was not taken back. */
export async function readLastImport(db: Queryable, contestId: ContestId, kind: string): Promise<FileImportRow | null> {
	const [row] = await db
		.select()
		.from(fileImport)
		.where(and(eq(fileImport.contestId, contestId), eq(fileImport.kind, kind), isNull(fileImport.undoneAt)))
		.orderBy(desc(fileImport.importedAt), desc(fileImport.id))
		.limit(1);
	return row ?? null;
}

/** The same without its rows, only how many there are. */
export async function readLastImportHead(
	db: Queryable,
	contestId: ContestId,
	kind: string
): Promise<(Pick<FileImportRow, 'id' | 'fileName' | 'importedBy' | 'importedAt'> & { rows: number }) | null> {
	const { id, fileName, importedBy, importedAt } = fileImport;
	const [row] = await db
		.select({ id, fileName, importedBy, importedAt, rows: sql<number>`jsonb_array_length(${fileImport.rows})` })
		.from(fileImport)
		.where(and(eq(fileImport.contestId, contestId), eq(fileImport.kind, kind), isNull(fileImport.undoneAt)))
		.orderBy(desc(fileImport.importedAt), desc(fileImport.id))
		.limit(1);
	return row ?? null;
}

/** How the newest files of a kind were taken where somebody had to say so, newest first. */
export async function readRememberedChoices(
	db: Queryable,
	contestId: ContestId,
	kind: string
): Promise<{ signature: string; choices: Record<string, unknown> }[]> {
	const rows = await db
		.select({ signature: fileImport.signature, choices: fileImport.choices })
		.from(fileImport)
		.where(and(eq(fileImport.contestId, contestId), eq(fileImport.kind, kind), isNotNull(fileImport.choices)))
		.orderBy(desc(fileImport.importedAt), desc(fileImport.id))
		.limit(20);
	return rows.flatMap(({ signature, choices }) => (choices ? [{ signature, choices }] : []));
}

export async function markImportUndone(
	db: Queryable,
	id: string,
	by: { undoneBy: string; undoneAt: Date }
): Promise<void> {
	await db.update(fileImport).set(by).where(eq(fileImport.id, id));
}

const tables = {
	units: { table: unit, code: unit.code },
	contestants: { table: contestant, code: contestant.number },
	judges: { table: judge, code: judge.code },
	questions: { table: question, code: question.code },
	topics: { table: topic, code: topic.code },
	situations: { table: situation, code: situation.code },
	rubrics: { table: rubric, code: rubric.code }
} as const;

/** Takes rows out by their codes. False, and nothing is gone, when anything refers to one of them or it has been reviewed. */
export async function removeImportedRows(
	db: Queryable,
	contestId: ContestId,
	kind: keyof typeof tables,
	codes: readonly string[]
): Promise<boolean> {
	if (codes.length === 0) return true;
	const { table, code } = tables[kind];
	const these = and(eq(table.contestId, contestId), inArray(code, [...codes]));
	try {
		await db.transaction(async (inner) => {
			if (kind === 'questions') {
				const ids = inner.select({ id: question.id }).from(question).where(these);
				await inner.delete(questionKey).where(inArray(questionKey.questionId, ids));
			}
			await inner.delete(table).where(these);
		});
		return true;
	} catch (error) {
		// Something refers to it, or somebody has reviewed it.
		if (databaseCode(error) === '23503' || databaseCode(error) === '42501') return false;
		throw error;
	}
}
