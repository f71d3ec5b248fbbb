// Who is proposed to the next level (R187); it must not give awards.
import type { ContestantNumber } from '../record/record.ts';
import type { RecordIndex } from './record-index.ts';
import type { AwardResult, Place, StageResult } from './result.ts';

/** R187: holders of the named awards in the order of the plan, then the best of each ranking of the stage; each once. */
export function nominate(
	{ rules, contestants }: RecordIndex,
	stages: StageResult[],
	awards: AwardResult[]
): ContestantNumber[] {
	const { nomination } = rules;
	if (nomination === null) return [];
	const holders = awards
		.filter(({ award }) => nomination.awards.includes(award))
		.flatMap(({ winners }) => winners.flatMap(({ contestant }) => (contestant === null ? [] : [contestant])));
	const { top } = nomination;
	if (top === null) return [...new Set(holders)];
	const rankings = stages.find(({ stage }) => stage === top.stage)?.rankings ?? [];
	const best = rankings.flatMap(({ places }) =>
		bestOf(
			places.filter(({ contestant }) => contestants.get(contestant)?.mayWin),
			top.count
		)
	);
	return [...new Set([...holders, ...best])];
}

/** The first so many, and all who share the last rank. */
function bestOf(places: Place[], count: number): ContestantNumber[] {
	const ranked = places.filter(({ rank }) => rank !== null);
	const last = ranked[Math.min(count, ranked.length) - 1]?.rank ?? 0;
	return ranked.filter(({ rank }) => (rank ?? 0) <= last).map(({ contestant }) => contestant);
}
