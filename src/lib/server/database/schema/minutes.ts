// When the marking of a session was closed, who opened it again, and who signed its minutes; everything here is held by triggers too.
import { sql } from 'drizzle-orm';
import { check, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, at } from './columns.ts';
import { signingPin } from './accounts.ts';
import { contest } from './contests.ts';

/**
 * While it is not opened again, no sheet of the session is saved, signed or opened (trigger). Only the opening is ever added to it: asked by one
 * person, done by another, each just proven by PIN (ADR 0019).
 */
export const markingLock = pgTable(
	'marking_lock',
	{
		id: id(),
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		stage: text().notNull(),
		/** Code of the session; empty for the turns of a stage that has none. */
		session: text().notNull().default(''),
		lockedBy: text('locked_by').notNull(),
		lockedByAccount: uuid('locked_by_account')
			.notNull()
			.references(() => signingPin.accountId),
		lockedAt: at('locked_at').notNull(),
		askedBy: text('asked_by'),
		askedByAccount: uuid('asked_by_account').references(() => signingPin.accountId),
		askedAt: at('asked_at'),
		/** Why it is to be opened. */
		reason: text(),
		openedBy: text('opened_by'),
		openedByAccount: uuid('opened_by_account').references(() => signingPin.accountId),
		openedAt: at('opened_at')
	},
	(t) => [
		uniqueIndex('marking_lock_one')
			.on(t.contestId, t.stage, t.session)
			.where(sql`opened_at is null`),
		check(
			'marking_lock_asked_whole',
			sql`num_nonnulls(${t.askedBy}, ${t.askedByAccount}, ${t.askedAt}, ${t.reason}) in (0, 4)`
		),
		check('marking_lock_opened_whole', sql`num_nonnulls(${t.openedBy}, ${t.openedByAccount}, ${t.openedAt}) in (0, 3)`),
		check('marking_lock_opened_asked', sql`${t.openedAt} is null or ${t.askedAt} is not null`),
		check('marking_lock_second_person', sql`${t.openedByAccount} <> ${t.askedByAccount}`)
	]
);

/** One hand under the minutes of a locked session, or the seal over both; it holds for the document of that hash alone. Only ever added (trigger). */
export const minutesSignature = pgTable(
	'minutes_signature',
	{
		id: id(),
		lockId: uuid('lock_id')
			.notNull()
			.references(() => markingLock.id),
		act: text().$type<'signed' | 'sealed'>().notNull(),
		role: text().$type<'head_judge' | 'secretary'>().notNull(),
		/** SHA-256 of the canonical minutes. */
		documentHash: text('document_hash').notNull(),
		signedBy: text('signed_by').notNull(),
		signedByAccount: uuid('signed_by_account')
			.notNull()
			.references(() => signingPin.accountId),
		signedAt: at('signed_at').notNull()
	},
	(t) => [
		unique('minutes_signature_once').on(t.lockId, t.documentHash, t.act, t.role),
		unique('minutes_signature_two_people').on(t.lockId, t.documentHash, t.act, t.signedByAccount),
		check('minutes_signature_head_seals', sql`${t.act} = 'signed' or ${t.role} = 'head_judge'`)
	]
);
