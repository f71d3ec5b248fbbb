// Score sheets that are marked on paper, and what two people have typed from each.
import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Marks } from '../../../contest/rubric.ts';
import type { Chosen } from '../../../contest/paper-sheet.ts';
import { id, at } from './columns.ts';
import { account } from './accounts.ts';
import { judge } from './people.ts';
import { scoresheet, turn } from './stage.ts';

/** From the moment a sheet is on paper until it counts, goes back to the screen or is typed anew; settled once (trigger). */
export const paperSheet = pgTable(
	'paper_sheet',
	{
		id: id(),
		turnId: uuid('turn_id')
			.notNull()
			.references(() => turn.id),
		judgeId: uuid('judge_id')
			.notNull()
			.references(() => judge.id),
		/** The revision of the screen that was closed for it, empty when nothing had been typed. */
		screenSheetId: uuid('screen_sheet_id')
			.notNull()
			.references(() => scoresheet.id),
		openedBy: text('opened_by').notNull(),
		openedByAccount: uuid('opened_by_account')
			.notNull()
			.references(() => account.id),
		openedAt: at('opened_at').notNull(),
		/** Empty when the first typed entry opened it, with nothing on the screen. */
		reason: text().notNull(),
		state: text().$type<'open' | 'confirmed' | 'returned' | 'retyped'>().notNull().default('open'),
		settledBy: text('settled_by'),
		settledByAccount: uuid('settled_by_account').references(() => account.id),
		settledAt: at('settled_at'),
		/** Null when two equal entries settled it. */
		settledReason: text('settled_reason'),
		/** Which entry holds for each criterion in which they differed; null when they were equal. */
		chosen: jsonb().$type<Chosen>(),
		/** The locked revision it has become. */
		scoresheetId: uuid('scoresheet_id')
			.unique('paper_sheet_one_of_a_sheet')
			.references(() => scoresheet.id)
	},
	(t) => [
		uniqueIndex('paper_sheet_one_open')
			.on(t.turnId, t.judgeId)
			.where(sql`state = 'open'`),
		check(
			'paper_sheet_settled_whole',
			sql`num_nonnulls(${t.settledBy}, ${t.settledByAccount}, ${t.settledAt}) = case ${t.state} when 'open' then 0 else 3 end`
		),
		check('paper_sheet_confirmed_is_sheet', sql`(${t.scoresheetId} is not null) = (${t.state} = 'confirmed')`),
		check(
			'paper_sheet_settled_why',
			sql`(${t.settledReason} is not null) = (${t.state} in ('returned', 'retyped') or ${t.chosen} is not null)`
		),
		check('paper_sheet_chosen_confirms', sql`${t.chosen} is null or ${t.state} = 'confirmed'`)
	]
);

/** What one person typed from the paper; only ever added (trigger). The same account never types both. */
export const paperEntry = pgTable(
	'paper_entry',
	{
		paperId: uuid('paper_id')
			.notNull()
			.references(() => paperSheet.id),
		/** 1 or 2. */
		ordinal: integer().notNull(),
		marks: jsonb().$type<Marks>().notNull(),
		comments: jsonb().$type<Record<string, string>>().notNull(),
		enteredBy: text('entered_by').notNull(),
		enteredByAccount: uuid('entered_by_account')
			.notNull()
			.references(() => account.id),
		enteredAt: at('entered_at').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.paperId, t.ordinal] }),
		unique('paper_entry_two_people').on(t.paperId, t.enteredByAccount),
		check('paper_entry_first_or_second', sql`${t.ordinal} in (1, 2)`)
	]
);
