// The shape of awards, caps and nominations, for files; it must not know whether they make sense.
import type { Award, AwardCap, Nomination } from '../../contest/rules/prizes.ts';
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
	pointsFrom0,
	text,
	yesNo
} from '../json-document/fields.ts';
import { schemaOf } from '../json-document/same-type.ts';

const source = byKind([
	object('In order of rank in a stage', { kind: exactly('rank'), stage: code }),
	object('The best in a part', { kind: exactly('part'), part: code }),
	object('The best in a criterion', { kind: exactly('criterion'), criterion: code }),
	object('In order of the team ranking of a stage', { kind: exactly('team'), stage: code }),
	object('Units in order of contestants per member', { kind: exactly('participation') }),
	object('By decision of the organisers', { kind: exactly('manual') })
]);

export const awardSchema = schemaOf<Award>('Award')(
	object('An award', {
		code,
		title: bilingual,
		source,
		quota: countAbove0.nullable().describe('How many; null gives it to all the rest'),
		per: oneOf(['ranking', 'contest']).describe(
			'Whether the quota holds for each ranking of its stage or for the contest'
		),
		leastTotal: pointsFrom0.describe('Nobody below this receives it, in hundredths'),
		moreOnTie: yesNo.describe('Whether all who share the last place of the quota receive it'),
		notWith: listOf(code, 200).describe('Whoever holds one of these awards is passed over'),
		gift: text.describe('What comes with it, as printed; may be empty')
	})
);

export const awardCapSchema = schemaOf<AwardCap>('AwardCap')(
	object('Awards that together are no more than a share of the contestants', {
		awards: listOf(code, 200),
		percent
	})
);

export const nominationSchema = schemaOf<Nomination>('Nomination')(
	object('Who is proposed to the next level', {
		to: bilingual.describe('The next level'),
		awards: listOf(code, 200).describe('Holders of these awards'),
		top: object('The best of a stage', { stage: code, count: countAbove0 }).nullable()
	})
);
