// Ways in which one figure of a record or of its rules may be wrong, to see that the shadow's comparison notices; it must not compare.
import type { ContestRecord } from '../../src/lib/contest/record/record.ts';
import { isJudged, isQuiz, type Part } from '../../src/lib/contest/rules/parts.ts';
import type { Stage } from '../../src/lib/contest/rules/rules.ts';

/** Gives the record with the one thing changed; the same record where there is nothing of the kind. */
export type Mutation = (record: ContestRecord) => ContestRecord;

export const mutations: [string, Mutation][] = [
	['one mark', changed('sheets', (sheet) => ({ ...sheet, marks: raised(sheet.marks) }))],
	['a sheet that is no longer locked', changed('sheets', (sheet) => ({ ...sheet, isLocked: false }))],
	['one answer', changed('answers', (answer) => ({ ...answer, choice: { kind: 'options', options: ['d'] } }))],
	['the time of an answer', changed('answers', (answer) => ({ ...answer, usedMs: answer.usedMs + 4000 }))],
	['the points of a question', changed('questions', (question) => ({ ...question, points: 50 }))],
	[
		'a question that is not sealed',
		changed('rounds', (round) => ({
			...round,
			questions: round.questions.map((each) => ({ ...each, isSealed: false }))
		}))
	],
	['the end of a turn', changed('turns', (turn) => ({ ...turn, endedAt: turn.endedAt && turn.endedAt + 120_000 }))],
	['points that were given', changed('given', (given) => ({ ...given, points: given.points + 300 }))],
	['the status of a contestant', changed('contestants', (contestant) => ({ ...contestant, status: 'withdrawn' }))],
	['the unit of a contestant', changed('contestants', (contestant) => ({ ...contestant, unit: 'U9' }))],
	['the cluster of a contestant', changed('contestants', (contestant) => ({ ...contestant, cluster: 'C9' }))],
	['the panel of a judge', changed('judges', (judge) => ({ ...judge, panels: [] }))],
	[
		'the sessions a judge sits in',
		changed('judges', (judge) => ({ ...judge, limits: [{ panel: 'BGK', sessions: ['S9'], clusters: [] }] }))
	],
	['the role of a judge', changed('judges', (judge) => ({ ...judge, role: 'shadow' }))],
	['the interests of judges', (record) => ({ ...record, rules: { ...record.rules, interestedMark: true } })],
	['a decision that is left out', (record) => ({ ...record, decisions: record.decisions.slice(1) })],
	[
		'the rounding',
		(record) => ({ ...record, rules: { ...record.rules, rounding: { ...record.rules.rounding, mode: 'up' } } })
	],
	['the maximum of a part', ofParts((part) => ({ ...part, maxPoints: part.maxPoints - 100 }))],
	['the weight of a part', ofParts((part) => ({ ...part, weight: part.weight + 10 }))],
	[
		'the scoring of a quiz',
		ofParts((part) => (isQuiz(part) ? { ...part, scoring: { ...part.scoring, wrong: -70 } } : part))
	],
	[
		'the aggregation of a panel',
		ofParts((part) =>
			isJudged(part)
				? { ...part, panels: part.panels.map((panel) => ({ ...panel, aggregation: { kind: 'median' } })) }
				: part
		)
	],
	[
		'levels of divergence',
		ofParts((part) =>
			isJudged(part) ? { ...part, panels: part.panels.map((panel) => ({ ...panel, divergence: null })) } : part
		)
	],
	[
		'the limit of time',
		ofParts((part) => (isJudged(part) && part.timing ? { ...part, timing: { ...part.timing, mostMs: 500_000 } } : part))
	],
	['what is carried', ofStages((stage) => ({ ...stage, carry: stage.carry.map((each) => ({ ...each, weight: 50 })) }))],
	['the tie-break chain', ofStages((stage) => ({ ...stage, tieBreaks: stage.tieBreaks.slice(1) }))],
	[
		'who goes on',
		ofStages((stage) => ({
			...stage,
			advancement: stage.advancement && { ...stage.advancement, top: { count: 1, per: 'stage' } }
		}))
	]
];

type Written = Required<ContestRecord>;
type Lists = {
	[Name in keyof Written]: Written[Name] extends unknown[] ? Name : never;
}[Exclude<keyof Written, 'interests' | 'lateEntries'>];

/** The first of a list, made different. */
function changed<Name extends Lists>(
	name: Name,
	change: (item: ContestRecord[Name][number]) => ContestRecord[Name][number]
): Mutation {
	return (record) => ({ ...record, [name]: record[name].map((item, at) => (at === 0 ? change(item) : item)) });
}

function raised(marks: Record<string, number | null>): Record<string, number | null> {
	return Object.fromEntries(Object.entries(marks).map(([code, mark]) => [code, mark === null ? null : mark + 50]));
}

function ofStages(change: (stage: Stage) => Stage): Mutation {
	return (record) => ({ ...record, rules: { ...record.rules, stages: record.rules.stages.map(change) } });
}

function ofParts(change: (part: Part) => Part): Mutation {
	return ofStages((stage) => ({ ...stage, parts: stage.parts.map(change) }));
}
