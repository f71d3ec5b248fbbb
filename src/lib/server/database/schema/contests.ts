// The contest, who is what in it, its log and what was published; the rules inside are the rules' own type.
import { sql } from 'drizzle-orm';
import { bigint, boolean, date, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { BankPolicy } from '../../../contest/bank/life.ts';
import type { Rules } from '../../../contest/rules/rules.ts';
import { id, at, madeAt } from './columns.ts';
import { account } from './accounts.ts';

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
	/** What rounds may take from the bank: every question that is not retired, or only those that two people have approved. */
	bankPolicy: text('bank_policy').$type<BankPolicy>().notNull().default('any'),
	/** Whether the projector shows code names in place of numbers, names and units (R325). */
	codeNamesInHall: boolean('code_names_in_hall').notNull().default(false),
	publishedAt: at('published_at'),
	/** Grows by one with every change; the only thing the news carries. */
	version: bigint({ mode: 'number' }).notNull().default(1),
	/** How many lines the log has and the hash of the last one: a line cut off at the end is missed here. */
	logCount: integer('log_count').notNull().default(0),
	logHash: text('log_hash')
		.notNull()
		.default(sql`repeat('0', 64)`),
	madeAt: madeAt()
});

/** Every version of the rules as it was saved, from the first one on; only ever added. */
export const rulesVersion = pgTable(
	'rules_version',
	{
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		version: integer().notNull(),
		rules: jsonb().$type<Rules>().notNull(),
		/** SHA-256 of the rules as the file that can be downloaded. */
		hash: text().notNull(),
		/** Name of who saved it; empty where it is not known. */
		by: text().notNull(),
		byAccount: uuid('by_account').references(() => account.id),
		reason: text().notNull().default(''),
		madeAt: madeAt()
	},
	(t) => [primaryKey({ columns: [t.contestId, t.version] })]
);

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
