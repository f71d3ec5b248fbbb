// Panels of judges: how their sheets become one value, as fields of the editor.
import { m } from '#lib/paraglide/messages.js';
import { countedRoles, type Aggregation, type CountedRole, type Panel } from '#lib/contest/rules/panels.ts';
import { valueAt } from '../document.ts';
import { freeCode, nameOf } from './codes.ts';
import { choicesOf, variantsOf, type Field, type ListField, type Surroundings } from './field.ts';
import { divergence } from './divergence.ts';

const count = (name: string, label: () => string, says: (() => string) | undefined, least: number): Field => ({
	kind: 'number',
	unit: 'count',
	name,
	label,
	...(says && { says }),
	least,
	most: 1_000_000
});

const roles: Record<CountedRole, () => string> = {
	head: m.console_judge_head,
	deputy: m.console_judge_deputy,
	member: m.console_judge_member,
	secretary: m.console_judge_secretary
};

const weights: Field = {
	kind: 'list',
	name: 'weights',
	label: m.rules_role_weights,
	says: m.rules_role_weights_says,
	add: m.rules_role_weights_add,
	titleOf: ({ role }: { role: CountedRole }) => roles[role](),
	make: ({ rules, way }: Surroundings) => {
		const taken = (valueAt(rules, way) as { role: CountedRole }[]).map(({ role }) => role);
		return { role: countedRoles.find((role) => !taken.includes(role)) ?? 'head', weight: 2 };
	},
	body: {
		fields: [
			{ kind: 'choice', name: 'role', label: m.rules_role, choices: choicesOf(roles) },
			count('weight', m.rules_role_weight, undefined, 1)
		]
	}
};

const aggregation: Field = {
	kind: 'object',
	name: 'aggregation',
	label: m.rules_aggregation,
	body: {
		label: m.rules_aggregation_kind,
		variants: variantsOf<Aggregation['kind']>({
			mean: {
				label: m.rules_aggregation_mean,
				says: m.rules_aggregation_mean_says,
				make: () => ({ kind: 'mean' }),
				fields: []
			},
			'weighted-mean': {
				label: m.rules_aggregation_weighted,
				says: m.rules_aggregation_weighted_says,
				make: () => ({ kind: 'weighted-mean', weights: [{ role: 'head', weight: 2 }] }),
				fields: [weights]
			},
			median: {
				label: m.rules_aggregation_median,
				says: m.rules_aggregation_median_says,
				make: () => ({ kind: 'median' }),
				fields: []
			},
			trimmed: {
				label: m.rules_aggregation_trimmed,
				says: m.rules_aggregation_trimmed_says,
				make: () => ({ kind: 'trimmed', high: 1, low: 1, leastPanel: 5 }),
				fields: [
					count('high', m.rules_trim_high, undefined, 0),
					count('low', m.rules_trim_low, undefined, 0),
					count('leastPanel', m.rules_trim_least, m.rules_trim_least_says, 1)
				]
			},
			sum: {
				label: m.rules_aggregation_sum,
				says: m.rules_aggregation_sum_says,
				make: () => ({ kind: 'sum' }),
				fields: []
			},
			consensus: {
				label: m.rules_aggregation_consensus,
				says: m.rules_aggregation_consensus_says,
				make: () => ({ kind: 'consensus' }),
				fields: []
			}
		})
	}
};

/** A panel as most contests have it; the first one takes the code under which judges are seated by themselves. */
export function newPanel(taken: Panel[]): Panel {
	const left = 100 - taken.reduce((sum, { weight }) => sum + weight, 0);
	return {
		code: freeCode('BGK', taken),
		title: { vi: 'Ban Giám khảo', en: 'Panel of judges' },
		weight: Math.max(0, left),
		aggregation: { kind: 'mean' },
		leastSheets: 1,
		missing: 'mean-of-present',
		divergence: null
	};
}

export const panels: ListField = {
	kind: 'list',
	name: 'panels',
	label: m.rules_panels,
	one: m.rules_panel,
	says: m.rules_panels_says,
	add: m.rules_panels_add,
	titleOf: nameOf,
	make: ({ rules, way }: Surroundings) => newPanel(valueAt(rules, way) as Panel[]),
	body: {
		fields: [
			{ kind: 'code', name: 'code', label: m.rules_code, says: m.rules_panel_code_says },
			{ kind: 'bilingual', name: 'title', label: m.rules_title },
			{
				kind: 'number',
				unit: 'percent',
				name: 'weight',
				label: m.rules_panel_weight,
				says: m.rules_panel_weight_says,
				least: 0,
				most: 1000
			},
			aggregation,
			count('leastSheets', m.rules_least_sheets, m.rules_least_sheets_says, 1),
			{
				kind: 'choice',
				name: 'missing',
				label: m.rules_missing,
				says: m.rules_missing_says,
				choices: choicesOf<Panel['missing']>({
					'mean-of-present': m.rules_missing_mean,
					wait: m.rules_missing_wait,
					substitute: m.rules_missing_substitute,
					'drop-from-session': m.rules_missing_drop
				})
			},
			divergence
		]
	}
};
