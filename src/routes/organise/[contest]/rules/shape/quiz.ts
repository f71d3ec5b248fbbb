// What a question of a quiz brings and how it is marked, as fields of the editor.
import { m } from '#lib/paraglide/messages.js';
import type { QuestionMarking, QuestionScoring } from '#lib/contest/rules/parts.ts';
import { choicesOf, variantsOf, type Field } from './field.ts';

const mostPoints = 100_000_000;
const mostMs = 1_000_000_000;

const points: Field = {
	kind: 'number',
	unit: 'points',
	name: 'points',
	label: m.rules_question_points,
	says: m.rules_question_points_says,
	least: 1,
	most: mostPoints
};

const takenOff: Field[] = [
	{
		kind: 'number',
		unit: 'points',
		name: 'wrong',
		label: m.rules_wrong,
		says: m.rules_wrong_says,
		least: -mostPoints,
		most: 0
	},
	{
		kind: 'number',
		unit: 'points',
		name: 'blank',
		label: m.rules_blank,
		says: m.rules_blank_says,
		least: -mostPoints,
		most: 0
	}
];

/** Points for a question and what is taken off stay when only the way of scoring changes. */
function kept(before: object | undefined): { points: number; wrong: number; blank: number } {
	const former: Partial<Extract<QuestionScoring, { kind: 'fixed' }>> = before ?? {};
	return { points: former.points ?? 500, wrong: former.wrong ?? 0, blank: former.blank ?? 0 };
}

const scoring: Field = {
	kind: 'object',
	name: 'scoring',
	label: m.rules_scoring,
	body: {
		label: m.rules_scoring_kind,
		variants: variantsOf<QuestionScoring['kind']>({
			fixed: {
				label: m.rules_scoring_fixed,
				says: m.rules_scoring_fixed_says,
				make: (_, before) => ({ kind: 'fixed', ...kept(before) }),
				fields: [points, ...takenOff]
			},
			speed: {
				label: m.rules_scoring_speed,
				says: m.rules_scoring_speed_says,
				make: (_, before) => ({ kind: 'speed', leastShare: 50, fullWithinMs: 0, ...kept(before) }),
				fields: [
					points,
					{
						kind: 'number',
						unit: 'percent',
						name: 'leastShare',
						label: m.rules_speed_least,
						says: m.rules_speed_least_says,
						least: 0,
						most: 1000
					},
					{
						kind: 'number',
						unit: 'seconds',
						name: 'fullWithinMs',
						label: m.rules_speed_full,
						says: m.rules_speed_full_says,
						least: 0,
						most: mostMs
					},
					...takenOff
				]
			},
			rank: {
				label: m.rules_scoring_rank,
				says: m.rules_scoring_rank_says,
				make: (_, before) => {
					const { wrong, blank } = kept(before);
					return { kind: 'rank', bonuses: [4000, 3000, 2000, 1000], tickMs: 10, wrong, blank };
				},
				fields: [
					{
						kind: 'numbers',
						unit: 'points',
						name: 'bonuses',
						label: m.rules_bonuses,
						says: m.rules_bonuses_says,
						least: 1,
						most: mostPoints
					},
					{
						kind: 'number',
						unit: 'seconds',
						name: 'tickMs',
						label: m.rules_tick,
						says: m.rules_tick_says,
						least: 1,
						most: mostMs
					},
					...takenOff
				]
			}
		})
	}
};

const marking: Field = {
	kind: 'object',
	name: 'marking',
	label: m.rules_marking,
	body: {
		fields: [
			{
				kind: 'object',
				name: 'multiple',
				label: m.rules_multiple,
				body: {
					label: m.rules_multiple_kind,
					variants: variantsOf<QuestionMarking['multiple']['kind']>({
						'all-or-nothing': {
							label: m.rules_multiple_all,
							says: m.rules_multiple_all_says,
							make: () => ({ kind: 'all-or-nothing' }),
							fields: []
						},
						partial: {
							label: m.rules_multiple_partial,
							says: m.rules_multiple_partial_says,
							make: () => ({ kind: 'partial' }),
							fields: []
						},
						'right-minus-wrong': {
							label: m.rules_multiple_minus,
							says: m.rules_multiple_minus_says,
							make: () => ({ kind: 'right-minus-wrong', leastShare: 0 }),
							fields: [
								{
									kind: 'number',
									unit: 'percent',
									name: 'leastShare',
									label: m.rules_multiple_least,
									says: m.rules_multiple_least_says,
									least: -100,
									most: 0
								}
							]
						}
					})
				}
			},
			{
				kind: 'choice',
				name: 'ordering',
				label: m.rules_ordering,
				choices: choicesOf<QuestionMarking['ordering']>({
					exact: m.rules_ordering_exact,
					'adjacent-pairs': m.rules_ordering_pairs
				})
			},
			{
				kind: 'choice',
				name: 'matching',
				label: m.rules_matching,
				choices: choicesOf<QuestionMarking['matching']>({
					exact: m.rules_matching_exact,
					'per-pair': m.rules_matching_pairs
				})
			}
		]
	}
};

export const quizFields: Field[] = [
	{
		kind: 'number',
		unit: 'count',
		name: 'questionCount',
		label: m.rules_question_count,
		says: m.rules_question_count_says,
		least: 0,
		most: 1_000_000
	},
	scoring,
	marking,
	{
		kind: 'choice',
		name: 'voided',
		label: m.rules_voided,
		says: m.rules_voided_says,
		choices: choicesOf({ 'left-out': m.rules_voided_left_out, 'full-for-all': m.rules_voided_full })
	},
	{ kind: 'flag', name: 'mayChangeAnswer', label: m.rules_may_change, says: m.rules_may_change_says },
	{
		kind: 'number',
		unit: 'seconds',
		name: 'graceMs',
		label: m.rules_answer_grace,
		says: m.rules_answer_grace_says,
		least: 0,
		most: mostMs
	}
];
