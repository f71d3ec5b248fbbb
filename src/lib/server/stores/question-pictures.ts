// The picture of one question, and whether the hall has seen the question: the only SQL on it. It must not know who asks.
import { eq, sql } from 'drizzle-orm';
import type { ContestId, FileId, QuestionId } from '../../contest/ids.ts';
import { question } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export interface PictureOfQuestion {
	contestId: ContestId;
	fileId: FileId;
	/** Its round has come to it, whatever became of the round since. */
	isShown: boolean;
}

export async function readPictureOf(db: Queryable, questionId: QuestionId): Promise<PictureOfQuestion | null> {
	const [row] = await db
		.select({
			contestId: question.contestId,
			fileId: question.pictureId,
			isShown: sql<boolean>`exists (
				select from round_question q join round r on r.id = q.round_id
				where q.question_id = question.id and q.position <= r.question_index)`
		})
		.from(question)
		.where(eq(question.id, questionId));
	return row?.fileId ? { ...row, fileId: row.fileId } : null;
}
