// Time on stage and what it costs, as fields of the editor.
import { m } from '#lib/paraglide/messages.js';
import type { TimeCost } from '#lib/contest/rules/timing.ts';
import { criteria, firstOf } from './codes.ts';
import { choicesOf, variantsOf, type Field, type ObjectField } from './field.ts';

const mostMs = 1_000_000_000;
const mostPoints = 100_000_000;

const clock = (name: string, label: () => string, says: () => string): Field => ({
	kind: 'number',
	unit: 'clock',
	name,
	label,
	says,
	least: 0,
	most: mostMs
});

function cost(name: string, label: () => string, says: () => string): ObjectField {
	return {
		kind: 'object',
		name,
		label,
		says,
		none: m.rules_cost_none,
		body: {
			label: m.rules_cost_kind,
			variants: variantsOf<TimeCost['kind']>({
				linear: {
					label: m.rules_cost_linear,
					says: m.rules_cost_linear_says,
					make: () => ({ kind: 'linear', perMinute: 100, startedMinute: 'ceil' }),
					fields: [
						{
							kind: 'number',
							unit: 'points',
							name: 'perMinute',
							label: m.rules_cost_per_minute,
							least: 1,
							most: mostPoints
						},
						{
							kind: 'choice',
							name: 'startedMinute',
							label: m.rules_cost_started,
							says: m.rules_cost_started_says,
							choices: choicesOf({
								ceil: m.rules_cost_started_ceil,
								floor: m.rules_cost_started_floor,
								prorata: m.rules_cost_started_prorata
							})
						}
					]
				},
				bands: {
					label: m.rules_cost_bands,
					says: m.rules_cost_bands_says,
					make: () => ({ kind: 'bands', bands: [{ beyondMs: 60_000, points: 200 }] }),
					fields: [
						{
							kind: 'list',
							name: 'bands',
							label: m.rules_bands,
							add: m.rules_bands_add,
							titleOf: (_, { way }) => m.rules_band_number({ number: Number(way.at(-1)) + 1 }),
							make: () => ({ beyondMs: 60_000, points: 200 }),
							body: {
								fields: [
									clock('beyondMs', m.rules_band_beyond, m.rules_band_beyond_says),
									{
										kind: 'number',
										unit: 'points',
										name: 'points',
										label: m.rules_band_points,
										least: 1,
										most: mostPoints,
										word: { value: 'all', label: m.rules_band_all }
									}
								]
							}
						}
					]
				},
				zero: { label: m.rules_cost_zero, says: m.rules_cost_zero_says, make: () => ({ kind: 'zero' }), fields: [] }
			})
		}
	};
}

const penalty: ObjectField = {
	kind: 'object',
	name: 'penalty',
	label: m.rules_penalty,
	says: m.rules_penalty_says,
	none: m.rules_penalty_none,
	make: () => ({
		over: { kind: 'linear', perMinute: 100, startedMinute: 'ceil' },
		under: null,
		cap: 500,
		place: { kind: 'part' }
	}),
	body: {
		fields: [
			cost('over', m.rules_cost_over, m.rules_cost_over_says),
			cost('under', m.rules_cost_under, m.rules_cost_under_says),
			{
				kind: 'number',
				unit: 'points',
				name: 'cap',
				label: m.rules_penalty_cap,
				says: m.rules_penalty_cap_says,
				least: 1,
				most: mostPoints,
				blank: m.rules_penalty_cap_none
			},
			{
				kind: 'object',
				name: 'place',
				label: m.rules_penalty_place,
				says: m.rules_penalty_place_says,
				body: {
					label: m.rules_penalty_place,
					variants: variantsOf({
						part: { label: m.rules_penalty_place_part, make: () => ({ kind: 'part' }), fields: [] },
						criterion: {
							label: m.rules_penalty_place_criterion,
							make: (around) => ({ kind: 'criterion', criterion: firstOf(criteria(around)) }),
							fields: [{ kind: 'pick', name: 'criterion', label: m.rules_criterion, from: criteria }]
						}
					})
				}
			}
		]
	}
};

export const timing: ObjectField = {
	kind: 'object',
	name: 'timing',
	label: m.rules_timing,
	says: m.rules_timing_says,
	none: m.rules_timing_none,
	make: () => ({
		leastMs: 0,
		mostMs: 600_000,
		warnBeforeMs: 60_000,
		graceMs: 15_000,
		stopAfterMs: null,
		penalty: null
	}),
	body: {
		fields: [
			clock('leastMs', m.rules_timing_least, m.rules_timing_least_says),
			clock('mostMs', m.rules_timing_most, m.rules_timing_most_says),
			clock('warnBeforeMs', m.rules_timing_warn, m.rules_timing_warn_says),
			clock('graceMs', m.rules_timing_grace, m.rules_timing_grace_says),
			{
				kind: 'number',
				unit: 'clock',
				name: 'stopAfterMs',
				label: m.rules_timing_stop,
				says: m.rules_timing_stop_says,
				least: 0,
				most: mostMs,
				blank: m.rules_timing_stop_none
			},
			penalty
		]
	}
};
