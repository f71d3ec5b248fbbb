// Where the run sheet leads: the words of each preparation, and the one page that comes next. It must not know how anything is done.
import type { RoundPhase } from '#lib/contest/round.ts';
import { isQuiz } from '#lib/contest/rules/parts.ts';
import { allParts, type Rules } from '#lib/contest/rules/rules.ts';
import { m } from '#lib/paraglide/messages.js';

type Step = 'contestants' | 'judges' | 'questions' | 'rubrics' | 'order' | 'slips';

export interface PreparedStep {
	label: string;
	href: string;
	/** "54", "3/4" where a number is needed, "122 (cần 20)" where there are more. */
	count: string;
	isReady: boolean;
	/** The act that is missing, with a verb. */
	act: string;
}

interface Facts {
	base: string;
	rules: Rules;
	rounds: { id: string; title: string; partCode: string; phase: RoundPhase }[];
	turnsLeft: number;
	mayPlan: boolean;
	/** Contestants come with their units: that list is first. */
	hasUnits: boolean;
}

const pages: Record<Step, string> = {
	contestants: '/people',
	judges: '/people?tab=judges',
	questions: '/bank',
	rubrics: '/bank?tab=rubrics',
	order: '/lots',
	slips: '/slips'
};
const labels: Record<Step, () => string> = {
	contestants: m.ready_contestants,
	judges: m.ready_judges,
	questions: m.ready_questions,
	rubrics: m.ready_rubrics,
	order: m.ready_order,
	slips: m.ready_slips
};
const acts: Record<Step, () => string> = {
	contestants: m.ready_act_contestants,
	judges: m.ready_act_judges,
	questions: m.ready_act_questions,
	rubrics: m.ready_act_rubrics,
	order: m.ready_act_order,
	slips: m.ready_act_slips
};

export function preparedSteps(
	base: string,
	steps: { step: Step; have: number; need: number; isReady: boolean }[],
	seesBank: boolean
): PreparedStep[] {
	const shown = steps.filter(({ step }) => seesBank || !pages[step].startsWith('/bank'));
	return shown.map(({ step, have, need, isReady }) => ({
		label: labels[step](),
		href: base + pages[step],
		count: countOf(have, need),
		isReady,
		act: acts[step]()
	}));
}

/** "3/4" where a number is needed, "122 (cần 20)" where there are more. */
export function countOf(have: number, need: number): string {
	if (need <= 1) return String(have);
	return have > need ? m.ready_more_than({ have, need }) : `${have}/${need}`;
}

/** Preparations first, then the round or the stage that is not over, then the results. */
export function nextPage(steps: PreparedStep[], facts: Facts): { label: string; href: string } {
	const { base, rules, rounds, turnsLeft, mayPlan, hasUnits } = facts;
	const live = rounds.find(({ phase }) => phase !== 'planned' && phase !== 'finished');
	if (live) return { label: m.ready_open_round({ title: live.title }), href: `${base}/rounds/${live.id}` };
	if (!hasUnits) return { label: m.console_import_units(), href: `${base}/import/units` };
	const missing = steps.find(({ isReady }) => !isReady);
	if (missing) return { label: missing.act, href: missing.href };
	const quizzes = allParts(rules).filter(isQuiz);
	const unplanned = quizzes.some((part) => !rounds.some((round) => round.partCode === part.code));
	if (unplanned && mayPlan) return { label: m.run_new_round(), href: `${base}/rounds/new` };
	const planned = rounds.find(({ phase }) => phase === 'planned');
	if (planned) return { label: m.ready_open_round({ title: planned.title }), href: `${base}/rounds/${planned.id}` };
	if (turnsLeft > 0) return { label: m.ready_open_stage(), href: `${base}/stage` };
	return { label: m.ready_open_results(), href: `${base}/results` };
}
