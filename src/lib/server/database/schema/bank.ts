// Topics, situations, rubrics, questions and, apart from them, keys.
import { sql } from 'drizzle-orm';
import { boolean, check, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { AnswerKey, Option, QuestionKind, QuestionPicture } from '../../../contest/question.ts';
import type { Criterion } from '../../../contest/rubric.ts';
import { account } from './accounts.ts';
import { at, id, madeAt } from './columns.ts';
import { contest } from './contests.ts';
import { storedFile } from './files.ts';

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

/**
 * One version of one question (ADR 0026): what is asked never changes in its row. A later version is a row of its own with the same code, so that
 * a round keeps what it was made from. `reviewed`, `approved` and `retired` are added to the row.
 */
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
		/** The file is named twice: here with what is told of it, and below so that it has to be there. */
		picture: jsonb().$type<QuestionPicture>(),
		pictureId: uuid('picture_id').references(() => storedFile.id),
		seconds: integer().notNull(),
		source: text().notNull().default(''),
		version: integer().notNull().default(1),
		/** Of the versions of one code the one that the bank shows. */
		isLatest: boolean('is_latest').notNull().default(true),
		/** Code, topic, words and options without marks, for finding; written by a trigger. */
		folded: text().notNull().default(''),
		madeBy: uuid('made_by').references(() => account.id),
		madeAt: madeAt(),
		reviewedBy: uuid('reviewed_by').references(() => account.id),
		reviewedAt: at('reviewed_at'),
		approvedBy: uuid('approved_by').references(() => account.id),
		approvedAt: at('approved_at'),
		retiredBy: uuid('retired_by').references(() => account.id),
		retiredAt: at('retired_at'),
		retiredReason: text('retired_reason')
	},
	(t) => [
		unique().on(t.contestId, t.code, t.version),
		uniqueIndex('question_one_latest')
			.on(t.contestId, t.code)
			.where(sql`is_latest`),
		check(
			'question_picture_whole',
			sql`(${t.picture} ->> 'fileId')::uuid is not distinct from ${t.pictureId}
				and (${t.picture} is null or length(${t.picture} ->> 'alt') between 1 and 300)`
		),
		check('question_second_person', sql`${t.reviewedBy} <> ${t.madeBy} and ${t.approvedBy} <> ${t.madeBy}`),
		check('question_reviewed_whole', sql`num_nonnulls(${t.reviewedBy}, ${t.reviewedAt}) in (0, 2)`),
		check('question_approved_whole', sql`num_nonnulls(${t.approvedBy}, ${t.approvedAt}) in (0, 2)`),
		check('question_retired_whole', sql`num_nonnulls(${t.retiredBy}, ${t.retiredAt}, ${t.retiredReason}) in (0, 3)`),
		check('question_reviewed_first', sql`${t.approvedAt} is null or ${t.reviewedAt} is not null`)
	]
);

/** Keys live apart: no view of a live screen joins this table before the reveal. */
export const questionKey = pgTable('question_key', {
	questionId: uuid('question_id')
		.primaryKey()
		.references(() => question.id),
	key: jsonb().$type<AnswerKey>().notNull()
});
