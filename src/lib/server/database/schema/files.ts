// Files that people hand in, kept in the database itself (ADR 0025); it must not know whose they are or what they are for.
import { sql } from 'drizzle-orm';
import { bigint, check, customType, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { FileKind } from '../../../contest/entries/file-kind.ts';
import { id, at } from './columns.ts';
import { contest } from './contests.ts';

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/** Never changed: another version is another file. Who handed it in stands with what it was handed in for. */
export const storedFile = pgTable('stored_file', {
	id: id(),
	contestId: uuid('contest_id')
		.notNull()
		.references(() => contest.id),
	/** As it is safe to show and to save under. */
	name: text().notNull(),
	/** What it was found to be, whatever it claimed. */
	kind: text().$type<FileKind>().notNull(),
	size: bigint({ mode: 'number' }).notNull(),
	sha256: text().notNull(),
	storedAt: at('stored_at').notNull()
});

/** Pieces of 1 MB, so that no query carries a whole file. */
export const storedFilePart = pgTable(
	'stored_file_part',
	{
		fileId: uuid('file_id')
			.notNull()
			.references(() => storedFile.id),
		/** From 0. */
		position: integer().notNull(),
		bytes: bytea().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.fileId, t.position] }),
		check('stored_file_part_size', sql`octet_length(${t.bytes}) between 1 and 1048576`)
	]
);

/** What a browser can show of a file that it cannot: made once, from these very bytes (ADR 0025). */
export const fileAsPdf = pgTable('file_as_pdf', {
	fileId: uuid('file_id')
		.primaryKey()
		.references(() => storedFile.id),
	pdfId: uuid('pdf_id')
		.notNull()
		.references(() => storedFile.id),
	madeAt: at('made_at').notNull()
});
