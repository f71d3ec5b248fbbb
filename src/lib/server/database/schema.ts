// Every table of the house as Drizzle sees it; the shapes inside jsonb columns are the rules' own types.
import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	date,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { AnswerKey, Choice, Option, QuestionKind } from '../../contest/question.ts';
import type { Criterion, Marks } from '../../contest/rubric.ts';
import type { Rules } from '../../contest/rules.ts';
import type { RoundPhase } from '../../contest/round.ts';

const id = () =>
	uuid()
		.primaryKey()
		.default(sql`uuidv7()`);
const at = (name?: string) => (name ? timestamp(name, { withTimezone: true }) : timestamp({ withTimezone: true }));
const madeAt = () =>
	at('made_at')
		.notNull()
		.default(sql`now()`);

/** Who signs in with a password: organisers, judges, secretaries, MC. */
export const account = pgTable('account', {
	id: id(),
	login: text().notNull().unique(),
	displayName: text('display_name').notNull(),
	passwordHash: text('password_hash').notNull(),
	/** May create contests. */
	isFounder: boolean('is_founder').notNull().default(false),
	disabledAt: at('disabled_at'),
	madeAt: madeAt()
});

/** One-time links: the first organiser, and new passwords. Only the SHA-256 of the secret is kept. */
export const invitation = pgTable('invitation', {
	secretHash: text('secret_hash').primaryKey(),
	accountId: uuid('account_id').references(() => account.id),
	madeAt: madeAt(),
	expiresAt: at('expires_at').notNull(),
	usedAt: at('used_at')
});

/** Sessions of accounts and of slips; `id` is the SHA-256 of the cookie's secret. */
export const session = pgTable(
	'session',
	{
		id: text().primaryKey(),
		accountId: uuid('account_id').references(() => account.id),
		slipId: uuid('slip_id').references(() => slip.id),
		madeAt: madeAt(),
		expiresAt: at('expires_at').notNull(),
		/** Nothing prolongs a session beyond this. */
		endsAt: at('ends_at').notNull(),
		revokedAt: at('revoked_at')
	},
	(t) => [
		check('session_one_holder', sql`(${t.accountId} is null) <> (${t.slipId} is null)`),
		index('session_slip').on(t.slipId),
		index('session_account').on(t.accountId)
	]
);

export const contest = pgTable('contest', {
	id: id(),
	name: text().notNull(),
	organiser: text().notNull(),
	place: text().notNull().default(''),
	heldOn: date('held_on').notNull(),
	/** Six digits a phone can type. */
	joinCode: text('join_code').notNull().unique(),
	isRehearsal: boolean('is_rehearsal').notNull().default(false),
	rules: jsonb().$type<Rules>().notNull(),
	rulesVersion: integer('rules_version').notNull().default(1),
	/** What the hall looks at: `live` follows the round or the turn. */
	hall: jsonb().$type<HallState>().notNull(),
	/** Whether contestants may see standings now. */
	standingsShown: boolean('standings_shown').notNull().default(false),
	publishedAt: at('published_at'),
	/** Grows by one with every change; the only thing the news carries. */
	version: bigint({ mode: 'number' }).notNull().default(1),
	madeAt: madeAt()
});

/** What the projector shows. */
export type HallState =
	{ show: 'live' } | { show: 'blank' } | { show: 'standings' } | { show: 'ceremony'; step: number };

/** What an account is in a contest. */
export const membership = pgTable(
	'membership',
	{
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id),
		role: text().$type<StaffRole>().notNull(),
		madeAt: madeAt()
	},
	(t) => [primaryKey({ columns: [t.contestId, t.accountId, t.role] })]
);
export type StaffRole = 'organiser' | 'head_judge' | 'judge' | 'secretary' | 'mc';

export const unit = pgTable(
	'unit',
	{
		id: id(),
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		code: text().notNull(),
		name: text().notNull(),
		kind: text().notNull().default(''),
		parentCode: text('parent_code'),
		members: integer()
	},
	(t) => [unique().on(t.contestId, t.code)]
);

export type ContestantStatus = 'competing' | 'absent' | 'withdrawn' | 'disqualified';
export const contestant = pgTable(
	'contestant',
	{
		id: id(),
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		/** Contestant number (số báo danh). */
		number: text().notNull(),
		fullName: text('full_name').notNull(),
		familyName: text('family_name').notNull(),
		middleName: text('middle_name').notNull(),
		givenName: text('given_name').notNull(),
		gender: text(),
		birthDate: date('birth_date'),
		unitId: uuid('unit_id')
			.notNull()
			.references(() => unit.id),
		position: text().notNull().default(''),
		phone: text().notNull().default(''),
		email: text().notNull().default(''),
		status: text().$type<ContestantStatus>().notNull().default('competing'),
		checkedInAt: at('checked_in_at')
	},
	(t) => [unique().on(t.contestId, t.number)]
);

