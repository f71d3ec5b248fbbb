// Trial marking of a sample by the judges of a part, and their sheets: tables of their own, so that no result ever meets these marks (R310).
import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Marks } from '../../../contest/rubric.ts';
import { id, at } from './columns.ts';
import { account, signingPin } from './accounts.ts';
import { contest } from './contests.ts';
import { judge } from './people.ts';

/** One sample for the judges of one part. Only that it was closed is ever added to it, once (trigger). */
export const calibration = pgTable(
	'calibration',
	{
		id: id(),
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		partCode: text('part_code').notNull(),
		title: text().notNull(),
		/** What is marked: a text, the address of a film, or a note of what the panel watches in the room. */
		sample: text().notNull(),
		setBy: text('set_by').notNull(),
		setByAccount: uuid('set_by_account')
			.notNull()
			.references(() => account.id),
		setAt: at('set_at').notNull(),
		closedAt: at('closed_at'),
		/** Who closed it before every sheet was in; null when the last sheet did. */
		closedBy: text('closed_by'),
		closedByAccount: uuid('closed_by_account').references(() => account.id)
	},
	(t) => [
		check(
			'calibration_closed_whole',
			sql`num_nonnulls(${t.closedBy}, ${t.closedByAccount}) in (0, case when ${t.closedAt} is null then 0 else 2 end)`
		)
	]
);

/** One judge's sheet of a sample. Once submitted it never changes, and nothing is written once the trial was closed (trigger). */
export const calibrationSheet = pgTable(
	'calibration_sheet',
	{
		id: id(),
		calibrationId: uuid('calibration_id')
			.notNull()
			.references(() => calibration.id),
		judgeId: uuid('judge_id')
			.notNull()
			.references(() => judge.id),
		/** Grows with each saved draft. */
		version: integer().notNull(),
		/** The save that made this version, as the judge's device named it. */
		operation: uuid(),
		marks: jsonb().$type<Marks>().notNull(),
		/** Read by nobody but the judge. */
		comments: jsonb().$type<Record<string, string>>().notNull(),
		savedAt: at('saved_at').notNull(),
		lockedAt: at('locked_at'),
		signedBy: uuid('signed_by').references(() => signingPin.accountId)
	},
	(t) => [
		unique().on(t.calibrationId, t.judgeId),
		check('calibration_sheet_signed', sql`num_nonnulls(${t.lockedAt}, ${t.signedBy}) in (0, 2)`)
	]
);
