// Registration by the units: what the organisers ask, and each person a unit registers.
import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Answers, RegistrationQuestion } from '../../../contest/registration/questions.ts';
import type { RegistrationState } from '../../../contest/registration/acts.ts';
import { id, at, madeAt } from './columns.ts';
import { contest } from './contests.ts';
import { storedFile } from './files.ts';
import { contestant, unit } from './people.ts';

/** What a contest asks of the units; without a row nobody registers. */
export const registrationTerms = pgTable('registration_terms', {
	contestId: uuid('contest_id')
		.primaryKey()
		.references(() => contest.id),
	/** Null: at once. */
	opensAt: at('opens_at'),
	/** Null: until the organisers set it. */
	closesAt: at('closes_at'),
	/** Most reserve members of one unit. */
	reserves: integer().notNull().default(0),
	questions: jsonb().$type<RegistrationQuestion[]>().notNull().default([]),
	/** Whether a photo of the person and the confirmation of the unit's committee are asked for. */
	wantsPhoto: boolean('wants_photo').notNull().default(false),
	wantsConfirmation: boolean('wants_confirmation').notNull().default(false),
	/** Grows by one with every change. */
	version: integer().notNull().default(1)
});

/** One person as a unit registers them. */
export const registration = pgTable(
	'registration',
	{
		id: id(),
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		unitId: uuid('unit_id')
			.notNull()
			.references(() => unit.id),
		state: text().$type<RegistrationState>().notNull().default('draft'),
		/** Grows by one with every change: two devices do not overwrite each other. */
		version: integer().notNull().default(1),
		isReserve: boolean('is_reserve').notNull().default(false),
		fullName: text('full_name').notNull(),
		gender: text().$type<'Nam' | 'Nữ'>(),
		birthDate: date('birth_date'),
		position: text().notNull().default(''),
		phone: text().notNull().default(''),
		email: text().notNull().default(''),
		category: text(),
		route: text().$type<'promoted' | 'direct'>().notNull().default('direct'),
		answers: jsonb().$type<Answers>().notNull().default({}),
		photoId: uuid('photo_id').references(() => storedFile.id),
		confirmationId: uuid('confirmation_id').references(() => storedFile.id),
		/** Why it came back the last time; empty when it never did. */
		returnedReason: text('returned_reason').notNull().default(''),
		/** Whom it made, or was merged into; null for a reserve member who stands by. */
		contestantId: uuid('contestant_id').references(() => contestant.id),
		/** Of a reserve member who stepped in: whose place that was. */
		inPlaceOfId: uuid('in_place_of_id')
			.unique()
			.references(() => contestant.id),
		madeAt: madeAt(),
		sentAt: at('sent_at'),
		settledAt: at('settled_at')
	},
	(t) => [
		check('registration_contestant_when_approved', sql`${t.contestantId} is null or ${t.state} = 'approved'`),
		check(
			'registration_official_is_contestant',
			sql`${t.state} <> 'approved' or ${t.isReserve} or ${t.contestantId} is not null`
		),
		index('registration_contestant').on(t.contestantId),
		index('registration_contest').on(t.contestId)
	]
);
