// Checks a contest against the database without the rules: every acknowledged answer a row, the result counted again in SQL.
import type { ContestId } from '../../contest/ids.ts';
import type { App } from '../app.ts';
import { readOperations } from '../stores/answers.ts';
import { differences } from '../stores/shadow/differences.ts';
import { readRecordInSql } from '../stores/shadow/record-in-sql.ts';
import { shadowResult } from '../stores/shadow/shadow-result.ts';
import { readStandings } from './standings.ts';

export interface Audit {
	/** Rows of answers in the contest. */
	stored: number;
	/** Acknowledged operations that are no row. */
	lost: string[];
	/** Rows that no phone has sent. */
	unknown: string[];
	/** One sentence for each figure that the second count does not agree on. */
	differing: string[];
}

/** `sent` are all operations phones have sent, `acknowledged` those for which they hold a receipt. */
export async function auditContest(
	app: App,
	contestId: ContestId,
	sent: Iterable<string>,
	acknowledged: Iterable<string>
): Promise<Audit> {
	const db = app.database.drizzle;
	const rows = await readOperations(db, contestId);
	const stored = new Set(rows);
	const known = new Set(sent);
	const standings = await readStandings(app, contestId);
	const shadow = await shadowResult(db, await readRecordInSql(db, contestId));
	return {
		stored: rows.length,
		lost: [...acknowledged].filter((operation) => !stored.has(operation)),
		unknown: rows.filter((operation) => !known.has(operation)),
		differing: standings ? differences(standings.result, shadow) : []
	};
}
