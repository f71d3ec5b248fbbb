// What a question's phase and kind are called on hall and MC screens; it must not know any answer.
import type { Scene } from '#lib/contest/stage.ts';
import type { Choice, QuestionKind } from '#lib/contest/question.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

export type QuestionScene = Extract<Scene, { kind: 'question' }>;

/** The four words of state: nothing can be answered while the clock has not started or stands still. */
export function stateOfPhase(phase: QuestionScene['phase']): 'waiting' | 'open' | 'locked' | 'announced' {
	switch (phase) {
		case 'shown':
		case 'paused':
			return 'waiting';
		case 'running':
			return 'open';
		case 'closing':
		case 'closed':
			return 'locked';
		case 'revealed':
			return 'announced';
	}
}

/** How a question of this kind is answered. */
export function howToAnswer(kind: QuestionKind): string {
	return {
		single: m.hall_how_single,
		multiple: m.hall_how_multiple,
		truefalse: m.hall_how_truefalse,
		numeric: m.hall_how_numeric,
		ordering: m.hall_how_ordering
	}[kind]();
}

/** The letters of a key or an order; none for a number. */
export const lettersOf = (choice: Choice): string[] => (choice.kind === 'options' ? choice.options : []);

/** A number as it is written in the reader's language, without grouping, because it may be a year. */
export const writtenNumber = (plain: string): string => (getLocale() === 'vi' ? plain.replace('.', ',') : plain);
