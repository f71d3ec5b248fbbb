// Rules tried on performances that are made up: the record and its result, or why they cannot be tried; it must not know any screen.
import { checkRules } from '../preflight/preflight.ts';
import type { ExplainedProblem } from '../preflight/problem.ts';
import { isJudged, isQuiz } from '../rules/parts.ts';
import { allParts, type Rules } from '../rules/rules.ts';
import { settle, type Settled } from './settle.ts';
import { seatJudges } from './seats.ts';
import type { TrialSetting } from './setting.ts';
import { trialRecord } from './trial-record.ts';

export type Trial =
	| ({ kind: 'tried' } & Settled)
	/** They would compute nonsense. What organiser and head judge may accept (a total that differs) is not in the way. */
	| { kind: 'problems'; problems: ExplainedProblem[] }
	/** More answers and marks than can be made up while somebody types. */
	| { kind: 'too-large' };

export type Tried = Extract<Trial, { kind: 'tried' }>;

const mostFacts = 150_000;

export function tryRules(rules: Rules, setting: TrialSetting): Trial {
	const problems = checkRules(rules, setting.rubrics).filter(({ mayOverride }) => !mayOverride);
	if (problems.length > 0) return { kind: 'problems', problems };
	if (factsOf(rules, setting) > mostFacts) return { kind: 'too-large' };
	const { record, extraJudge } = trialRecord(rules, setting);
	return { kind: 'tried', ...settle(record, extraJudge, setting) };
}

/** Answers and marks, before any of them is made. */
function factsOf(rules: Rules, { people, rubrics }: TrialSetting): number {
	const questions = allParts(rules)
		.filter(isQuiz)
		.reduce((sum, { questionCount }) => sum + questionCount, 0);
	const criteria = allParts(rules)
		.filter(isJudged)
		.reduce((sum, part) => sum + (rubrics.find(({ code }) => code === part.rubric)?.criteria.length ?? 0), 0);
	const seats = allParts(rules)
		.filter(isJudged)
		.flatMap(({ panels }) => panels);
	const needed = seats.reduce(
		(sum, { leastSheets, aggregation }) =>
			sum + Math.max(leastSheets, aggregation.kind === 'trimmed' ? aggregation.leastPanel : 0),
		people.judges.length
	);
	// Panels are only filled once it is known that they are not too large.
	const judges = needed > mostFacts ? needed : seatJudges(rules, rubrics, people).judges.length;
	return people.contestants.length * (questions + judges * criteria);
}
