// Turns on stage, score sheets and points given.
import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Marks } from '../../../contest/rubric.ts';
import { id, at, madeAt } from './columns.ts';
import { account } from './accounts.ts';
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

/** One judge's sheet of one turn. A locked or closed revision never changes (trigger); reopening makes the next revision. */
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
		lockedAt: at('locked_at'),
		/** When the judge went over to paper: what was on the screen until then, kept as it was. */
		closedAt: at('closed_at'),
		/** Of a locked revision: signed on the screen, or on paper and typed by two people. */
		origin: text().$type<'screen' | 'paper'>().notNull().default('screen'),
		/** Why this revision was opened, when it is not the first. */
		reopenReason: text('reopen_reason')
	},
	(t) => [
		unique().on(t.turnId, t.judgeId, t.revision),
		check('scoresheet_ends_once', sql`num_nonnulls(${t.lockedAt}, ${t.closedAt}) <= 1`),
		check('scoresheet_paper_is_locked', sql`${t.origin} = 'screen' or ${t.lockedAt} is not null`)
	]
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
