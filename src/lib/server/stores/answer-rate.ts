// How many answers to a question were stored of late; it must not know whose.
import { sql } from 'drizzle-orm';
import type { QuestionId, RoundId } from '../../contest/ids.ts';
import type { Queryable } from './queryable.ts';

/** Since the instant, by the time they arrived. */
export async function countAnswersSince(
	db: Queryable,
	{ roundId, questionId, since }: { roundId: RoundId; questionId: QuestionId; since: number }
): Promise<number> {
	const [row] = await db.execute<{ count: number }>(sql`
		select count(*)::int as count from answer
		where round_id = ${roundId} and question_id = ${questionId} and received_at > ${new Date(since).toISOString()}::timestamptz`);
	return row?.count ?? 0;
}
