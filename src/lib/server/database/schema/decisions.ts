// What people propose and decide beside the marks: nothing holds before a second person has confirmed it.
import { sql } from 'drizzle-orm';
import {
	bigint,
	check,
	foreignKey,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import type { DecisionContent } from '../../../contest/record/decision.ts';
import { id, at } from './columns.ts';
import { account } from './accounts.ts';
import { contest, type StaffRole } from './contests.ts';

/** Put before a second person; only its settling is ever added (trigger), and only once. */
export const proposal = pgTable(
	'proposal',
	{
		id: id(),
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		content: jsonb().$type<DecisionContent>().notNull(),
		/** Sequence of the decision it takes back. */
		takesBack: integer('takes_back'),
		reason: text().notNull(),
		/** Name as it is printed, the account behind it, and what it was in the contest. */
		proposedBy: text('proposed_by').notNull(),
		proposedByAccount: uuid('proposed_by_account')
			.notNull()
			.references(() => account.id),
		proposedAs: text('proposed_as').array().$type<StaffRole[]>().notNull(),
		proposedAt: at('proposed_at').notNull(),
		/** Version of the contest and SHA-256 of the canonical preview whoever proposed it saw. */
		contestVersion: bigint('contest_version', { mode: 'number' }).notNull(),
		previewHash: text('preview_hash').notNull(),
		state: text().$type<'open' | 'confirmed' | 'rejected' | 'withdrawn'>().notNull().default('open'),
		settledBy: text('settled_by'),
		settledByAccount: uuid('settled_by_account').references(() => account.id),
		settledAt: at('settled_at'),
		/** Why it was rejected or withdrawn; null when it was confirmed. */
		settledReason: text('settled_reason')
	},
	(t) => [
		unique('proposal_people').on(t.id, t.contestId, t.proposedByAccount, t.settledByAccount),
		check(
			'proposal_settled_whole',
			sql`num_nonnulls(${t.settledBy}, ${t.settledByAccount}, ${t.settledAt}) = case ${t.state} when 'open' then 0 else 3 end`
		),
		check('proposal_settled_why', sql`(${t.settledReason} is not null) = (${t.state} in ('rejected', 'withdrawn'))`),
		check(
			'proposal_second_person',
			sql`case ${t.state} when 'open' then true when 'withdrawn' then ${t.settledByAccount} = ${t.proposedByAccount}
				else ${t.settledByAccount} <> ${t.proposedByAccount} end`
		)
	]
);

/** In the order decided; only ever added (trigger), taken back by a further one. It is its confirmed proposal, its people and every word of it (trigger). */
export const decision = pgTable(
	'decision',
	{
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		sequence: integer().notNull(),
		/** What was decided, as the rules describe it: kind and the fields of its kind. */
		content: jsonb().$type<DecisionContent>().notNull(),
		reason: text().notNull(),
		/** Names as they are printed, with the accounts behind them. */
		by: text().notNull(),
		byAccount: uuid('by_account')
			.notNull()
			.references(() => account.id),
		confirmedBy: text('confirmed_by').notNull(),
		confirmedByAccount: uuid('confirmed_by_account')
			.notNull()
			.references(() => account.id),
		takesBack: integer('takes_back'),
		madeAt: at('made_at').notNull(),
		proposalId: uuid('proposal_id').notNull().unique('decision_one_of_a_proposal')
	},
	(t) => [
		primaryKey({ columns: [t.contestId, t.sequence] }),
		unique('decision_taken_back_once').on(t.contestId, t.takesBack),
		foreignKey({
			name: 'decision_of_its_proposal',
			columns: [t.proposalId, t.contestId, t.byAccount, t.confirmedByAccount],
			foreignColumns: [proposal.id, proposal.contestId, proposal.proposedByAccount, proposal.settledByAccount]
		}),
		check('decision_second_person', sql`${t.confirmedByAccount} <> ${t.byAccount}`)
	]
);
