// Who is proposed to the next level (R187); it must not give awards.
import type { ContestantNumber } from '../record/record.ts';
import type { Rules } from '../rules/rules.ts';
import type { AwardResult, StageResult } from './result.ts';

/** R187: holders of the named awards in the order of the plan, then the best of the stage, a shared last rank whole; each once. */
export function nominate(rules: Rules, stages: StageResult[], awards: AwardResult[]): ContestantNumber[] {
	const { nomination } = rules;
	if (nomination === null) return [];
	const holders = awards
		.filter(({ award }) => nomination.awards.includes(award))
		.flatMap(({ winners }) => winners.flatMap(({ contestant }) => (contestant === null ? [] : [contestant])));
	const { top } = nomination;
	const rankings = top === null ? [] : (stages.find(({ stage }) => stage === top.stage)?.rankings ?? []);
	const best = rankings.flatMap(({ places }) =>
		places.filter(({ rank }) => rank !== null && top !== null && rank <= top.count).map(({ contestant }) => contestant)
	);
	return [...new Set([...holders, ...best])];
}
