// Conflicts of interest that were declared: which judge, about whom, why, by whom; and who took it back.
import { sql } from 'drizzle-orm';
import { check, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, at } from './columns.ts';
import { account } from './accounts.ts';
import { contest } from './contests.ts';
import { contestant, judge, unit } from './people.ts';

/** About one contestant or everybody of a unit. Only that it was taken back is ever added to it, once, and by a second person (trigger). */
export const interest = pgTable(
	'interest',
	{
		id: id(),
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		judgeId: uuid('judge_id')
			.notNull()
			.references(() => judge.id),
		contestantId: uuid('contestant_id').references(() => contestant.id),
		unitId: uuid('unit_id').references(() => unit.id),
		reason: text().notNull(),
		/** Name as it is printed, and the account behind it. */
		declaredBy: text('declared_by').notNull(),
		declaredByAccount: uuid('declared_by_account')
			.notNull()
			.references(() => account.id),
		declaredAt: at('declared_at').notNull(),
		withdrawnBy: text('withdrawn_by'),
		withdrawnByAccount: uuid('withdrawn_by_account').references(() => account.id),
		withdrawnAt: at('withdrawn_at'),
		/** Why it was taken back. */
		withdrawnReason: text('withdrawn_reason')
	},
	(t) => [
		check('interest_about_one', sql`num_nonnulls(${t.contestantId}, ${t.unitId}) = 1`),
		check(
			'interest_withdrawn_whole',
			sql`num_nonnulls(${t.withdrawnBy}, ${t.withdrawnByAccount}, ${t.withdrawnAt}, ${t.withdrawnReason}) in (0, 4)`
		),
		check('interest_second_person', sql`${t.withdrawnByAccount} <> ${t.declaredByAccount}`)
	]
);
