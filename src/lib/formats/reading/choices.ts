// What a person has chosen and mended about a file before it is imported; it must not know how the file is read.
import { z } from 'zod';
import { oldCodes } from './old-codes.ts';

/** Number of a column, from 0. */
const position = z.string().regex(/^\d{1,3}$/);
const line = z.number().int().min(1).max(1_048_576);

export const choicesInput = z.strictObject({
	/** Name of the sheet; without it the first visible one with content. */
	sheet: z.string().max(200).optional(),
	/** First row of the header and how many rows it takes; without it both are looked for. */
	header: z.strictObject({ line, rows: z.union([z.literal(1), z.literal(2)]) }).optional(),
	/** What columns mean, by position: the name of a column of the import, or empty for one that is left out. */
	columns: z.record(position, z.string().max(40)).optional(),
	/** The code columns are written in, by position. */
	fonts: z.record(position, z.enum([...oldCodes, 'keep'])).optional(),
	/** Whether merged cells give their text to every row they cover. */
	fillMerged: z.boolean().optional(),
	/** Cells written anew. */
	edits: z
		.array(z.strictObject({ line, position: z.number().int().min(0).max(200), text: z.string().max(4_000) }))
		.max(5_000)
		.optional()
});

/** All of it may be left out: then the file speaks for itself. */
export type ImportChoices = z.infer<typeof choicesInput>;
