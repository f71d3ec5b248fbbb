// Units and who speaks for them, contestants, judges, their slips and sessions.
import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	index,
	integer,
	jsonb,
	pgTable,
	text,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { ContestantStatus, SeatLimit } from '../../../contest/record/record.ts';
import type { JudgeRole } from '../../../contest/rules/panels.ts';
import { id, at, madeAt } from './columns.ts';
import { account } from './accounts.ts';
import { contest } from './contests.ts';

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
		members: integer(),
		/** Most contestants it may enter; null without a quota. */
		quota: integer(),
		/** First and last day it exists as this unit; null where no end is known. */
		validFrom: date('valid_from'),
		validUntil: date('valid_until')
	},
	(t) => [unique().on(t.contestId, t.code)]
);

/** Who speaks for a unit; it may have several. The link of each (256 random bits) is kept as SHA-256 only; null while there is none that is good. */
export const contact = pgTable(
	'contact',
	{
		id: id(),
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		unitId: uuid('unit_id')
			.notNull()
			.references(() => unit.id),
		name: text().notNull().default(''),
		phone: text().notNull().default(''),
		email: text().notNull().default(''),
		linkHash: text('link_hash').unique(),
		linkMadeAt: at('link_made_at'),
		/** Who has stopped speaking for it stays, since the log and entries name who acted. */
		removedAt: at('removed_at')
	},
	(t) => [index('contact_contest').on(t.contestId), index('contact_unit').on(t.unitId)]
);

export type { ContestantStatus };
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
		checkedInAt: at('checked_in_at'),
		/** Codes of groups and of the team; null where the rules name none. */
		category: text(),
		cluster: text(),
		team: text(),
		/** Code of the session the list puts them into, before any lots; null where lots decide. */
		listedSession: text('listed_session'),
		/** Organisers and technical staff may take part but receive no award. */
		mayWin: boolean('may_win').notNull().default(true),
		/** When the slip was first used: from then on the contestant is with us. */
		joinedAt: at('joined_at'),
		/** Of the newest device; answers of an older one are refused. 0 before the first. */
		deviceEpoch: integer('device_epoch').notNull().default(0),
		/** Extra time in percent of each question's time, granted before a round. */
		extraPercent: integer('extra_percent').notNull().default(0),
		/** Promoted from another contest, or nominated directly. */
		route: text().$type<'promoted' | 'direct'>().notNull().default('direct'),
		/** What judges read in place of number and name while these are hidden (R323); null without one. */
		codeName: text('code_name')
	},
	(t) => [unique().on(t.contestId, t.number), unique('contestant_code_name').on(t.contestId, t.codeName)]
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
		role: text().$type<JudgeRole>().notNull(),
		/** Codes of the panels the judge sits in. */
		panels: text()
			.array()
			.notNull()
			.default(sql`'{BGK}'`),
		/** Seats held for some sessions or clusters only. */
		limits: jsonb().$type<SeatLimit[]>().notNull().default([]),
		position: text().notNull().default(''),
		/** Where the judge comes from; null when it is not known, or none of the units. */
		unitId: uuid('unit_id').references(() => unit.id),
		accountId: uuid('account_id').references(() => account.id)
	},
	(t) => [unique().on(t.contestId, t.code), unique().on(t.contestId, t.accountId)]
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

/** Sessions of accounts, of slips and of contacts; `id` is the SHA-256 of the cookie's secret. */
export const session = pgTable(
	'session',
	{
		id: text().primaryKey(),
		accountId: uuid('account_id').references(() => account.id),
		slipId: uuid('slip_id').references(() => slip.id),
		contactId: uuid('contact_id').references(() => contact.id),
		/** Which device of its contestant this is, counted from 1 in the order they came; null for everybody else. */
		epoch: integer(),
		madeAt: madeAt(),
		expiresAt: at('expires_at').notNull(),
		/** Nothing prolongs a session beyond this. */
		endsAt: at('ends_at').notNull(),
		revokedAt: at('revoked_at')
	},
	(t) => [
		check('session_one_holder', sql`num_nonnulls(${t.accountId}, ${t.slipId}, ${t.contactId}) = 1`),
		index('session_slip').on(t.slipId),
		index('session_contact').on(t.contactId),
		index('session_account').on(t.accountId)
	]
);
