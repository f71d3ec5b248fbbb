// Everything that cannot work in a contest, found before it begins (R90): all problems at once, each with its place and remedy.
import { decisionsOf, standingDecisions } from '../record/decision.ts';
import type { ContestRecord } from '../record/record.ts';
import type { RecordedRubric } from '../record/rubric.ts';
import { isJudged } from '../rules/parts.ts';
import { allParts, type Rules } from '../rules/rules.ts';
import { checkPeople } from './check-people.ts';
import { checkPrizes } from './check-prizes.ts';
import { checkStage } from './check-stage.ts';
import { explainProblem } from './problem-words.ts';
import { repeated, when, type ExplainedProblem, type Problem } from './problem.ts';

export interface Preflight {
	/** What stands in the way. */
	open: ExplainedProblem[];
	/** What organiser and head judge accepted together, with their reason; printed with the result. */
	overridden: (ExplainedProblem & { reason: string; by: string; confirmedBy: string })[];
}

/** R90: the rules document alone, as the rule editor asks for it. Paths begin at the rules. */
export function checkRules(rules: Rules, rubrics: RecordedRubric[]): ExplainedProblem[] {
	return rulesProblems(rules, rubrics).map(explainProblem);
}

/**
 * R90: the whole record. Paths begin at the record. R235: a problem is overridden by a decision that names its code and
 * path, made by one person and confirmed by another, and only where the problem allows it.
 */
export function preflight(record: ContestRecord): Preflight {
	const ofRules = rulesProblems(record.rules, record.rubrics).map((found) => ({
		...found,
		path: `rules.${found.path}`
	}));
	const problems = [...ofRules, ...checkPeople(record)].map(explainProblem);
	const overrides = new Map(
		decisionsOf(standingDecisions(record.decisions), 'override').flatMap(
			({ problem: code, path, reason, by, confirmedBy }) =>
				confirmedBy === null || confirmedBy === by ? [] : [[`${code} ${path}`, { reason, by, confirmedBy }] as const]
		)
	);
	const overrideOf = (found: Problem) => (found.mayOverride ? overrides.get(`${found.code} ${found.path}`) : undefined);
	return {
		open: problems.filter((found) => !overrideOf(found)),
		overridden: problems.flatMap((found) => {
			const override = overrideOf(found);
			return override ? [{ ...found, ...override }] : [];
		})
	};
}

function rulesProblems(rules: Rules, rubrics: RecordedRubric[]): Problem[] {
	const byCode = new Map(rubrics.map((rubric) => [rubric.code, rubric]));
	const parts = rules.stages.flatMap((stage, at) =>
		stage.parts.map((part, index) => ({ code: part.code, path: `stages[${at}].parts[${index}]` }))
	);
	return [
		...when(rules.stages.length === 0, 'stages-none', 'stages'),
		...repeated(rules.stages, ({ code }) => code).flatMap(({ at, key }) =>
			when(true, 'stage-twice', `stages[${at}].code`, { stage: key })
		),
		...repeated(parts, ({ code }) => code).flatMap(({ at, key }) =>
			when(true, 'part-twice', `${parts[at]?.path}.code`, { part: key })
		),
		...criteriaTwice(rules, byCode),
		...rules.stages.flatMap((stage, at) => checkStage(stage, { rules, at, rubrics: byCode })),
		...checkPrizes(rules, byCode)
	];
}

/** Sheets and tie-break keys name criteria by code alone, so a code may stand in one rubric of the rules only, and there once. */
function criteriaTwice(rules: Rules, rubrics: Map<string, RecordedRubric>): Problem[] {
	const used = new Set(
		allParts(rules)
			.filter(isJudged)
			.map(({ rubric }) => rubric)
	);
	const criteria = [...used].flatMap((code) =>
		(rubrics.get(code)?.criteria ?? []).map((criterion) => ({ criterion: criterion.code, rubric: code }))
	);
	return repeated(criteria, ({ criterion }) => criterion).flatMap(({ at, key }) =>
		when(true, 'criterion-twice', 'stages', { criterion: key, rubric: criteria[at]?.rubric ?? '' })
	);
}
