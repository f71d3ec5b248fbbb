// What a contest's papers have in common, and what its certificates say, as its organisers wrote it; it must not know which papers there are.
import { jsonb, pgTable, uuid } from 'drizzle-orm/pg-core';
import type { CertificateDesign } from '../../../contest/paper/certificate.ts';
import type { Letterhead } from '../../../contest/paper/letterhead.ts';
import { at } from './columns.ts';
import { contest } from './contests.ts';
import { storedFile } from './files.ts';

export const letterhead = pgTable('letterhead', {
	contestId: uuid('contest_id')
		.primaryKey()
		.references(() => contest.id),
	content: jsonb().$type<Letterhead>().notNull(),
	changedAt: at('changed_at').notNull()
});

export const certificate = pgTable('certificate', {
	contestId: uuid('contest_id')
		.primaryKey()
		.references(() => contest.id),
	content: jsonb().$type<CertificateDesign>().notNull(),
	/** The picture behind the words; null for plain paper, or paper that is printed already. */
	background: uuid().references(() => storedFile.id),
	changedAt: at('changed_at').notNull()
});
