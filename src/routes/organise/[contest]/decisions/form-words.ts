// Which forms of decisions there is something to choose in, and what each is called; it must not know fields.
import { m } from '#lib/paraglide/messages.js';
import type { PageData } from './$types';
import { decisionForms, type DecisionForm } from './decision-forms.ts';

/** Forms without anything to choose are left out. */
export function offeredForms(choices: PageData['desk']['choices']): DecisionForm[] {
	const hasJudges = choices.panels.length > 0 && choices.judges.length > 0;
	const isOffered: Record<DecisionForm, boolean> = {
		key: choices.questions.length > 0,
		void: choices.questions.length > 0,
		answer: choices.aside.length > 0,
		time: choices.ended.length > 0,
		points: choices.contestants.length > 0,
		recusal: hasJudges && choices.contestants.length > 0,
		substitute: hasJudges,
		'missing-judge': hasJudges,
		divergence: choices.differences.length > 0,
		tie: choices.ties.length > 0,
		advance: choices.advancing.length > 0,
		award: choices.awards.length > 0 && choices.contestants.length + choices.units.length > 0,
		override: choices.problems.length > 0
	};
	return decisionForms.filter((form) => isOffered[form]);
}

export function formTitle(form: DecisionForm): string {
	return {
		key: m.decide_form_key,
		void: m.decide_form_void,
		answer: m.decide_form_answer,
		time: m.decide_form_time,
		points: m.decide_form_points,
		recusal: m.decide_form_recusal,
		substitute: m.decide_form_substitute,
		'missing-judge': m.decide_form_missing,
		divergence: m.decide_form_divergence,
		tie: m.decide_form_tie,
		advance: m.decide_form_advance,
		award: m.decide_form_award,
		override: m.decide_form_override
	}[form]();
}

export function formHint(form: DecisionForm): string {
	return {
		key: m.decide_hint_key,
		void: m.decide_hint_void,
		answer: m.decide_hint_answer,
		time: m.decide_hint_time,
		points: m.decide_hint_points,
		recusal: m.decide_hint_recusal,
		substitute: m.decide_hint_substitute,
		'missing-judge': m.decide_hint_missing,
		divergence: m.decide_hint_divergence,
		tie: m.decide_hint_tie,
		advance: m.decide_hint_advance,
		award: m.decide_hint_award,
		override: m.decide_hint_override
	}[form]();
}
