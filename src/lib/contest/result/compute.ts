// The whole result from a record: stage by stage, then awards (R57, R190, R191); it must not know where a record comes from.
import type { PartCode } from '../ids.ts';
import type { ContestantNumber, ContestRecord, RecordedContestant } from '../record/record.ts';
import { isJudged, type Part } from '../rules/parts.ts';
import { advance } from './advancement.ts';
import { proposeAwards } from './awards.ts';
import { givenOutcome } from './given-part.ts';
import { judgedOutcome } from './judged-part.ts';
import { missingLateEntries } from './late-entries.ts';
import { missingTurns } from './missing-sheets.ts';
import { nominate } from './nominations.ts';
import { quizOutcome } from './quiz-part.ts';
import { indexRecord, type PartOutcome, type RecordIndex, type StageIndex } from './record-index.ts';
import type { ContestResult, Missing, PartScore, StageResult, UnitResult } from './result.ts';
import { stageScores, type EarlierTotals } from './stage-total.ts';
import { rankStage } from './standings.ts';
import { teamPlaces } from './teams.ts';
import { unitResults } from './units.ts';

/**
 * R190: the same record gives the same result, whatever the order of its lists; nothing but the record is asked.
 * R57: official only when nothing is missing. What a later stage misses is not named before the earlier ones are complete,
 * as nobody knows yet who takes part in it.
 */
export function computeResult(record: ContestRecord): ContestResult {
	const index = indexRecord(record);
	const units = unitResults(index);
	const stages: StageResult[] = [];
	const earlier: EarlierTotals = new Map();
	const missing: Missing[] = [];
	let entrants = index.inOrder;
	for (const stage of index.rules.stages) {
		const { result, missing: ofStage } = computeStage({ index, stage, entrants }, earlier, units);
		stages.push(result);
		if (missing.length === 0) missing.push(...ofStage);
		earlier.set(
			stage.code,
			new Map(result.rankings.flatMap(({ places }) => places.map(({ contestant, total }) => [contestant, total])))
		);
		entrants = nextEntrants(index, result);
	}
	const awards = proposeAwards({ index, stages, units });
	return { stages, units, awards, nominations: nominate(index, stages, awards), missing };
}

/** One stage with everybody in it, for breakdowns of a single part; null when the rules have no such stage. */
export function stageIndexOf(record: ContestRecord, result: ContestResult, code: string): StageIndex | null {
	const index = indexRecord(record);
	const at = index.rules.stages.findIndex((stage) => stage.code === code);
	const stage = index.rules.stages[at];
	if (!stage) return null;
	const before = result.stages[at - 1];
	return { index, stage, entrants: before ? nextEntrants(index, before) : index.inOrder };
}

function computeStage(
	stageIndex: StageIndex,
	earlier: EarlierTotals,
	units: UnitResult[]
): { result: StageResult; missing: Missing[] } {
	const { stage, entrants } = stageIndex;
	const scores = new Map<PartCode, Map<ContestantNumber, PartScore | null>>();
	const missing: Missing[] = entrants.some(({ status }) => status === 'competing')
		? missingTurns(stageIndex)
		: [{ kind: 'contestants', stage: stage.code }];
	for (const part of stage.parts) {
		const outcome = partOutcome(stageIndex, part);
		scores.set(part.code, outcome.scores);
		missing.push(...outcome.missing);
	}
	missing.push(...missingLateEntries(stageIndex));
	const ranked = rankStage(stageIndex, stageScores(stageIndex, scores, earlier), earlier);
	const advancement = advance(stageIndex, ranked.rankings);
	missing.push(...ranked.missing);
	if (advancement && advancement.undecided.length > 0)
		missing.push({ kind: 'advancement', stage: stage.code, contestants: advancement.undecided });
	return {
		result: {
			stage: stage.code,
			rankings: ranked.rankings,
			teams: teamPlaces(stageIndex, ranked.rankings, units),
			advancement
		},
		missing
	};
}

function partOutcome(stageIndex: StageIndex, part: Part): PartOutcome {
	if (isJudged(part)) return judgedOutcome(stageIndex, part);
	return part.kind === 'quiz' ? quizOutcome(stageIndex, part) : givenOutcome(stageIndex, part);
}

/** R191: into the next stage come those who go on, by their numbers; what they were marked in before counts only where it is carried. */
function nextEntrants(index: RecordIndex, { advancement }: StageResult): RecordedContestant[] {
	const goingOn = new Set(advancement?.goingOn.map(({ contestant }) => contestant));
	return index.inOrder.filter(({ number }) => goingOn.has(number));
}
