// The shape of a stage, its tie-break chain and who goes on, for files; it must not know whether they make sense.
import type { Advancement, TeamRanking } from '../../contest/rules/advancement.ts';
import type { Group, Stage } from '../../contest/rules/rules.ts';
import type { TieBreak } from '../../contest/rules/ties.ts';
import {
	bilingual,
	byKind,
	code,
	countAbove0,
	exactly,
	listOf,
	object,
	oneOf,
	percent,
	pointsFrom0
} from '../json-document/fields.ts';
import { schemaOf } from '../json-document/same-type.ts';
import { partSchema } from './part-schema.ts';

export const groupSchema = schemaOf<Group>('Group')(
	object('A category, cluster or session', { code, title: bilingual })
);

const tieBreakSchema = schemaOf<TieBreak>('TieBreak')(
	byKind([
		object('Points of a part', { kind: exactly('part'), part: code }),
		object("The panel's mean of a criterion", { kind: exactly('criterion'), criterion: code }),
		object('The total before rounding', { kind: exactly('exact-total') }),
		object('The total of an earlier stage', { kind: exactly('stage'), stage: code }),
		object("The median of the judges' sheets of a part", { kind: exactly('median'), part: code }),
		object('How many criteria were given their maximum', {
			kind: exactly('top-marks'),
			part: code.nullable().describe('Null for all parts')
		}),
		object('Fewer points taken off for time', { kind: exactly('fewer-penalties') }),
		object('Less time used on stage', { kind: exactly('stage-time') }),
		object('More right answers', { kind: exactly('right-answers') }),
		object('Less time used on right answers', { kind: exactly('answer-time') }),
		object('A question between the tied', { kind: exactly('extra-question') }),
		object('Drawing lots', { kind: exactly('lots') }),
		object('The head judge decides', { kind: exactly('head-judge') }),
		object('The rank is shared', { kind: exactly('share') })
	])
);

const advancementSchema = schemaOf<Advancement>('Advancement')(
	object('Who goes on to the next stage', {
		to: code.describe('Code of the next stage'),
		top: object('The best so many', {
			count: countAbove0,
			per: oneOf(['stage', 'category', 'cluster', 'session'])
		})
			.nullable()
			.describe('Null when the other conditions alone decide'),
		leastTotal: pointsFrom0.nullable().describe('Nobody below this total; null without a minimum'),
		mostPerUnit: countAbove0.nullable().describe('The best so many of each unit; null without a quota'),
		atCut: oneOf(['all', 'none', 'decide']).describe('When a shared rank does not fit into what is left')
	})
);

const teamRankingSchema = schemaOf<TeamRanking>('TeamRanking')(
	object('A ranking of units or teams', {
		of: oneOf(['unit', 'team']),
		combine: byKind([
			object('Totals added', { kind: exactly('sum') }),
			object('The mean', { kind: exactly('mean') }),
			object('The best so many added', { kind: exactly('best'), count: countAbove0 })
		]),
		leastMembers: countAbove0.describe('A team with fewer ranked members has no place'),
		participationPoints: pointsFrom0.describe('For taking part, by the rate of contestants per member; 0 without')
	})
);

export const stageSchema = schemaOf<Stage>('Stage')(
	object('A stage of the contest', {
		code,
		title: bilingual,
		total: pointsFrom0.describe('What parts and carried totals add up to, in hundredths'),
		parts: listOf(partSchema, 50).describe('In the order in which they are held'),
		carry: listOf(object('An earlier stage whose total is added', { stage: code, weight: percent }), 20),
		sessions: listOf(groupSchema, 200).describe('Sessions or groups its turns are divided into; may be empty'),
		rankedBy: listOf(oneOf(['category', 'cluster']), 2).describe('Each of these is ranked by itself'),
		tieBreaks: listOf(tieBreakSchema, 50).describe('Asked in order until two contestants differ'),
		advancement: advancementSchema.nullable().describe('Null in the last stage'),
		teams: teamRankingSchema.nullable().describe('Null when there is no team ranking')
	})
);
