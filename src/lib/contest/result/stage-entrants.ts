// Who takes part in a stage, for those who draw its order; it must not know how anybody came to go on.
import { compareContestantNumbers } from '../contestant-number.ts';
import type { StageCode } from '../ids.ts';
import type { ContestRecord, RecordedContestant } from '../record/record.ts';
import type { Rules } from '../rules/rules.ts';
import type { ContestResult, Missing } from './result.ts';

/**
 * R191: everybody in the first stage, in a later one those who go on into it, by their numbers, whatever their status.
 * Null while a stage before still lacks anything, as nobody knows yet who goes on; null as well for a stage the rules do not have.
 */
export function stageEntrants(
	{ rules, contestants }: Pick<ContestRecord, 'rules' | 'contestants'>,
	{ stages, missing }: Pick<ContestResult, 'stages' | 'missing'>,
	code: StageCode
): RecordedContestant[] | null {
	const at = rules.stages.findIndex((stage) => stage.code === code);
	if (at < 0) return null;
	const all = [...contestants].sort((a, b) => compareContestantNumbers(a.number, b.number));
	if (at === 0) return all;
	const before = new Set(rules.stages.slice(0, at).map((stage) => stage.code));
	if (missing.some((each) => before.has(stageOfMissing(rules, each)))) return null;
	const goingOn = new Set(stages[at - 1]?.advancement?.goingOn.map(({ contestant }) => contestant));
	return all.filter(({ number }) => goingOn.has(number));
}

function stageOfMissing(rules: Rules, missing: Missing): StageCode {
	if ('stage' in missing) return missing.stage;
	return rules.stages.find(({ parts }) => parts.some(({ code }) => code === missing.part))?.code ?? '';
}
