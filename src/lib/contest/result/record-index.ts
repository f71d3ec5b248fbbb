// A record made quick to look things up in, with the decisions that hold applied to what they correct; it must not compute points.
import { compareContestantNumbers } from '../contestant-number.ts';
import type { GroupCode, PartCode, StageCode } from '../ids.ts';
import { decisionsOf, standingDecisions, type Decision } from '../record/decision.ts';
import type { RecordedQuestion } from '../record/question.ts';
import type {
	ContestantNumber,
	ContestRecord,
	GivenPoints,
	JudgeCode,
	QuestionCode,
	RecordedAnswer,
	RecordedContestant,
	RecordedJudge,
	RecordedRound,
	RecordedSheet,
	RecordedTurn
} from '../record/record.ts';
import type { RecordedRubric } from '../record/rubric.ts';
import type { Rules, Stage } from '../rules/rules.ts';
import { excusesOf, type Excuses } from './interests.ts';
import type { Missing, PartScore } from './result.ts';

export interface RecordIndex {
	rules: Rules;
	record: ContestRecord;
	/** Those that hold, in order. */
	decisions: Decision[];
	contestants: Map<ContestantNumber, RecordedContestant>;
	/** Of whom is in one. */
	clusters: ReadonlyMap<ContestantNumber, GroupCode>;
	/** In the order of their numbers. */
	inOrder: RecordedContestant[];
	judges: Map<JudgeCode, RecordedJudge>;
	rubrics: Map<string, RecordedRubric>;
	/** With corrected keys. */
	questions: Map<QuestionCode, RecordedQuestion>;
	voided: Set<QuestionCode>;
	rounds: Map<PartCode, RecordedRound[]>;
	answers: Map<QuestionCode, RecordedAnswer[]>;
	turns: Map<StageCode, Map<ContestantNumber, RecordedTurn>>;
	sheets: Map<StageCode, Map<ContestantNumber, RecordedSheet[]>>;
	given: Map<PartCode, Map<ContestantNumber, GivenPoints>>;
	excuses: Excuses;
}

/** One stage with those who take part in it; a part is computed from this alone. */
export interface StageIndex {
	index: RecordIndex;
	stage: Stage;
	/** Whatever their status; only those competing are waited for. */
	entrants: RecordedContestant[];
}

/** What computing a part gives: a score for each entrant (null while nothing counts) and what is missing. */
export interface PartOutcome {
	scores: Map<ContestantNumber, PartScore | null>;
	missing: Missing[];
}

export function indexRecord(record: ContestRecord): RecordIndex {
	const decisions = standingDecisions(record.decisions);
	const newKeys = new Map(decisionsOf(decisions, 'key').map(({ question, key }) => [question, key]));
	return {
		rules: record.rules,
		record,
		decisions,
		contestants: new Map(record.contestants.map((contestant) => [contestant.number, contestant])),
		clusters: new Map(
			record.contestants.flatMap(({ number, cluster }) => (cluster === null ? [] : [[number, cluster] as const]))
		),
		inOrder: [...record.contestants].sort((a, b) => compareContestantNumbers(a.number, b.number)),
		judges: new Map(record.judges.map((judge) => [judge.code, judge])),
		rubrics: new Map(record.rubrics.map((rubric) => [rubric.code, rubric])),
		questions: new Map(
			record.questions.map((question) => [
				question.code,
				{ ...question, key: newKeys.get(question.code) ?? question.key }
			])
		),
		voided: new Set(decisionsOf(decisions, 'void').map(({ question }) => question)),
		rounds: grouped(record.rounds, ({ part }) => part),
		answers: grouped(countedAnswers(record, decisions), ({ question }) => question),
		turns: nested(
			record.turns,
			({ stage }) => stage,
			(turns) => new Map(turns.map((turn) => [turn.contestant, turn]))
		),
		sheets: nested(
			record.sheets,
			({ stage }) => stage,
			(sheets) => grouped(sheets, ({ contestant }) => contestant)
		),
		given: nested(
			record.given,
			({ part }) => part,
			(given) => new Map(given.map((each) => [each.contestant, each]))
		),
		excuses: excusesOf(record)
	};
}

/** R203: the last decision about a contestant's answer to a question says whether what was put aside takes its place. */
function countedAnswers({ answers }: ContestRecord, decisions: Decision[]): RecordedAnswer[] {
	const placeOf = ({ contestant, question }: { contestant: string; question: string }) => `${question}\n${contestant}`;
	const last = new Map(decisionsOf(decisions, 'answer').map((decision) => [placeOf(decision), decision]));
	if (last.size === 0) return answers;
	return [
		...answers.filter((answer) => !last.get(placeOf(answer))?.counts),
		...[...last.values()].flatMap(({ contestant, question, choice, usedMs, counts }) =>
			counts ? [{ contestant, question, choice, usedMs }] : []
		)
	];
}

export function grouped<Key, Item>(items: Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
	const groups = new Map<Key, Item[]>();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}

function nested<Key, Item, Value>(
	items: Item[],
	keyOf: (item: Item) => Key,
	inside: (items: Item[]) => Value
): Map<Key, Value> {
	return new Map([...grouped(items, keyOf)].map(([key, group]) => [key, inside(group)]));
}
