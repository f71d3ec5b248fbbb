// The bank's states, kinds, fields and acts in words; it must not know any question.
import type { QuestionField } from '#lib/contest/bank/changes.ts';
import type { QuestionState, QuestionStep } from '#lib/contest/bank/life.ts';
import type { QuestionKind } from '#lib/contest/question.ts';
import { m } from '#lib/paraglide/messages.js';

export const stateWords: Record<
	QuestionState,
	{ tone: 'plain' | 'amber' | 'leaf' | 'ink' | 'red'; word: () => string }
> = {
	draft: { tone: 'plain', word: m.bank_state_draft },
	reviewed: { tone: 'amber', word: m.bank_state_reviewed },
	approved: { tone: 'leaf', word: m.bank_state_approved },
	used: { tone: 'ink', word: m.bank_state_used },
	retired: { tone: 'red', word: m.bank_state_retired }
};

export const kindWords: Record<QuestionKind, () => string> = {
	single: m.console_kind_single,
	multiple: m.console_kind_multiple,
	truefalse: m.console_kind_truefalse,
	numeric: m.console_kind_numeric,
	ordering: m.console_kind_ordering,
	matching: m.console_kind_matching,
	text: m.console_kind_text
};

export const fieldWords: Record<QuestionField, () => string> = {
	kind: m.bank_field_kind,
	topic: m.bank_field_topic,
	difficulty: m.bank_field_difficulty,
	text: m.bank_field_text,
	options: m.bank_field_options,
	picture: m.bank_field_picture,
	key: m.bank_field_key,
	explanation: m.bank_field_explanation,
	seconds: m.bank_field_seconds,
	source: m.bank_field_source
};

export const stepWords: Record<QuestionStep, () => string> = {
	review: m.bank_review,
	approve: m.bank_approve,
	retire: m.bank_retire,
	restore: m.bank_restore
};

/** Levels as the template numbers them. */
export const levels = ['1', '2', '3'] as const;
