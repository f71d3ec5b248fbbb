// Whether decisions about judges and their sheets name what there is (R248); it must not know who decides.
import type { DecisionContent } from '../record/decision.ts';
import type { ContestRecord } from '../record/record.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { panelScoreOf } from '../result/panel-scores.ts';
import type { ContestResult } from '../result/result.ts';
import { waitsForAll, type Panel } from '../rules/panels.ts';
import { isJudged } from '../rules/parts.ts';
import { allParts, type Rules } from '../rules/rules.ts';
import { refuseOtherJudge } from './other-judge.ts';

export type DecisionAboutJudges = DecisionContent & { kind: 'recusal' | 'substitute' | 'missing-judge' | 'divergence' };

/** R248: judges sit in a panel that marks, sessions and panels stand in the rules, a difference has been found. */
export function checkJudges(
	record: ContestRecord,
	result: ContestResult,
	content: DecisionAboutJudges
): Refusal | null {
	const { rules, judges, contestants } = record;
	const unknown = (field: string, what: string) => refuse('decision/not-there', { what }, field);
	const sitsIn = (code: string, panels: string[]) =>
		judges.some((judge) => judge.code === code && judge.panels.some((panel) => panels.includes(panel)));
	switch (content.kind) {
		case 'recusal': {
			if (!contestants.some(({ number }) => number === content.contestant))
				return unknown('contestant', content.contestant);
			if (content.part !== null && panelsOf(rules, content.part).length === 0) return unknown('part', content.part);
			if (
				!sitsIn(
					content.judge,
					panelsOf(rules, content.part).map(({ code }) => code)
				)
			)
				return refuse('decision/judge-not-in-panel', { judge: content.judge }, 'judge');
			const adding = panelsOf(rules, content.part).filter(({ aggregation }) => aggregation.kind === 'sum');
			return sitsIn(
				content.judge,
				adding.map(({ code }) => code)
			)
				? sumNeedsAll(adding, 'judge')
				: null;
		}
		case 'substitute': {
			if (
				!sitsIn(
					content.judge,
					panelsOf(rules, null).map(({ code }) => code)
				)
			)
				return refuse('decision/judge-not-in-panel', { judge: content.judge }, 'judge');
			if (content.substitute === content.judge || !judges.some(({ code }) => code === content.substitute))
				return unknown('substitute', content.substitute);
			if (content.onward && content.session === null) return refuse('input/not-valid', {}, 'onward');
			return hasSession(rules, content.session) ? null : unknown('session', content.session ?? '');
		}
		case 'missing-judge': {
			const meant = panelsOf(rules, null).filter(({ code }) => code === content.panel);
			if (meant.length === 0) return unknown('panel', content.panel);
			if (!hasSession(rules, content.session)) return unknown('session', content.session ?? '');
			const adding = meant.filter(({ aggregation }) => aggregation.kind === 'sum');
			return adding.length > 0 && !waitsForAll(content.policy) ? sumNeedsAll(adding, 'policy') : null;
		}
		case 'divergence':
			return checkDivergence(record, result, content);
	}
}

/** R94: a sum of fewer sheets cannot be held against a sum of all. */
function sumNeedsAll([panel]: Panel[], field: string): Refusal {
	return refuse('decision/sum-needs-all', { panel: panel?.title ?? '' }, field);
}

/** R248: a difference of this panel about this contestant has been found; another judge's mark only where the level says so (R136), and only of somebody who may (R143). */
function checkDivergence(
	record: ContestRecord,
	result: ContestResult,
	{ part, panel, contestant, outcome }: DecisionContent & { kind: 'divergence' }
): Refusal | null {
	const { rules, rubrics } = record;
	const finding = panelScoreOf(result, { part, panel, contestant })?.divergence;
	if (!finding) return refuse('decision/no-difference', { contestant }, 'contestant');
	switch (outcome.kind) {
		case 'stands':
			return null;
		case 'head': {
			const judged = allParts(rules).find((each) => each.code === part);
			const rubric = judged && isJudged(judged) ? rubrics.find(({ code }) => code === judged.rubric) : undefined;
			const isPossible = rubric !== undefined && outcome.value >= 0 && outcome.value <= rubric.max;
			return isPossible ? null : refuse('input/not-valid', {}, 'value');
		}
		case 'extra': {
			if (!finding.action.startsWith('extra-')) return refuse('decision/no-other-judge', {}, 'outcome');
			return refuseOtherJudge(record, { part, panel, contestant }, outcome.judge);
		}
	}
}

/** The panels that mark the part, or any part. */
function panelsOf(rules: Rules, part: string | null): Panel[] {
	return allParts(rules)
		.filter(isJudged)
		.filter(({ code }) => part === null || code === part)
		.flatMap(({ panels }) => panels);
}

function hasSession({ stages }: Rules, session: string | null): boolean {
	return session === null || stages.some(({ sessions }) => sessions.some(({ code }) => code === session));
}
