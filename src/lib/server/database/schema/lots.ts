// Lists lots are drawn from and what was drawn, only ever added (trigger).
import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { FrozenList } from '../../../contest/drawing.ts';
import type { Draw } from '../../../contest/record/draw.ts';
import { id, madeAt } from './columns.ts';
import { contest } from './contests.ts';

/** Draws of the questions of rounds: anyone can recompute the outcome from list and seed. */
export const draw = pgTable('draw', {
	id: id(),
	contestId: uuid('contest_id')
		.notNull()
		.references(() => contest.id),
	kind: text().$type<'questions'>().notNull(),
	seed: text().notNull(),
	listHash: text('list_hash').notNull(),
	list: jsonb().$type<string[]>().notNull(),
	outcome: jsonb().$type<string[]>().notNull(),
	madeAt: madeAt()
});

export type LotsKind = 'order' | 'topics' | 'situations';

/** Lists as they were published before anybody said a number; the newest of its kind is the one that counts. */
export const frozenList = pgTable(
	'frozen_list',
	{
		id: id(),
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		kind: text().$type<LotsKind>().notNull(),
		/** Code of the stage; the session, if it is for one alone, stands in the list. */
		stage: text().notNull().default('HT'),
		/** Whom it was made from; null for tickets, which follow the running order. */
		among: text().$type<'present' | 'competing'>(),
		list: jsonb().$type<FrozenList>().notNull(),
		/** SHA-256 of the canonical list. */
		commitment: text().notNull(),
		/** Why it took the place of an earlier one; empty for the first. */
		reason: text().notNull().default(''),
		madeAt: madeAt()
	},
	(t) => [index('frozen_list_of_contest').on(t.contestId)]
);

/** What was drawn from a frozen list, once: the whole draw as it is printed and checked. */
export const drawing = pgTable('drawing', {
	frozenListId: uuid('frozen_list_id')
		.primaryKey()
		.references(() => frozenList.id),
	document: jsonb().$type<Draw>().notNull(),
	madeAt: madeAt()
});
