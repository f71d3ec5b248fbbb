// What was imported from files: enough to take the last import of a kind back, and to take the next file of the same shape as this one was taken.
import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at, id } from './columns.ts';
import { contest } from './contests.ts';

/** One row an import has made or changed. */
export interface ImportedRow {
	code: string;
	/** The value it had before; null for a row that was new. */
	before: unknown;
	/** SHA-256 of the value it was given: as long as it has that, nobody has changed it since. */
	given: string;
}

export const fileImport = pgTable(
	'file_import',
	{
		id: id(),
		contestId: uuid('contest_id')
			.notNull()
			.references(() => contest.id),
		/** What was imported: contestants, questions … */
		kind: text().notNull(),
		fileName: text('file_name').notNull(),
		/** Of the headers of the file; empty for a file that is no table. */
		signature: text().notNull(),
		/** Sheet, header and meaning of the columns as a person has chosen them; null when the file spoke for itself. */
		choices: jsonb().$type<Record<string, unknown>>(),
		rows: jsonb().$type<ImportedRow[]>().notNull(),
		importedBy: text('imported_by').notNull(),
		importedAt: at('imported_at').notNull(),
		undoneBy: text('undone_by'),
		undoneAt: at('undone_at')
	},
	(t) => [index('file_import_of_contest').on(t.contestId, t.kind)]
);
