// How each judge of a panel marks beside the others (R140): for the head judge to look at, never for a rank. It must not know names.
import { correlation, deviation, mean, type MarkTable } from './mark-table.ts';

export interface JudgeTendency {
	/** Contestants whom this judge and another have marked. */
	compared: number;
	/** Mean distance to the mean of the others, in hundredths; below 0 is severe. */
	severity: number;
	/** Own spread over that of the others' mean: 1,00 is alike, less hardly tells people apart. Null where the others do not differ. */
	spread: number | null;
	/** With the mean of the others, −1 to 1. */
	correlation: number;
}

/** In the order of the columns; null for a judge who marked fewer than two people together with others. */
export function judgeTendencies(table: MarkTable): (JudgeTendency | null)[] {
	return (table[0] ?? []).map((_, judge) => tendencyOf(table, judge));
}

function tendencyOf(table: MarkTable, judge: number): JudgeTendency | null {
	const pairs = table.flatMap((row) => {
		const own = row[judge] ?? null;
		const others = withoutJudge(row, judge);
		return own === null || others.length === 0 ? [] : [{ own, others: mean(others) }];
	});
	if (pairs.length < 2) return null;
	const own = pairs.map((pair) => pair.own);
	const others = pairs.map((pair) => pair.others);
	const spreadOfOthers = deviation(others);
	return {
		compared: pairs.length,
		severity: mean(own) - mean(others),
		spread: spreadOfOthers > 0 ? deviation(own) / spreadOfOthers : null,
		correlation: correlation(own, others)
	};
}

const withoutJudge = (row: (number | null)[], judge: number): number[] =>
	row.filter((value, at): value is number => value !== null && at !== judge);
