// What a contest's papers have in common: the only SQL about it.
import { eq } from 'drizzle-orm';
import type { ContestId } from '../../contest/ids.ts';
import type { Letterhead } from '../../contest/paper/letterhead.ts';
import { letterhead } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

/** Null until somebody has written one. */
export async function readLetterhead(db: Queryable, contestId: ContestId): Promise<Letterhead | null> {
	const [row] = await db.select().from(letterhead).where(eq(letterhead.contestId, contestId));
	return row?.content ?? null;
}

export async function writeLetterhead(
	db: Queryable,
	contestId: ContestId,
	content: Letterhead,
	changedAt: Date
): Promise<void> {
	await db
		.insert(letterhead)
		.values({ contestId, content, changedAt })
		.onConflictDoUpdate({ target: letterhead.contestId, set: { content, changedAt } });
}
