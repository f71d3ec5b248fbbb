// From everything that was recorded to rows in order of rank with awards, and to what is still missing; it must not know who may see them.
import { proposeAwards, type AwardProposal } from './awards.ts';
import type { Bilingual, ContestantId, JudgeId, PartCode, TurnId } from './ids.ts';
import { judgedPartScore } from './judged-part.ts';
import { missingIn, type Missing } from './missing-results.ts';
import type { PartScore } from './part-score.ts';
import { quizPartScore } from './quiz-part.ts';
import type { Marks, Rubric } from './rubric.ts';
import { isJudged, type JudgedPart, type QuizPart, type Rules } from './rules.ts';
import { standings, type Entry, type EntryStatus } from './standings.ts';
import type { StandingRow } from './stage.ts';
import type { TurnClock } from './timing.ts';

export interface ResultFacts {
	rules: Rules;
	rubrics: Rubric[];
	people: { contestantId: ContestantId; number: string; name: string; unit: string; status: EntryStatus }[];
	judgeIds: JudgeId[];
	rounds: { partCode: PartCode; title: string; isFinished: boolean; questions: number; sealed: number }[];
	outcomes: { partCode: PartCode; contestantId: ContestantId; points: number; isRight: boolean; usedMs: number }[];
	turns: (TurnClock & { turnId: TurnId; contestantId: ContestantId; status: string })[];
	/** The last revision of each judge's sheet of each turn. */
	sheets: { turnId: TurnId; judgeId: JudgeId; marks: Marks; isLocked: boolean }[];
}

export interface FinalResult {
	/** In order of rank, then those who are not ranked. */
	rows: StandingRow[];
	isComplete: boolean;
	/** Empty when complete. */
	missing: Missing[];
	/** In the order of the plan. */
	awards: AwardProposal[];
	scores: Record<ContestantId, Record<PartCode, PartScore | null>>;
}

export function finalResult(facts: ResultFacts): FinalResult {
	const { rules } = facts;
	const entries = facts.people.map(({ contestantId, number, name, status }): Entry => {
		const parts = rules.parts.map((part) => [
			part.code,
			isJudged(part) ? judgedScore(facts, part, contestantId) : quizScore(facts, part, contestantId)
		]);
		return { contestantId, number, name, status, parts: Object.fromEntries(parts) };
	});
	const criteria = facts.rubrics.flatMap((rubric) => rubric.criteria.map(({ code, name }) => [code, name]));
	const places = standings(rules, entries, Object.fromEntries(criteria));
	const awards = proposeAwards(rules, places);
	const awardOf = new Map<ContestantId, Bilingual>(
		awards.flatMap(({ award, contestantIds }) => contestantIds.map((id) => [id, award.title] as const))
	);
	const unitOf = new Map(facts.people.map(({ contestantId, unit }) => [contestantId, unit]));
	const missing = missingIn(facts);
	return {
		rows: places.map(({ contestantId, number, name, rank, shared, total, parts, why }) => ({
			contestantId,
			number,
			name,
			unit: unitOf.get(contestantId) ?? '',
			rank,
			shared,
			total,
			parts,
			why,
			award: awardOf.get(contestantId) ?? null
		})),
		isComplete: missing.length === 0,
		missing,
		awards,
		scores: Object.fromEntries(entries.map(({ contestantId, parts }) => [contestantId, parts]))
	};
}

/** Null before the first question of the part is sealed. */
function quizScore(facts: ResultFacts, part: QuizPart, contestantId: ContestantId): PartScore | null {
	if (!facts.rounds.some(({ partCode, sealed }) => partCode === part.code && sealed > 0)) return null;
	const own = facts.outcomes.filter(
		(outcome) => outcome.partCode === part.code && outcome.contestantId === contestantId
	);
	return quizPartScore(
		part,
		own.map(({ points, isRight, usedMs }) => ({ points, right: isRight, usedMs }))
	);
}

/** Null while no sheet of the contestant is locked. */
function judgedScore(facts: ResultFacts, part: JudgedPart, contestantId: ContestantId): PartScore | null {
	const rubric = facts.rubrics.find(({ code }) => code === part.rubric);
	const turn = facts.turns.find((each) => each.contestantId === contestantId);
	if (!rubric || !turn) return null;
	const locked = facts.sheets.filter(({ turnId, isLocked }) => turnId === turn.turnId && isLocked);
	return judgedPartScore(part, rubric, locked, turn);
}
