// Awards, their caps, and who is proposed to the next level, as fields of the editor.
import { m } from '#lib/paraglide/messages.js';
import type { Award, AwardSource } from '#lib/contest/rules/prizes.ts';
import { awards, criteria, firstOf, labelOf, numberedCode, otherAwards, parts, stages, titleOf } from './codes.ts';
import { choicesOf, variantsOf, type Field, type ListField, type ObjectField } from './field.ts';

const mostCount = 1_000_000;

const source: Field = {
	kind: 'object',
	name: 'source',
	label: m.rules_award_source,
	body: {
		label: m.rules_award_source_kind,
		variants: variantsOf<AwardSource['kind']>({
			rank: {
				label: m.rules_source_rank,
				make: (around) => ({ kind: 'rank', stage: String(around.rules.stages.at(-1)?.code ?? '?') }),
				fields: [{ kind: 'pick', name: 'stage', label: m.rules_stage, from: stages }]
			},
			part: {
				label: m.rules_source_part,
				make: (around) => ({ kind: 'part', part: firstOf(parts(around)) }),
				fields: [{ kind: 'pick', name: 'part', label: m.rules_part, from: parts }]
			},
			criterion: {
				label: m.rules_source_criterion,
				make: (around) => ({ kind: 'criterion', criterion: firstOf(criteria(around)) }),
				fields: [{ kind: 'pick', name: 'criterion', label: m.rules_criterion, from: criteria }]
			},
			team: {
				label: m.rules_source_team,
				make: (around) => ({ kind: 'team', stage: String(around.rules.stages.at(-1)?.code ?? '?') }),
				fields: [{ kind: 'pick', name: 'stage', label: m.rules_stage, from: stages }]
			},
			participation: {
				label: m.rules_source_participation,
				says: m.rules_source_participation_says,
				make: () => ({ kind: 'participation' }),
				fields: []
			},
			manual: {
				label: m.rules_source_manual,
				says: m.rules_source_manual_says,
				make: () => ({ kind: 'manual' }),
				fields: []
			}
		})
	}
};

const firstAwards = [
	['Giải Nhất', 'First Prize', 1],
	['Giải Nhì', 'Second Prize', 2],
	['Giải Ba', 'Third Prize', 3],
	['Giải Khuyến khích', 'Encouragement Prize', 5]
] as const;

export const awardsField: ListField = {
	kind: 'list',
	name: 'awards',
	label: m.rules_awards,
	one: m.rules_award,
	says: m.rules_awards_says,
	add: m.rules_awards_add,
	titleOf,
	make: ({ rules }): Award => {
		const [vi, en, quota] = firstAwards[rules.awards.length] ?? ['Giải phụ', 'Side prize', 1];
		return {
			code: numberedCode('G', rules.awards),
			title: { vi, en },
			source: { kind: 'rank', stage: String(rules.stages.at(-1)?.code ?? '?') },
			quota,
			per: 'ranking',
			leastTotal: 0,
			moreOnTie: true,
			notWith: [],
			gift: ''
		};
	},
	body: {
		fields: [
			{ kind: 'bilingual', name: 'title', label: m.rules_title },
			source,
			{
				kind: 'number',
				unit: 'count',
				name: 'quota',
				label: m.rules_award_quota,
				says: m.rules_award_quota_says,
				least: 1,
				most: mostCount,
				blank: m.rules_award_rest
			},
			{
				kind: 'choice',
				name: 'per',
				label: m.rules_award_per,
				says: m.rules_award_per_says,
				choices: choicesOf({ ranking: m.rules_award_per_ranking, contest: m.rules_award_per_contest })
			},
			{
				kind: 'number',
				unit: 'points',
				name: 'leastTotal',
				label: m.rules_award_least,
				says: m.rules_award_least_says,
				least: 0,
				most: 100_000_000
			},
			{ kind: 'flag', name: 'moreOnTie', label: m.rules_award_tie, says: m.rules_award_tie_says },
			{
				kind: 'picks',
				name: 'notWith',
				label: m.rules_award_not_with,
				says: m.rules_award_not_with_says,
				from: otherAwards
			},
			{ kind: 'text', name: 'gift', label: m.rules_award_gift, says: m.rules_award_gift_says },
			{ kind: 'code', name: 'code', label: m.rules_code }
		]
	}
};

export const awardCapsField: ListField = {
	kind: 'list',
	name: 'awardCaps',
	label: m.rules_caps,
	says: m.rules_caps_says,
	add: m.rules_caps_add,
	titleOf: ({ percent, awards: codes }: { percent: number; awards: string[] }, around) =>
		`${percent}%: ${codes.map((code) => labelOf(code, awards(around))).join(', ')}`,
	make: ({ rules }) => ({ awards: rules.awards.map(({ code }) => code), percent: 50 }),
	body: {
		fields: [
			{ kind: 'picks', name: 'awards', label: m.rules_awards, from: awards },
			{
				kind: 'number',
				unit: 'percent',
				name: 'percent',
				label: m.rules_cap_percent,
				says: m.rules_cap_percent_says,
				least: 0,
				most: 1000
			}
		]
	}
};

export const nominationField: ObjectField = {
	kind: 'object',
	name: 'nomination',
	label: m.rules_nomination,
	says: m.rules_nomination_says,
	none: m.rules_nomination_none,
	make: ({ rules }) => ({
		to: { vi: 'Hội thi cấp trên', en: 'The next level' },
		awards: rules.awards.slice(0, 1).map(({ code }) => code),
		top: null
	}),
	body: {
		fields: [
			{ kind: 'bilingual', name: 'to', label: m.rules_nomination_to },
			{ kind: 'picks', name: 'awards', label: m.rules_nomination_awards, from: awards },
			{
				kind: 'object',
				name: 'top',
				label: m.rules_nomination_top,
				none: m.rules_nomination_top_none,
				make: (around) => ({ stage: firstOf(stages(around)), count: 1 }),
				body: {
					fields: [
						{ kind: 'pick', name: 'stage', label: m.rules_stage, from: stages },
						{ kind: 'number', unit: 'count', name: 'count', label: m.rules_nomination_count, least: 1, most: mostCount }
					]
				}
			}
		]
	}
};
