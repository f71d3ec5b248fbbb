// Whether a stage holds together: its total, tie-break chain, groups and who goes on (R90, R96, R97); it must not know people.
import { isJudged, isQuiz } from '../rules/parts.ts';
import type { Rules, Stage } from '../rules/rules.ts';
import type { TieBreak } from '../rules/ties.ts';
import { checkPart, type Rubrics } from './check-parts.ts';
import { isPositive, repeated, weightedPoints, when, type Problem } from './problem.ts';

/** What a stage is looked at with: the stages before it and all rubrics. */
export interface StageSurroundings {
	rules: Rules;
	at: number;
	rubrics: Rubrics;
}

export function checkStage(stage: Stage, surroundings: StageSurroundings): Problem[] {
	const { rules, at, rubrics } = surroundings;
	const path = `stages[${at}]`;
	const before = rules.stages.slice(0, at);
	const timed = stage.parts.filter((part) => isJudged(part) && part.timing !== null);
	const name = { stage: stage.title };
	return [
		...when(stage.parts.length === 0, 'parts-none', `${path}.parts`, name),
		...stage.parts.flatMap((part, index) => checkPart(part, `${path}.parts[${index}]`, rubrics)),
		...checkTotal(stage, before, path),
		// One turn has one clock: a second timed part would be charged for the same minutes.
		...when(timed.length > 1, 'time-twice', `${path}.parts`, { ...name, part: timed[1]?.title ?? '' }),
		...stage.carry.flatMap(({ stage: code, weight }, index) =>
			when(
				!before.some((other) => other.code === code) || !isPositive(weight),
				'carry-stage',
				`${path}.carry[${index}]`,
				{
					...name,
					code
				}
			)
		),
		...stage.rankedBy.flatMap((by, index) =>
			when(groupsOf(rules, by) === 0, 'ranked-by-nothing', `${path}.rankedBy[${index}]`, { ...name, by })
		),
		...checkTieBreaks(stage, surroundings, path),
		...checkAdvancement(stage, surroundings, path),
		...when(
			stage.teams !== null &&
				!(
					isPositive(stage.teams.leastMembers) &&
					stage.teams.participationPoints >= 0 &&
					(stage.teams.combine.kind !== 'best' || isPositive(stage.teams.combine.count))
				),
			'team-count',
			`${path}.teams`,
			name
		)
	];
}

/** R90: parts by their weights, and what is carried, add up to the announced total. */
function checkTotal(stage: Stage, before: Stage[], path: string): Problem[] {
	const parts = stage.parts.reduce((sum, { maxPoints, weight }) => sum + maxPoints * weight, 0);
	const carried = stage.carry.reduce(
		(sum, { stage: code, weight }) => sum + (before.find((other) => other.code === code)?.total ?? 0) * weight,
		0
	);
	const sum = parts + carried;
	return when(stage.parts.length > 0 && sum !== stage.total * 100, 'total-differs', `${path}.total`, {
		stage: stage.title,
		sum: weightedPoints(sum),
		total: stage.total
	});
}

function groupsOf(rules: Rules, by: 'category' | 'cluster'): number {
	return by === 'category' ? rules.categories.length : rules.clusters.length;
}

/** R96: keys that exist, each once, in an order that says something, with an end that leaves nobody undecided by accident. */
function checkTieBreaks(stage: Stage, surroundings: StageSurroundings, path: string): Problem[] {
	const keys = stage.tieBreaks;
	const last = keys.at(-1);
	const hasEnd = last !== undefined && ['share', 'lots', 'head-judge', 'extra-question'].includes(last.kind);
	return [
		...repeated(keys, (key) => JSON.stringify(Object.entries(key).sort())).flatMap(({ at }) =>
			when(true, 'tie-twice', `${path}.tieBreaks[${at}]`, { key: at + 1 })
		),
		...keys.flatMap((key, at) => checkTieBreak(key, at, stage, surroundings, `${path}.tieBreaks[${at}]`)),
		...when(!hasEnd, 'tie-open-end', `${path}.tieBreaks`, { stage: stage.title })
	];
}