/** Printed slips: the ticket behind the QR (≥ 128 bits) and the short code are kept as SHA-256 only. */
export const slip = pgTable(
	'slip',
	{
		id: id(),
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		/** Null for a screen. */
		contestantId: uuid('contestant_id').references(() => contestant.id),
		ticketHash: text('ticket_hash').notNull().unique(),
		codeHash: text('code_hash').notNull().unique(),
		madeAt: madeAt(),
		revokedAt: at('revoked_at')
	},
	(t) => [
		uniqueIndex('slip_one_valid_per_contestant')
			.on(t.contestantId)
			.where(sql`revoked_at is null and contestant_id is not null`)
	]
);

/** Members of the panel. The account is how they sign in. */
export const judge = pgTable(
	'judge',
	{
		id: id(),
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		code: text().notNull(),
		fullName: text('full_name').notNull(),
		role: text().$type<'head' | 'deputy' | 'member' | 'secretary'>().notNull(),
		position: text().notNull().default(''),
		accountId: uuid('account_id').references(() => account.id)
	},
	(t) => [unique().on(t.contestId, t.code), unique().on(t.contestId, t.accountId)]
);

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
	graceMs: integer('grace_ms').notNull()
});

/** One question inside one round; carries the guard the answer path checks in its own write. */
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
		sealedAt: at('sealed_at'),
		revealedAt: at('revealed_at')
	},
	(t) => [primaryKey({ columns: [t.roundId, t.questionId] }), unique().on(t.roundId, t.position)]
);

/** Every accepted tap, append-only. The effective answer is the one with the greatest ordinal. */
export const answer = pgTable(
	'answer',
	{
		sequence: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		contestId: uuid('contest_id').notNull(),
		roundId: uuid('round_id').notNull(),
		questionId: uuid('question_id').notNull(),
		contestantId: uuid('contestant_id')
			.notNull()
			.references(() => contestant.id),
		/** Client operation id: the same operation is stored once. */
		operation: uuid().notNull().unique(),
		ordinal: integer().notNull(),
		choice: jsonb().$type<Choice>().notNull(),
		receivedAt: at('received_at').notNull(),
		/** Time used by the server's clock, pauses not counted. */
		usedMs: integer('used_ms').notNull(),
		/** Null when the contestant answered; else the account of the secretary who entered it. */
		enteredBy: uuid('entered_by').references(() => account.id),
		reason: text()
	},
	(t) => [
		unique('answer_ordinal').on(t.roundId, t.questionId, t.contestantId, t.ordinal),
		index('answer_contestant').on(t.contestantId)
	]
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
			.references(() => contestant.id)
			.unique(),
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
	(t) => [unique().on(t.contestId, t.position)]
);

/** One judge's sheet of one turn. A locked revision never changes (trigger); reopening makes the next revision. */
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
		/** Why this revision was opened, when it is not the first. */
		reopenReason: text('reopen_reason')
	},
	(t) => [unique().on(t.turnId, t.judgeId, t.revision)]
);

/** Published draws: anyone can recompute the outcome from list and seed. */
export const draw = pgTable('draw', {
	id: id(),
	contestId: uuid('contest_id')
		.notNull()
		.references(() => contest.id),
	kind: text().$type<'order' | 'topics' | 'situations' | 'questions'>().notNull(),
	seed: text().notNull(),
	listHash: text('list_hash').notNull(),
	list: jsonb().$type<string[]>().notNull(),
	outcome: jsonb().$type<string[]>().notNull(),
	madeAt: madeAt()
});

/** Published results as they were signed: one whole document per publication. */
export const publication = pgTable('publication', {
	id: id(),
	contestId: uuid('contest_id')
		.notNull()
		.references(() => contest.id),
	document: jsonb().notNull(),
	/** SHA-256 of the canonical document. */
	hash: text().notNull(),
	madeAt: madeAt()
});

/** What happened, append-only and hash-chained per contest. */
export const contestEvent = pgTable(
	'contest_event',
	{
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		sequence: integer().notNull(),
		at: text().notNull(),
		actor: jsonb().$type<{ role: string; id: string; name: string }>().notNull(),
		kind: text().notNull(),
		payload: jsonb().$type<Record<string, unknown>>().notNull(),
		previousHash: text('previous_hash').notNull(),
		hash: text().notNull()
	},
	(t) => [primaryKey({ columns: [t.contestId, t.sequence] })]
);
