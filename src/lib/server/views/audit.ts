// Checks a contest against the database without the rules: every acknowledged answer a row, totals counted again in SQL.
import type { ContestId } from '../../contest/ids.ts';
import type { Points } from '../../contest/points.ts';
import type { App } from '../app.ts';
import { readOperations } from '../stores/answers.ts';
import { recountInSql } from '../stores/results.ts';
import { readContestants } from '../stores/people.ts';
import { readStandings } from './standings.ts';

export interface Audit {
	/** Rows of answers in the contest. */
	stored: number;
	/** Acknowledged operations that are no row. */
	lost: string[];
	/** Rows that no phone has sent. */
	unknown: string[];
	/** Contestants whose total differs from the recount. */
	differing: { number: string; total: Points; recounted: Points }[];
}

/** `sent` are all operations phones have sent, `acknowledged` those for which they hold a receipt. */
export async function auditContest(
	app: App,
	contestId: ContestId,
	sent: Iterable<string>,
	acknowledged: Iterable<string>
): Promise<Audit> {
	const rows = await readOperations(app.database.drizzle, contestId);
	const stored = new Set(rows);
	const known = new Set(sent);
	const numbers = new Map(
		(await readContestants(app.database.drizzle, contestId)).map(({ id, number }) => [id, number])
	);
	const recounted = new Map(
		(await recountInSql(app.database.drizzle, contestId)).map((line) => [numbers.get(line.contestantId), line.total])
	);
	const standings = await readStandings(app, contestId);
	return {
		stored: rows.length,
		lost: [...acknowledged].filter((operation) => !stored.has(operation)),
		unknown: rows.filter((operation) => !known.has(operation)),
		differing: (standings?.tables.flatMap(({ rows }) => rows) ?? [])
			.map((row) => ({ number: row.number, total: row.total, recounted: recounted.get(row.number) ?? 0 }))
			.filter((row) => row.total !== row.recounted)
	};
}
