// Quiz rounds, accepted answers and what they earned.
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Choice } from '../../../contest/question.ts';
import type { JoiningPolicy, RoundPhase } from '../../../contest/round.ts';
import { id, at } from './columns.ts';
import { account } from './accounts.ts';
import { contest } from './contests.ts';
import { contestant } from './people.ts';
import { question } from './bank.ts';

export const round = pgTable('round', {
	id: id(),
	contestId: uuid('contest_id')
		.notNull()
		.references(() => contest.id),
	partCode: text('part_code').notNull(),
	title: text().notNull(),
	position: integer().notNull(),
	phase: text().$type<RoundPhase>().notNull().default('planned'),
	questionIndex: integer('question_index').notNull().default(-1),
	deadlineAt: at('deadline_at'),
	remainingMs: integer('remaining_ms'),
	allowedMs: integer('allowed_ms').notNull().default(0),
	graceMs: integer('grace_ms').notNull(),
	/** The most extra time anybody has while the question runs, in percent of its time. */
	extraPercent: integer('extra_percent').notNull().default(0),
	joining: text().$type<JoiningPolicy>().notNull().default('any-time'),
	/** Whoever joined later does not take part; null while joining is open. */
	joiningClosedAt: at('joining_closed_at'),
	/** What its sealed set was drawn and sealed with; null for a round whose questions anybody of the bank may see. */
	setSalt: text('set_salt'),
	/** When the sealed set was opened: with the lobby, or before by somebody with a reason. */
	setOpenedAt: at('set_opened_at')
});

/** One question inside one round, and in no other (R89); carries the guard the answer path checks in its own write. */
export const roundQuestion = pgTable(
	'round_question',
	{
		roundId: uuid('round_id')
			.notNull()
			.references(() => round.id),
		questionId: uuid('question_id')
			.notNull()
			.references(() => question.id),
		position: integer().notNull(),
		/** True only while answers may be stored. */
		isAccepting: boolean('is_accepting').notNull().default(false),
		mayChange: boolean('may_change').notNull(),
		deadlineAt: at('deadline_at'),
		allowedMs: integer('allowed_ms').notNull().default(0),
		graceMs: integer('grace_ms').notNull(),
		/** Extra time that counts now: the round's while the question runs, none once it was closed early. */
		extraPercent: integer('extra_percent').notNull().default(0),
		/** Time used is counted from here: the start, moved by what pauses took. */
		countsFrom: at('counts_from'),
		sealedAt: at('sealed_at'),
		revealedAt: at('revealed_at')
	},
	(t) => [
		primaryKey({ columns: [t.roundId, t.questionId] }),
		unique().on(t.roundId, t.position),
		unique('round_question_once').on(t.questionId)
	]
);

/**
 * Every accepted tap, append-only. The effective answer is the one with the greatest ordinal. What the guarded insert has just read (contest, round, question, contestant) has no foreign
 * key here: checking each row a second time cost a third of the write. Nothing of them is deleted once it has answers; a
 * trigger on `contestant` sees to it.
 */
export const answer = pgTable(
	'answer',
	{
		sequence: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		contestId: uuid('contest_id').notNull(),
		roundId: uuid('round_id').notNull(),
		questionId: uuid('question_id').notNull(),
		contestantId: uuid('contestant_id').notNull(),
		/** Client operation id: the same operation is stored once. */
		operation: uuid().notNull().unique(),
		ordinal: integer().notNull(),
		/** The device's epoch and its count of this tap; null when a secretary entered the answer. */
		epoch: integer(),
		counter: integer(),
		choice: jsonb().$type<Choice>().notNull(),
		receivedAt: at('received_at').notNull(),
		/** Time used by the server's clock, pauses not counted. */
		usedMs: integer('used_ms').notNull(),
		/** Null when the contestant answered; else the account of the secretary who entered it. */
		enteredBy: uuid('entered_by').references(() => account.id),
		reason: text()
	},
	(t) => [unique('answer_ordinal').on(t.roundId, t.questionId, t.contestantId, t.ordinal)]
);

/**
 * Answers that came in time but could not be written before the seal, and answers that came too late: append-only, never
 * counted by themselves. A decision of two people may count them.
 */
export const quarantinedAnswer = pgTable(
	'quarantined_answer',
	{
		operation: uuid().primaryKey(),
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		roundId: uuid('round_id').notNull(),
		questionId: uuid('question_id')
			.notNull()
			.references(() => question.id),
		contestantId: uuid('contestant_id')
			.notNull()
			.references(() => contestant.id),
		choice: jsonb().$type<Choice>().notNull(),
		receivedAt: at('received_at').notNull(),
		usedMs: integer('used_ms').notNull(),
		why: text().$type<'not-committed' | 'late'>().notNull(),
		putAsideAt: at('put_aside_at').notNull()
	},
	(t) => [index('quarantined_answer_of_question').on(t.roundId, t.questionId, t.contestantId)]
);

/** What an effective answer earned; written once when the question is sealed. */
export const outcome = pgTable(
	'outcome',
	{
		roundId: uuid('round_id').notNull(),
		questionId: uuid('question_id').notNull(),
		contestantId: uuid('contestant_id').notNull(),
		answerSequence: bigint('answer_sequence', { mode: 'number' }),
		isRight: boolean('is_right').notNull(),
		points: integer().notNull(),
		usedMs: integer('used_ms').notNull()
	},
	(t) => [primaryKey({ columns: [t.roundId, t.questionId, t.contestantId] })]
);
