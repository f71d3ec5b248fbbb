// Questions as they are asked, their keys, topics, situations and rubrics of a contest; keys are read by their own function alone. What became of
// questions stands in question-versions.ts.
import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm';
import type { ContestId, QuestionId } from '../../contest/ids.ts';
import type { AnswerKey, Question } from '../../contest/question.ts';
import type { Rubric } from '../../contest/rubric.ts';
import { question, questionKey, rubric, situation, topic } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export type TopicRow = typeof topic.$inferSelect;
export type SituationRow = typeof situation.$inferSelect;
export type StoredRubric = Rubric & { id: string };

/** A question as it is asked; its key is read by itself. */
export const questionColumns = {
	id: question.id,
	code: question.code,
	topic: question.topic,
	difficulty: question.difficulty,
	kind: question.kind,
	text: question.text,
	options: question.options,
	targets: question.targets,
	picture: question.picture,
	seconds: question.seconds,
	source: question.source
};

/** The bank without keys, by code: of each question its latest version. */
export async function readQuestions(db: Queryable, contestId: ContestId): Promise<Question[]> {
	return db
		.select(questionColumns)
		.from(question)
		.where(and(eq(question.contestId, contestId), question.isLatest))
		.orderBy(asc(question.code));
}

/** Of each question the version its round was made from; of those in no round the latest. By code, without keys. */
export async function readQuestionsAsAsked(db: Queryable, contestId: ContestId): Promise<Question[]> {
	const inRound = sql`exists (select from round_question where question_id = question.id)`;
	return db
		.selectDistinctOn([question.code], questionColumns)
		.from(question)
		.where(and(eq(question.contestId, contestId), or(question.isLatest, inRound)))
		.orderBy(asc(question.code), desc(inRound));
}

/** Keys of these questions. Only sealing, revealing and the bank's own page may ask. */
export async function readQuestionKeys(db: Queryable, ids: QuestionId[]): Promise<Map<QuestionId, AnswerKey>> {
	if (ids.length === 0) return new Map();
	const rows = await db.select().from(questionKey).where(inArray(questionKey.questionId, ids));
	return new Map(rows.map((row) => [row.questionId, row.key]));
}

export async function readTopics(db: Queryable, contestId: ContestId): Promise<TopicRow[]> {
	return db.select().from(topic).where(eq(topic.contestId, contestId)).orderBy(asc(topic.code));
}

export async function readSituations(db: Queryable, contestId: ContestId): Promise<SituationRow[]> {
	return db.select().from(situation).where(eq(situation.contestId, contestId)).orderBy(asc(situation.code));
}

export async function readRubrics(db: Queryable, contestId: ContestId): Promise<StoredRubric[]> {
	const rows = await db.select().from(rubric).where(eq(rubric.contestId, contestId)).orderBy(asc(rubric.code));
	return rows.map(({ id, code, name, maxPoints, criteria }) => ({ id, code, name, max: maxPoints, criteria }));
}

export async function upsertTopics(db: Queryable, values: (typeof topic.$inferInsert)[]): Promise<void> {
	if (values.length === 0) return;
	await db
		.insert(topic)
		.values(values)
		.onConflictDoUpdate({
			target: [topic.contestId, topic.code],
			set: { title: sql`excluded.title`, hint: sql`excluded.hint` }
		});
}

export async function upsertSituations(db: Queryable, values: (typeof situation.$inferInsert)[]): Promise<void> {
	if (values.length === 0) return;
	await db
		.insert(situation)
		.values(values)
		.onConflictDoUpdate({
			target: [situation.contestId, situation.code],
			set: { text: sql`excluded.text`, pointsOfAnswer: sql`excluded.points_of_answer` }
		});
}

export async function upsertRubrics(db: Queryable, values: (typeof rubric.$inferInsert)[]): Promise<void> {
	if (values.length === 0) return;
	await db
		.insert(rubric)
		.values(values)
		.onConflictDoUpdate({
			target: [rubric.contestId, rubric.code],
			set: { name: sql`excluded.name`, maxPoints: sql`excluded.max_points`, criteria: sql`excluded.criteria` }
		});
}
