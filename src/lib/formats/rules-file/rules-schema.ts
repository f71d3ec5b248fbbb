// The shape of the rules document, format 2, for files; it must not know whether the rules make sense.
import * as z from 'zod';
import type { Rules } from '../../contest/rules/rules.ts';
import { bilingual, exactly, listOf, object, oneOf, text, yesNo } from '../json-document/fields.ts';
import { schemaOf } from '../json-document/same-type.ts';
import { awardCapSchema, awardSchema, nominationSchema } from './prize-schema.ts';
import { groupSchema, stageSchema } from './stage-schema.ts';

export const rulesSchema = schemaOf<Rules>('Rules')(
	object('hoithi rules of a contest, format 2', {
		format: exactly(2).describe("Version of this document's shape"),
		title: bilingual,
		reference: text.describe('Number and date of the issued document as printed; may be empty'),
		rounding: object('How exact values become announced points', {
			mode: oneOf(['half-up', 'half-even', 'up', 'down']),
			decimals: z.literal([0, 1, 2], { error: 'one-of:0, 1, 2' }),
			at: oneOf(['part', 'total']).describe('Once for each part, or once for the total of a stage')
		}),
		categories: listOf(groupSchema, 200).describe('Ranked categories; empty when there is one ranking'),
		clusters: listOf(groupSchema, 200).describe('Clusters held on different days or places; empty when there is one'),
		stages: listOf(stageSchema, 20).describe('In their order; the last one decides the contest'),
		awards: listOf(awardSchema, 200).describe('In the order in which they are given'),
		awardCaps: listOf(awardCapSchema, 50),
		nomination: nominationSchema.nullable().describe('Null when nobody is proposed to the next level'),
		judgesSeePlaces: yesNo
			.optional()
			.describe("Whether a judge is shown a sheet's place among the judge's own; left out: no"),
		interestedMark: yesNo
			.optional()
			.describe('Whether a judge with an interest in a contestant marks them all the same; left out: no')
	})
);
