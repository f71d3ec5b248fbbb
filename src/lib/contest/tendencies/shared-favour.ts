// Two judges who mark the same contestants up together (R141): a question for the head judge, never a verdict. It must not know names.
import { correlation, deviation, mean, sum, type MarkTable } from './mark-table.ts';

export interface SharedFavour {
	/** Columns of the table. */
	judges: [number, number];
	/** Rows whom both marked at least one deviation above what their quality explains, the clearest first. */
	contestants: number[];
	/** How often an honest panel of this size shows a pair as close as this by chance; 0 to 1. */
	chance: number;
}

/** Fewer say nothing. */
const fewestJudges = 3;
export const fewestContestants = 8;
/** A pair is named when chance alone shows one so close in fewer than two honest panels of a hundred. */
export const namedBelow = 0.02;

/** Pairs that stand out, the least likely first. */
export function sharedFavours(table: MarkTable): SharedFavour[] {
	return everyPair(table).filter(({ chance }) => chance < namedBelow);
}

/**
 * R141. What is left of a mark when the contestant's quality (the panel's mean without the
 * highest and the lowest) and the judge's own level and spread (a straight
 * line through the others) are taken out is correlated, pair by pair. What is left of an honest panel is correlated by −1/(J−1), because
 * it adds up to nothing; Fisher's z of the difference is near normal with n − 4 for n contestants, and J·(J−1)/2 pairs are looked at:
 * chance = pairs × P(Z > z).
 */
export function everyPair(table: MarkTable): SharedFavour[] {
	const { rows, judges, left } = leftOver(table);
	if (judges.length < fewestJudges || rows.length < fewestContestants) return [];
	const columns = judges.map((_, at) => left.map((row) => row[at] ?? 0));
	const deviations = columns.map(deviation);
	const pairs = (judges.length * (judges.length - 1)) / 2;
	const honest = Math.atanh(-1 / (judges.length - 1));
	const found: SharedFavour[] = [];
	for (const [one, ones] of columns.entries())
		for (const [other, others] of columns.entries()) {
			if (other <= one) continue;
			// Two judges with one hand are correlated by 1, of which Fisher's z is infinite: as far as it goes, that is right.
			const z = (Math.atanh(correlation(ones, others)) - honest) * Math.sqrt(rows.length - 4);
			const both = rows.map((row, at) => ({
				row,
				by: Math.min((ones[at] ?? 0) / (deviations[one] ?? 1), (others[at] ?? 0) / (deviations[other] ?? 1))
			}));
			found.push({
				judges: [judges[one] ?? 0, judges[other] ?? 0],
				contestants: both
					.filter(({ by }) => by > 1)
					.sort((a, b) => b.by - a.by)
					.map(({ row }) => row),
				chance: Math.min(1, pairs * aboveNormal(z))
			});
		}
	return found.sort((a, b) => a.chance - b.chance);
}

/** Judges who marked at least half of the people, and the people whom all of these marked. */
function leftOver(table: MarkTable): { rows: number[]; judges: number[]; left: number[][] } {
	const judges = [...(table[0] ?? []).keys()].filter(
		(judge) => table.filter((row) => isMark(row[judge])).length * 2 >= table.length
	);
	const rows = [...table.keys()].filter((row) => judges.every((judge) => isMark(table[row]?.[judge])));
	if (rows.length === 0 || judges.length === 0) return { rows, judges, left: [] };
	const marks = rows.map((row) => judges.map((judge) => table[row]?.[judge] ?? 0));
	const levels = judges.map((_, at) => mean(marks.map((row) => row[at] ?? 0)));
	const centred = marks.map((row) => row.map((mark, at) => mark - (levels[at] ?? 0)));
	const qualities = centred.map(middle);
	const square = sum(qualities.map((quality) => quality ** 2));
	const spreads = judges.map((_, at) =>
		square > 0 ? sum(centred.map((row, nth) => (row[at] ?? 0) * (qualities[nth] ?? 0))) / square : 0
	);
	const left = centred.map((row, nth) => row.map((mark, at) => mark - (spreads[at] ?? 0) * (qualities[nth] ?? 0)));
	return { rows, judges, left };
}

/** The mean without the highest and the lowest, where enough are left: two who lift somebody do not lift what they are held against. */
function middle(values: number[]): number {
	return mean(values.length < 5 ? values : [...values].sort((a, b) => a - b).slice(1, -1));
}

const isMark = (mark: number | null | undefined): mark is number => mark !== null && mark !== undefined;

/** P(Z > z) of the standard normal, within 7.5e-8 (Abramowitz and Stegun 26.2.17). */
function aboveNormal(z: number): number {
	if (z < 0) return 1 - aboveNormal(-z);
	const t = 1 / (1 + 0.2316419 * z);
	const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
	return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
}
