// Holds a result against its shadow, line by line; it must not compute or ask for either.
import type { ContestResult, Place, Ranking, StageResult } from '../../../contest/result/result.ts';
import type { ShadowLine } from './shadow-result.ts';

/** One sentence for each figure the two do not agree on, such as `CK TS01: total 8500, shadow 8400`; empty when they agree in everything. */
export function differences(result: ContestResult, shadow: ShadowLine[]): string[] {
	const expected = new Map(result.stages.flatMap(linesOf).map((line) => [keyOf(line), line]));
	const found = new Map(shadow.map((line) => [keyOf(line), line]));
	return [
		...[...found.keys()].filter((key) => !expected.has(key)).map((key) => `${key}: only in the shadow`),
		...[...expected].flatMap(([key, line]) => {
			const other = found.get(key);
			return other ? ofLines(key, line, other) : [`${key}: not in the shadow`];
		})
	];
}

function linesOf({ stage, rankings, advancement }: StageResult): ShadowLine[] {
	const goingOn = new Set(advancement?.goingOn.map(({ contestant }) => contestant));
	return rankings.flatMap((ranking) =>
		ranking.places.map((place) => lineOf(stage, ranking, place, goingOn.has(place.contestant)))
	);
}

function lineOf(stage: string, { category, cluster }: Ranking, place: Place, goesOn: boolean): ShadowLine {
	const { contestant, total, exactTotal, rank, shared, score } = place;
	return {
		stage,
		category,
		cluster,
		contestant,
		parts: Object.fromEntries(Object.entries(score.parts).map(([code, part]) => [code, part?.points ?? null])),
		total,
		exactTotal: `${exactTotal.numerator}/${exactTotal.denominator}`,
		rank,
		shared,
		goesOn
	};
}

function keyOf({ stage, category, cluster, contestant }: ShadowLine): string {
	return [stage, category, cluster, contestant].filter((word) => word !== null).join(' ');
}

function ofLines(key: string, line: ShadowLine, other: ShadowLine): string[] {
	const codes = new Set([...Object.keys(line.parts), ...Object.keys(other.parts)]);
	const pairs: [string, unknown, unknown][] = [
		...[...codes].map((code): [string, unknown, unknown] => [`part ${code}`, line.parts[code], other.parts[code]]),
		['total', line.total, other.total],
		['exact total', line.exactTotal, other.exactTotal],
		['rank', line.rank, other.rank],
		['shared', line.shared, other.shared],
		['goes on', line.goesOn, other.goesOn]
	];
	return pairs.filter(([, a, b]) => a !== b).map(([what, a, b]) => `${key}: ${what} ${String(a)}, shadow ${String(b)}`);
}
