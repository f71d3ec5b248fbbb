// What a contest's papers have in common, as its organisers wrote it; it must not know which papers there are.
import { jsonb, pgTable, uuid } from 'drizzle-orm/pg-core';
import type { Letterhead } from '../../../contest/paper/letterhead.ts';
import { at } from './columns.ts';
import { contest } from './contests.ts';

export const letterhead = pgTable('letterhead', {
	contestId: uuid('contest_id')
		.primaryKey()
		.references(() => contest.id),
	content: jsonb().$type<Letterhead>().notNull(),
	changedAt: at('changed_at').notNull()
});
