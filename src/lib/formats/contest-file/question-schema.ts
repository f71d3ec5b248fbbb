// The shape of questions, keys and choices in a contest file; it must not know points or people.
import * as z from 'zod';
import type { RecordedChoice, RecordedKey, RecordedQuestion } from '../../contest/record/question.ts';
import { recordedQuestionKinds } from '../../contest/record/question.ts';
import {
	byKind,
	code,
	exactly,
	listOf,
	number,
	object,
	oneOf,
	pointsAbove0,
	text,
	tolerance
} from '../json-document/fields.ts';
import { schemaOf } from '../json-document/same-type.ts';

const ids = listOf(code, 100);

export const choiceSchema = schemaOf<RecordedChoice>('RecordedChoice')(
	byKind([
		object('Options; for ordering in order', { kind: exactly('options'), options: ids }),
		object('A number', { kind: exactly('number'), value: number }),
		object('Pairs: the id on the right for each id on the left', {
			kind: exactly('pairs'),
			pairs: z.record(code, code, { error: 'object' })
		}),
		object('Text as it was typed', { kind: exactly('text'), value: text })
	])
);

export const keySchema = schemaOf<RecordedKey>('RecordedKey')(
	object('The key of a question', {
		correct: choiceSchema,
		tolerance: tolerance.describe('For numbers: how far one may be off; empty for not at all'),
		alsoCorrect: listOf(text, 100).describe('For text: other wordings that are right as well')
	})
);

export const questionSchema = schemaOf<RecordedQuestion>('RecordedQuestion')(
	object('A question', {
		code,
		kind: oneOf(recordedQuestionKinds),
		options: ids.describe('Ids of its options; for matching those on the left'),
		targets: ids.describe('For matching: ids on the right'),
		key: keySchema,
		points: pointsAbove0.nullable().describe('Its own points in hundredths; null for those of the part')
	})
);
