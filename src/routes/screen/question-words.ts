// What a question's phase and kind are called on hall and MC screens; it must not know any answer.
import type { Scene } from '#lib/contest/stage.ts';
import type { Choice, Option, QuestionKind } from '#lib/contest/question.ts';
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
		ordering: m.hall_how_ordering,
		matching: m.hall_how_matching,
		text: m.hall_how_text
	}[kind]();
}

/** The letters of a key or an order; none for a number. */
export const lettersOf = (choice: Choice): string[] => (choice.kind === 'options' ? choice.options : []);

/** A typed answer: words as they are, a number as the reader's language writes it, without grouping, because it may be a year. */
export function typedAnswer(choice: Choice): string | null {
	if (choice.kind === 'text') return choice.value;
	if (choice.kind !== 'number') return null;
	return getLocale() === 'vi' ? choice.value.replace('.', ',') : choice.value;
}

/** What stands on the left with what belongs to it. */
export function matchedPairs(
	{ options, targets }: QuestionScene['question'],
	key: Choice
): (Option & { with: string })[] {
	if (key.kind !== 'pairs') return [];
	const textOf = new Map(targets.map(({ id, text }) => [id, text]));
	return options.map(({ id, text }) => ({ id, text, with: textOf.get(key.pairs[id] ?? '') ?? '' }));
}

/** How many were right; nobody is said as such. */
export function rightOf({ right, answered }: { right: number; answered: number }): string {
	return right === 0 ? m.hall_right_nobody() : m.hall_right_of_answered({ right, answered });
}
