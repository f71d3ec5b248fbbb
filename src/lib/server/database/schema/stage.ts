// Turns on stage, score sheets and points given.
import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Marks } from '../../../contest/rubric.ts';
import { id, at, madeAt } from './columns.ts';
import { account, signingPin } from './accounts.ts';
import { contest } from './contests.ts';
import { contestant, judge } from './people.ts';
import { topic, situation } from './bank.ts';

/** One contestant's turn on the stage. */
export const turn = pgTable(
	'turn',
	{
		id: id(),
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		contestantId: uuid('contestant_id')
			.notNull()
			.references(() => contestant.id),
		/** Code of the stage (vòng thi) and of the session inside it; null without sessions. */
		stage: text().notNull().default('HT'),
		session: text(),
		/** From 1 in its stage. */
		position: integer().notNull(),
		topicId: uuid('topic_id').references(() => topic.id),
		situationId: uuid('situation_id').references(() => situation.id),
		status: text()
			.$type<'waiting' | 'called' | 'on_stage' | 'running' | 'ended' | 'absent'>()
			.notNull()
			.default('waiting'),
		calledAt: at('called_at'),
		onStageAt: at('on_stage_at'),
		startedAt: at('started_at'),
		endedAt: at('ended_at'),
		removedMs: integer('removed_ms').notNull().default(0)
	},
	(t) => [unique().on(t.contestId, t.stage, t.position), unique().on(t.contestantId, t.stage)]
);

/**
 * One judge's sheet of one turn. A locked or closed revision never changes; reopening makes the next one, opened by one person and signed by
 * another, each just proven by PIN (constraints and trigger; ADR 0017).
 */
export const scoresheet = pgTable(
	'scoresheet',
	{
		id: id(),
		turnId: uuid('turn_id')
			.notNull()
			.references(() => turn.id),
		judgeId: uuid('judge_id')
			.notNull()
			.references(() => judge.id),
		revision: integer().notNull().default(1),
		/** Grows with each saved draft. */
		version: integer().notNull().default(0),
		marks: jsonb().$type<Marks>().notNull(),
		comments: jsonb().$type<Record<string, string>>().notNull(),
		savedAt: at('saved_at').notNull(),
		/** The save that made this version, as the judge's device named it: sent again after a lost answer, it is still one. */
		operation: uuid(),
		/** When the first of this revision was saved; null for one from before anybody measured. */
		begunAt: at('begun_at'),
		/** When a second device was refused because it had seen an older version; the next version saved settles it. */
		refusedAt: at('refused_at'),
		lockedAt: at('locked_at'),
		/** Who locked it; null for a sheet from paper, which two people have typed. */
		signedBy: uuid('signed_by').references(() => signingPin.accountId),
		/** When the judge went over to paper: what was on the screen until then, kept as it was. */
		closedAt: at('closed_at'),
		/** Of a locked revision: signed on the screen, or on paper and typed by two people. */
		origin: text().$type<'screen' | 'paper'>().notNull().default('screen'),
		/** Why and by whom a locked revision was opened again; what was on paper in between keeps both. */
		reopenReason: text('reopen_reason'),
		reopenedBy: uuid('reopened_by').references(() => signingPin.accountId)
	},
	(t) => [
		unique().on(t.turnId, t.judgeId, t.revision),
		uniqueIndex('scoresheet_one_open')
			.on(t.turnId, t.judgeId)
			.where(sql`locked_at is null and closed_at is null`),
		check('scoresheet_ends_once', sql`num_nonnulls(${t.lockedAt}, ${t.closedAt}) <= 1`),
		check('scoresheet_paper_is_locked', sql`${t.origin} = 'screen' or ${t.lockedAt} is not null`),
		check(
			'scoresheet_reopened_why',
			sql`case when ${t.revision} = 1 then ${t.reopenReason} is null else ${t.reopenedBy} is null or ${t.reopenReason} is not null end`
		),
		check('scoresheet_second_person', sql`${t.reopenedBy} <> ${t.signedBy}`)
	]
);

/**
 * What a judge writes for nobody else: apart from the sheet, so that whoever reads sheets never meets it, and held by the
 * account, so that who takes the judge's seat over does not. One for all revisions.
 */
export const privateRemark = pgTable(
	'private_remark',
	{
		turnId: uuid('turn_id')
			.notNull()
			.references(() => turn.id),
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id),
		text: text().notNull()
	},
	(t) => [primaryKey({ columns: [t.turnId, t.accountId] })]
);

/** Points the organisers give in a part of their own, such as attendance. */
export const givenPoints = pgTable(
	'given_points',
	{
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		partCode: text('part_code').notNull(),
		contestantId: uuid('contestant_id')
			.notNull()
			.references(() => contestant.id),
		/** Hundredths. */
		points: integer().notNull(),
		reason: text().notNull().default(''),
		givenBy: uuid('given_by').references(() => account.id),
		madeAt: madeAt()
	},
	(t) => [primaryKey({ columns: [t.contestId, t.partCode, t.contestantId] })]
);
