// What contestants are asked to hand in, every version they did, and which one the organisers chose instead of the last.
import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { LatePolicy } from '../../../contest/entries/entry.ts';
import type { FileKind } from '../../../contest/entries/file-kind.ts';
import { id, at } from './columns.ts';
import { account } from './accounts.ts';
import { contest } from './contests.ts';
import { storedFile } from './files.ts';
import { contestant } from './people.ts';

/** One thing to hand in, such as the outline; it stands beside the sheets of its part. */
export const entryRequest = pgTable(
	'entry_request',
	{
		id: id(),
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		/** Code of a part that judges mark. */
		partCode: text('part_code').notNull(),
		title: text().notNull(),
		/** For whoever hands in, such as "không quá 12 trang A4"; may be empty. */
		note: text().notNull().default(''),
		kinds: text().array().$type<FileKind[]>().notNull(),
		mostBytes: bigint('most_bytes', { mode: 'number' }).notNull(),
		dueAt: at('due_at'),
		late: text().$type<LatePolicy>().notNull(),
		/** With the policy `penalty`: what comes off, in hundredths, and the code of the part it comes off. */
		latePoints: integer('late_points'),
		latePart: text('late_part'),
		/** Judges know the number alone until the contestant is called. */
		isAnonymous: boolean('is_anonymous').notNull(),
		/** Until when judges are asked to have marked it; it is shown, and closes nothing. */
		markBy: at('mark_by')
	},
	(t) => [
		unique().on(t.contestId, t.title),
		check('entry_request_kinds', sql`cardinality(${t.kinds}) > 0`),
		check('entry_request_size', sql`${t.mostBytes} > 0`),
		check(
			'entry_request_penalty',
			sql`num_nonnulls(${t.latePoints}, ${t.latePart}) = case ${t.late} when 'penalty' then 2 else 0 end
			and coalesce(${t.latePoints} > 0, true)`
		)
	]
);

/** Only ever added: what was handed in stays, with who and when. */
export const entryVersion = pgTable(
	'entry_version',
	{
		id: id(),
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		requestId: uuid('request_id')
			.notNull()
			.references(() => entryRequest.id),
		contestantId: uuid('contestant_id')
			.notNull()
			.references(() => contestant.id),
		/** From 1. */
		number: integer().notNull(),
		fileId: uuid('file_id')
			.notNull()
			.references(() => storedFile.id),
		handedInAt: at('handed_in_at').notNull(),
		/** Name as it is printed, and the account behind it where there is one. */
		handedInBy: text('handed_in_by').notNull(),
		handedInByAccount: uuid('handed_in_by_account').references(() => account.id),
		/** After the deadline that held then. */
		isLate: boolean('is_late').notNull(),
		/** What it costs to be late, as it was announced when it came; null where it costs nothing. */
		latePoints: integer('late_points'),
		latePart: text('late_part'),
		/** The deadline it missed then, in the same case. */
		lateDueAt: at('late_due_at')
	},
	(t) => [
		unique().on(t.requestId, t.contestantId, t.number),
		index('entry_version_contest').on(t.contestId),
		check(
			'entry_version_penalty',
			sql`num_nonnulls(${t.latePoints}, ${t.latePart}, ${t.lateDueAt}) in (0, 3) and (${t.isLate} or ${t.latePoints} is null)`
		)
	]
);

/** Only ever added: the organisers let another version count than the last one handed in. */
export const entryChoice = pgTable(
	'entry_choice',
	{
		id: id(),
		versionId: uuid('version_id')
			.notNull()
			.references(() => entryVersion.id),
		reason: text().notNull(),
		chosenAt: at('chosen_at').notNull(),
		chosenBy: text('chosen_by').notNull(),
		chosenByAccount: uuid('chosen_by_account')
			.notNull()
			.references(() => account.id)
	},
	(t) => [index('entry_choice_version').on(t.versionId)]
);
