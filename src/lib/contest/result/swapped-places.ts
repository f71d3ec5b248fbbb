// Which contestants change places with each other (R242); it must not know points.
import type { ContestantNumber } from '../record/record.ts';
import type { ResultDiff } from './diff-results.ts';

export interface Swap {
	stage: string;
	/** The better rank first. */
	ranks: [number, number];
	/** Who had the better rank, and has the other one now, first. */
	contestants: [ContestantNumber, ContestantNumber];
}

/** R242: two of one ranking who each have the rank the other had, neither of them sharing it before or after. */
export function swappedPlaces({ places }: ResultDiff): Swap[] {
	const moved = places.flatMap(({ key, before, after }) => {
		if (!before || !after || before.shared || after.shared) return [];
		if (before.rank === null || after.rank === null || before.rank === after.rank) return [];
		const ranking = JSON.stringify([key.stage, before.category, before.cluster]);
		return [{ ...key, ranking, from: before.rank, to: after.rank }];
	});
	return moved
		.filter(({ from, to }) => from < to)
		.flatMap((down) => {
			const up = moved.find(
				({ ranking, from, to }) => ranking === down.ranking && from === down.to && to === down.from
			);
			if (!up) return [];
			const ranks: Swap['ranks'] = [down.from, down.to];
			return [{ stage: down.stage, ranks, contestants: [down.contestant, up.contestant] as Swap['contestants'] }];
		})
		.sort((a, b) => a.ranks[0] - b.ranks[0]);
}
