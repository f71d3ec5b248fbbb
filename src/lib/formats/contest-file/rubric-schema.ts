// The shape of rubrics and marks in a contest file; it must not know who marks.
import * as z from 'zod';
import type { RecordedMarks, RecordedRubric } from '../../contest/record/rubric.ts';
import {
	code,
	exactly,
	listOf,
	object,
	percent,
	points,
	pointsAbove0,
	pointsFrom0,
	text
} from '../json-document/fields.ts';
import { schemaOf } from '../json-document/same-type.ts';

const noteRequired = z.union(
	[exactly('never'), exactly('always'), object('For a mark below this', { below: points })],
	{ error: 'note' }
);

export const rubricSchema = schemaOf<RecordedRubric>('RecordedRubric')(
	object('A rubric', {
		code,
		name: text,
		max: pointsAbove0.describe('What its criteria add up to, each by its weight, in hundredths'),
		criteria: listOf(
			object('A criterion', {
				code: code.describe('Unique over all rubrics'),
				name: text,
				min: pointsFrom0,
				max: pointsAbove0,
				step: pointsAbove0.describe('Marks are min plus whole multiples of this'),
				weight: percent.describe('100 counts a mark as it is'),
				noteRequired: noteRequired.describe('When a judge must write a note')
			}),
			200
		)
	})
);

export const marksSchema = schemaOf<RecordedMarks>('RecordedMarks')(
	z
		.record(code, z.union([pointsFrom0, z.null()], { error: 'mark' }).describe('Hundredths; null is not marked'), {
			error: 'object'
		})
		.describe('A mark for each criterion')
);
