// A stage of the contest: what it adds up to, who goes on, how teams are ranked, as fields of the editor.
import { m } from '#lib/paraglide/messages.js';
import type { TeamRanking } from '#lib/contest/rules/advancement.ts';
import { stageAfter, stagesBefore, firstOf, freeCode, labelOf, nameOf } from './codes.ts';
import { choicesOf, variantsOf, type Field, type ListField, type ObjectField } from './field.ts';
import { groups } from './general.ts';
import { partsField } from './part.ts';
import { tieBreaksField } from './ties.ts';

const mostPoints = 100_000_000;
const mostCount = 1_000_000;

export const advancementField: ObjectField = {
	kind: 'object',
	name: 'advancement',
	label: m.rules_advancement,
	says: m.rules_advancement_says,
	none: m.rules_advancement_none,
	make: (around) => ({
		to: firstOf(stageAfter(around)),
		top: { count: 10, per: 'stage' },
		leastTotal: null,
		mostPerUnit: null,
		atCut: 'all'
	}),
	body: {
		fields: [
			{ kind: 'pick', name: 'to', label: m.rules_advance_to, from: stageAfter },
			{
				kind: 'object',
				name: 'top',
				label: m.rules_advance_top,
				none: m.rules_advance_top_none,
				make: () => ({ count: 10, per: 'stage' }),
				body: {
					fields: [
						{
							kind: 'number',
							unit: 'count',
							name: 'count',
							label: m.rules_advance_count,
							says: m.rules_advance_count_says,
							least: 1,
							most: mostCount
						},
						{
							kind: 'choice',
							name: 'per',
							label: m.rules_advance_per,
							choices: choicesOf({
								stage: m.rules_advance_per_stage,
								category: m.rules_advance_per_category,
								cluster: m.rules_advance_per_cluster,
								session: m.rules_advance_per_session
							})
						}
					]
				}
			},
			{
				kind: 'number',
				unit: 'points',
				name: 'leastTotal',
				label: m.rules_advance_least,
				says: m.rules_advance_least_says,
				least: 0,
				most: mostPoints,
				blank: m.rules_no_least
			},
			{
				kind: 'number',
				unit: 'count',
				name: 'mostPerUnit',
				label: m.rules_advance_unit,
				says: m.rules_advance_unit_says,
				least: 1,
				most: mostCount,
				blank: m.rules_no_quota
			},
			{
				kind: 'choice',
				name: 'atCut',
				label: m.rules_advance_cut,
				says: m.rules_advance_cut_says,
				choices: choicesOf({
					all: m.rules_advance_cut_all,
					none: m.rules_advance_cut_none,
					decide: m.rules_advance_cut_decide
				})
			}
		]
	}
};

export const teamsField: ObjectField = {
	kind: 'object',
	name: 'teams',
	label: m.rules_teams,
	says: m.rules_teams_says,
	none: m.rules_teams_none,
	make: () => ({ of: 'unit', combine: { kind: 'sum' }, leastMembers: 1, participationPoints: 0 }),
	body: {
		fields: [
			{
				kind: 'choice',
				name: 'of',
				label: m.rules_teams_of,
				choices: choicesOf({ unit: m.rules_teams_of_unit, team: m.rules_teams_of_team })
			},
			{
				kind: 'object',
				name: 'combine',
				label: m.rules_teams_combine,
				body: {
					label: m.rules_teams_combine_kind,
					variants: variantsOf<TeamRanking['combine']['kind']>({
						sum: { label: m.rules_teams_sum, make: () => ({ kind: 'sum' }), fields: [] },
						mean: { label: m.rules_teams_mean, make: () => ({ kind: 'mean' }), fields: [] },
						best: {
							label: m.rules_teams_best,
							says: m.rules_teams_best_says,
							make: () => ({ kind: 'best', count: 3 }),
							fields: [
								{
									kind: 'number',
									unit: 'count',
									name: 'count',
									label: m.rules_teams_best_count,
									least: 1,
									most: mostCount
								}
							]
						}
					})
				}
			},
			{
				kind: 'number',
				unit: 'count',
				name: 'leastMembers',
				label: m.rules_teams_least,
				says: m.rules_teams_least_says,
				least: 1,
				most: mostCount
			},
			{
				kind: 'number',
				unit: 'points',
				name: 'participationPoints',
				label: m.rules_teams_participation,
				says: m.rules_teams_participation_says,
				least: 0,
				most: mostPoints
			}
		]
	}
};

/** The stage itself; its parts, chain, advancement and teams are written on pages of their own. */
export const stageFields: Field[] = [
	{ kind: 'code', name: 'code', label: m.rules_code, says: m.rules_stage_code_says },
	{ kind: 'bilingual', name: 'title', label: m.rules_title },
	{
		kind: 'number',
		unit: 'points',
		name: 'total',
		label: m.rules_stage_total,
		says: m.rules_stage_total_says,
		least: 0,
		most: mostPoints
	},
	partsField,
	{
		kind: 'list',
		name: 'carry',
		label: m.rules_carry,
		says: m.rules_carry_says,
		add: m.rules_carry_add,
		titleOf: ({ stage }: { stage: string }, around) => labelOf(stage, stagesBefore(around)),
		make: (around) => ({ stage: firstOf(stagesBefore(around)), weight: 50 }),
		body: {
			fields: [
				{ kind: 'pick', name: 'stage', label: m.rules_stage, from: stagesBefore },
				{ kind: 'number', unit: 'percent', name: 'weight', label: m.rules_carry_weight, least: 0, most: 1000 }
			]
		}
	},
	groups(
		{
			name: 'sessions',
			label: m.rules_sessions,
			one: m.rules_session,
			says: m.rules_sessions_says,
			add: m.rules_sessions_add
		},
		'S',
		{
			vi: 'Buổi',
			en: 'Session'
		}
	),
	{
		kind: 'picks',
		name: 'rankedBy',
		label: m.rules_ranked_by,
		says: m.rules_ranked_by_says,
		from: () => [
			{ value: 'category', label: m.rules_ranked_by_category() },
			{ value: 'cluster', label: m.rules_ranked_by_cluster() }
		]
	}
];

export const stagesField: ListField = {
	kind: 'list',
	name: 'stages',
	label: m.rules_stages,
	one: m.rules_stage,
	says: m.rules_stages_says,
	add: m.rules_stages_add,
	titleOf: nameOf,
	isApart: true,
	make: ({ rules: { stages } }) => ({
		code: stages.length === 0 ? 'HT' : freeCode('V', [{ code: 'V' }, ...stages]),
		title:
			stages.length === 0
				? { vi: 'Hội thi', en: 'Contest' }
				: { vi: `Vòng ${stages.length + 1}`, en: `Round ${stages.length + 1}` },
		total: 10_000,
		parts: [],
		carry: [],
		sessions: [],
		rankedBy: [],
		tieBreaks: [],
		advancement: null,
		teams: null
	}),
	body: { fields: [...stageFields, tieBreaksField, advancementField, teamsField] }
};
