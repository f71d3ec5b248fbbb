// What a backup says about itself, at its beginning and at its end; it must not know how rows are read or written.
import { z } from 'zod';

/** Grows when an older program could not read the file any more. */
export const formatVersion = 1;

const headMark = '-- hoithi backup ';
const footMark = '-- contents ';

const head = z.object({
	format: z.number().int().positive(),
	appVersion: z.string(),
	/** When the snapshot was taken, ISO 8601. */
	madeAt: z.iso.datetime(),
	/** Postgres' own number of the cluster it comes from. */
	systemIdentifier: z.string(),
	database: z.string(),
	migrations: z.array(z.object({ hash: z.string(), madeAt: z.number() }))
});

const tableContents = z.object({ table: z.string(), rows: z.number().int(), sha256: z.string() });

const foot = z.object({
	tables: z.array(tableContents),
	sequences: z.array(z.object({ sequence: z.string(), value: z.string() }))
});

export type Head = z.infer<typeof head>;
export type Foot = z.infer<typeof foot>;
/** `table` is the quoted name with its schema; `sha256` is over the rows as COPY writes them. */
export type TableContents = z.infer<typeof tableContents>;

export const writeHead = (value: Head): string => `${headMark}${JSON.stringify(value)}\n`;
export const writeFoot = (value: Foot): string => `${footMark}${JSON.stringify(value)}\n`;

/** The format number alone, so that a newer file is recognised whatever else its head says. `null`: not a head of ours. */
export function readFormat(line: string): number | null {
	const read = z.object({ format: z.number() }).safeParse(parseAfter(headMark, line));
	return read.success ? read.data.format : null;
}

export const readHead = (line: string): Head | null => head.safeParse(parseAfter(headMark, line)).data ?? null;
export const readFoot = (line: string): Foot | null => foot.safeParse(parseAfter(footMark, line)).data ?? null;

function parseAfter(mark: string, line: string): unknown {
	if (!line.startsWith(mark)) return null;
	try {
		return JSON.parse(line.slice(mark.length));
	} catch {
		return null;
	}
}
