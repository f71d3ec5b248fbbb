// Questions that stand in rounds, and how far each has come; it reads neither words nor keys, and must not know who asks.
import { eq, sql } from 'drizzle-orm';
import type { PlacedQuestion } from '../../contest/archive.ts';
import type { ContestId, QuestionId } from '../../contest/ids.ts';
import { round, roundQuestion } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export async function readPlacedQuestions(
	db: Queryable,
	contestId: ContestId
): Promise<(PlacedQuestion & { id: QuestionId })[]> {
	return db
		.select({
			id: roundQuestion.questionId,
			phase: round.phase,
			isSealed: sql<boolean>`${roundQuestion.sealedAt} is not null`,
			isRevealed: sql<boolean>`${roundQuestion.revealedAt} is not null`
		})
		.from(roundQuestion)
		.innerJoin(round, eq(round.id, roundQuestion.roundId))
		.where(eq(round.contestId, contestId));
}
