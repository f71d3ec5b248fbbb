// Topics, situations, rubrics, questions and, apart from them, keys.
import { integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { AnswerKey, Option, QuestionKind } from '../../../contest/question.ts';
import type { Criterion } from '../../../contest/rubric.ts';
import { id } from './columns.ts';
import { contest } from './contests.ts';

export const topic = pgTable(
	'topic',
	{
		id: id(),
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		code: text().notNull(),
		title: text().notNull(),
		hint: text().notNull().default('')
	},
	(t) => [unique().on(t.contestId, t.code)]
);

export const situation = pgTable(
	'situation',
	{
		id: id(),
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		code: text().notNull(),
		text: text().notNull(),
		pointsOfAnswer: text('points_of_answer').notNull().default('')
	},
	(t) => [unique().on(t.contestId, t.code)]
);

export const rubric = pgTable(
	'rubric',
	{
		id: id(),
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		code: text().notNull(),
		name: text().notNull(),
		maxPoints: integer('max_points').notNull(),
		criteria: jsonb().$type<Criterion[]>().notNull()
	},
	(t) => [unique().on(t.contestId, t.code)]
);

export const question = pgTable(
	'question',
	{
		id: id(),
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		code: text().notNull(),
		topic: text().notNull().default(''),
		difficulty: integer().notNull().default(1),
		kind: text().$type<QuestionKind>().notNull(),
		text: text().notNull(),
		options: jsonb().$type<Option[]>().notNull(),
		targets: jsonb().$type<Option[]>().notNull().default([]),
		seconds: integer().notNull(),
		source: text().notNull().default('')
	},
	(t) => [unique().on(t.contestId, t.code)]
);

/** Keys live apart: no view of a live screen joins this table before the reveal. */
export const questionKey = pgTable('question_key', {
	questionId: uuid('question_id')
		.primaryKey()
		.references(() => question.id),
	key: jsonb().$type<AnswerKey>().notNull()
});
