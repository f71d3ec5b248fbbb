// Published results, only ever added: the only SQL about the publication table.
import { desc, eq } from 'drizzle-orm';
import type { ContestId } from '../../contest/ids.ts';
import type { ResultDocument } from '../../contest/result-document.ts';
import { publication } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export interface StoredPublication {
	document: ResultDocument;
	hash: string;
	madeAt: Date;
}

export async function insertPublication(
	db: Queryable,
	values: { contestId: ContestId; document: ResultDocument; hash: string; madeAt: Date }
): Promise<void> {
	await db.insert(publication).values(values);
}

/** The newest publication of a contest; null before the first. */
export async function readPublication(db: Queryable, contestId: ContestId): Promise<StoredPublication | null> {
	const [row] = await db
		.select()
		.from(publication)
		.where(eq(publication.contestId, contestId))
		.orderBy(desc(publication.madeAt), desc(publication.id))
		.limit(1);
	return row ? { document: row.document as ResultDocument, hash: row.hash, madeAt: row.madeAt } : null;
}
