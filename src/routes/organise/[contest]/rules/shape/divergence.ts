// When judges are far apart and what is done about it, as fields of the editor.
import { m } from '#lib/paraglide/messages.js';
import type { Divergence, DivergenceAction, DivergenceLevel } from '#lib/contest/rules/panels.ts';
import { choicesOf, variantsOf, type ObjectField } from './field.ts';

const newLevel = (): DivergenceLevel => ({
	threshold: { kind: 'share', percent: 20 },
	reached: 'above',
	action: 'warn'
});

export const divergence: ObjectField = {
	kind: 'object',
	name: 'divergence',
	label: m.rules_divergence,
	says: m.rules_divergence_says,
	none: m.rules_divergence_none,
	make: () => ({ metric: 'distance-to-mean', levels: [newLevel()] }),
	body: {
		fields: [
			{
				kind: 'choice',
				name: 'metric',
				label: m.rules_metric,
				says: m.rules_metric_says,
				choices: choicesOf<Divergence['metric']>({
					'distance-to-mean': m.rules_metric_mean,
					'distance-to-median': m.rules_metric_median,
					spread: m.rules_metric_spread,
					'dixon-q': m.rules_metric_dixon
				})
			},
			{
				kind: 'list',
				name: 'levels',
				label: m.rules_levels,
				says: m.rules_levels_says,
				add: m.rules_levels_add,
				titleOf: (_, { way }) => m.rules_level_number({ number: Number(way.at(-1)) + 1 }),
				make: newLevel,
				body: {
					fields: [
						{
							kind: 'object',
							name: 'threshold',
							label: m.rules_threshold,
							body: {
								label: m.rules_threshold_kind,
								variants: variantsOf<DivergenceLevel['threshold']['kind']>({
									share: {
										label: m.rules_threshold_share,
										make: () => ({ kind: 'share', percent: 20 }),
										fields: [
											{
												kind: 'number',
												unit: 'percent',
												name: 'percent',
												label: m.rules_threshold_share_value,
												says: m.rules_threshold_share_says,
												least: 0,
												most: 1000
											}
										]
									},
									points: {
										label: m.rules_threshold_points,
										make: () => ({ kind: 'points', points: 500 }),
										fields: [
											{
												kind: 'number',
												unit: 'points',
												name: 'points',
												label: m.rules_points,
												least: 1,
												most: 100_000_000
											}
										]
									},
									confidence: {
										label: m.rules_threshold_confidence,
										make: () => ({ kind: 'confidence', percent: 95 }),
										fields: [
											{
												kind: 'choice',
												name: 'percent',
												label: m.rules_threshold_confidence,
												choices: () => [90, 95, 99].map((value) => ({ value, label: `${value} %` }))
											}
										]
									}
								})
							}
						},
						{
							kind: 'choice',
							name: 'reached',
							label: m.rules_reached,
							choices: choicesOf({ above: m.rules_reached_above, from: m.rules_reached_from })
						},
						{
							kind: 'choice',
							name: 'action',
							label: m.rules_action,
							choices: choicesOf<DivergenceAction>({
								warn: m.rules_action_warn,
								consult: m.rules_action_consult,
								'head-decides': m.rules_action_head,
								exclude: m.rules_action_exclude,
								'extra-replaces': m.rules_action_extra_replaces,
								'extra-joins': m.rules_action_extra_joins
							})
						}
					]
				}
			}
		]
	}
};
