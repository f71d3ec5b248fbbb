// Questions, their keys, topics, situations and rubrics of a contest: the only SQL about them; keys are read by their own function alone.
import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { ContestId, QuestionId } from '../../contest/ids.ts';
import type { AnswerKey, Question } from '../../contest/question.ts';
import type { Rubric } from '../../contest/rubric.ts';
import { question, questionKey, rubric, situation, topic } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export type TopicRow = typeof topic.$inferSelect;
export type SituationRow = typeof situation.$inferSelect;
export type StoredRubric = Rubric & { id: string };

/** The bank without keys, by code. */
export async function readQuestions(db: Queryable, contestId: ContestId): Promise<Question[]> {
	return db
		.select({
			id: question.id,
			code: question.code,
			topic: question.topic,
			difficulty: question.difficulty,
			kind: question.kind,
			text: question.text,
			options: question.options,
			targets: question.targets,
			seconds: question.seconds,
			source: question.source
		})
		.from(question)
		.where(eq(question.contestId, contestId))
		.orderBy(asc(question.code));
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

/** Stores questions with their keys by code. */
export async function upsertQuestions(
	db: Queryable,
	values: { question: typeof question.$inferInsert; key: AnswerKey }[]
): Promise<void> {
	if (values.length === 0) return;
	const stored = await db
		.insert(question)
		.values(values.map((value) => value.question))
		.onConflictDoUpdate({
			target: [question.contestId, question.code],
			set: {
				topic: sql`excluded.topic`,
				difficulty: sql`excluded.difficulty`,
				kind: sql`excluded.kind`,
				text: sql`excluded.text`,
				options: sql`excluded.options`,
				targets: sql`excluded.targets`,
				seconds: sql`excluded.seconds`,
				source: sql`excluded.source`
			}
		})
		.returning({ id: question.id, code: question.code });
	const keys = new Map(values.map((value) => [value.question.code, value.key]));
	const rows = stored.flatMap(({ id, code }) => {
		const key = keys.get(code);
		return key ? [{ questionId: id, key }] : [];
	});
	await db
		.insert(questionKey)
		.values(rows)
		.onConflictDoUpdate({ target: questionKey.questionId, set: { key: sql`excluded.key` } });
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