const chooseAgain = { vi: 'chọn lại', en: 'choose again' };
/** What a tie-break may point at in vain; a code would say nothing to whoever reads it. */
const unknown = {
	part: {
		unknown: { vi: 'một phần thi không có trong vòng này', en: 'a part this round does not have' },
		mend: chooseAgain
	},
	judged: {
		unknown: { vi: 'một phần thi chấm điểm không có trong vòng này', en: 'a judged part this round does not have' },
		mend: chooseAgain
	},
	criterion: {
		unknown: { vi: 'một tiêu chí chưa có trong bảng tiêu chí nào', en: 'a criterion that is in no rubric yet' },
		mend: { vi: 'nạp bảng tiêu chí, hoặc chọn lại', en: 'import the rubric, or choose again' }
	},
	stage: {
		unknown: { vi: 'một vòng thi không đứng trước vòng này', en: 'a round that does not come before this one' },
		mend: chooseAgain
	}
};

function checkTieBreak(
	key: TieBreak,
	at: number,
	stage: Stage,
	{ rules, at: stageAt, rubrics }: StageSurroundings,
	path: string
): Problem[] {
	const judged = stage.parts.filter(isJudged);
	const place = { key: at + 1 };
	switch (key.kind) {
		case 'part':
			return when(!stage.parts.some(({ code }) => code === key.part), 'tie-unknown', path, {
				...place,
				...unknown.part
			});
		case 'median':
			return when(!judged.some(({ code }) => code === key.part), 'tie-unknown', path, { ...place, ...unknown.judged });
		case 'top-marks':
			return when(
				key.part === null ? judged.length === 0 : !judged.some(({ code }) => code === key.part),
				'tie-unknown',
				path,
				{ ...place, ...unknown.judged }
			);
		case 'criterion': {
			const criteria = judged.flatMap(({ rubric }) => rubrics.get(rubric)?.criteria ?? []);
			return when(!criteria.some(({ code }) => code === key.criterion), 'tie-unknown', path, {
				...place,
				...unknown.criterion
			});
		}
		case 'stage':
			return when(!rules.stages.slice(0, stageAt).some(({ code }) => code === key.stage), 'tie-unknown', path, {
				...place,
				...unknown.stage
			});
		case 'fewer-penalties':
			return when(!judged.some(({ timing }) => timing?.penalty), 'tie-needs-penalty', path, {
				...place,
				needed: { vi: 'có trừ điểm về thời gian', en: 'a part where time costs points' }
			});
		case 'stage-time':
			return when(!judged.some(({ timing }) => timing), 'tie-needs-penalty', path, {
				...place,
				needed: { vi: 'có tính giờ', en: 'a timed part' }
			});
		case 'right-answers':
			return when(!stage.parts.some(isQuiz), 'tie-needs-quiz', path, place);
		case 'answer-time':
			return [
				...when(!stage.parts.some(isQuiz), 'tie-needs-quiz', path, place),
				// Fewer right answers use less time: only between equals does the time say anything.
				...when(
					stage.parts.some(isQuiz) && !stage.tieBreaks.slice(0, at).some(({ kind }) => kind === 'right-answers'),
					'tie-time-first',
					path,
					place
				)
			];
		case 'share':
			return when(at < stage.tieBreaks.length - 1, 'tie-share-last', path, place);
		case 'exact-total':
		case 'extra-question':
		case 'lots':
		case 'head-judge':
			return [];
	}
}

/** R97: every stage but the last says who goes on to the next one. */
function checkAdvancement(stage: Stage, { rules, at }: StageSurroundings, path: string): Problem[] {
	const next = rules.stages[at + 1];
	const { advancement } = stage;
	const name = { stage: stage.title };
	if (advancement === null) return when(next !== undefined, 'advance-missing', `${path}.advancement`, name);
	const { top, leastTotal, mostPerUnit } = advancement;
	const groups =
		top?.per === 'session' ? stage.sessions.length : top && top.per !== 'stage' ? groupsOf(rules, top.per) : 1;
	const isSized =
		(top !== null || leastTotal !== null || mostPerUnit !== null) &&
		(top === null || isPositive(top.count)) &&
		(leastTotal === null || isPositive(leastTotal)) &&
		(mostPerUnit === null || isPositive(mostPerUnit));
	return [
		...when(advancement.to !== next?.code, 'advance-next', `${path}.advancement.to`, { ...name, to: advancement.to }),
		...when(!isSized, 'advance-empty', `${path}.advancement`, name),
		...when(groups === 0, 'advance-group', `${path}.advancement.top.per`, { ...name, by: top?.per ?? '' })
	];
}
