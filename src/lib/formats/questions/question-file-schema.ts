// The shape of a question file in JSON: the questions that could be read and what was wrong with the others; it must not read one.
import * as z from 'zod';
import type { Bilingual } from '../../contest/ids.ts';
import { questionKinds } from '../../contest/question.ts';
import type { QuestionValue } from '../import-values.ts';
import {
	bilingual,
	byKind,
	code,
	exactly,
	listOf,
	number,
	object,
	oneOf,
	text,
	tolerance
} from '../json-document/fields.ts';
import { jsonSchemaOf } from '../json-document/json-schema.ts';
import { schemaOf } from '../json-document/same-type.ts';
import { base64, longestAlt } from './kept-picture.ts';

export const questionSchemaFile = 'hoithi-questions-1.schema.json';

const letters = ['A', 'B', 'C', 'D', 'E'] as const;

export interface QuestionProblem {
	where: { line: number | null; question: string | null; column: string | null };
	code: string;
	message: Bilingual;
}

export const questionSchema = schemaOf<QuestionValue>('Question')(
	object('A question with its key', {
		code: code.describe('Letters, digits and - _ . / inside, at most 40; unique in the bank'),
		topic: text,
		difficulty: z.literal([1, 2, 3], { error: 'one-of:1, 2, 3' }).describe('1 easy, 2 middling, 3 hard'),
		kind: oneOf(questionKinds),
		text: text.describe('The question; may have several lines'),
		options: listOf(object('An option; for matching what stands on the left', { id: oneOf(letters), text }), 5),
		targets: listOf(object('For matching: what stands on the right', { id: code, text }), 5),
		correct: byKind([
			object('Right options; for ordering in the right order', {
				kind: exactly('options'),
				options: listOf(oneOf(letters), 5)
			}),
			object('A number and how far one may be off', { kind: exactly('number'), value: number, tolerance }),
			object('Pairs: the id on the right for each letter on the left', {
				kind: exactly('pairs'),
				pairs: z.record(code, code, { error: 'object' })
			}),
			object('Text: the wording that is shown, and others that are right as well', {
				kind: exactly('text'),
				value: text,
				alsoCorrect: listOf(text, 100)
			})
		]),
		picture: object('The one picture of the question', {
			alt: text
				.min(1, { error: 'text' })
				.max(longestAlt, { error: 'text' })
				.describe('What it shows, for whoever does not see it'),
			file: z
				.string({ error: 'text' })
				.max(7_000_000, { error: 'text' })
				.regex(base64, { error: 'text' })
				.describe('JPEG, PNG or WebP in base64')
		}).optional(),
		seconds: z
			.int({ error: 'count' })
			.min(5, { error: 'count' })
			.max(600, { error: 'count' })
			.describe('Time to answer, 5 to 600 seconds'),
		explanation: text,
		source: text
	})
);

const place = object('Where: what is not known is null', {
	line: z
		.int({ error: 'count' })
		.nullable()
		.describe('Line of a text, row of a sheet, line of a Word file, place in a JSON list, from 1'),
	question: text.nullable().describe('Number of the question as the file prints it'),
	column: text.nullable().describe('Column of the sheet, or of the template')
});

const problemSchema = schemaOf<QuestionProblem>('Problem')(
	object('Something wrong with a question, or with the file', {
		where: place,
		code: text.describe('Such as import/no-right-option'),
		message: bilingual
	})
);

export const questionFileSchema = object('hoithi question file', {
	questions: listOf(questionSchema, 5_000).describe('The questions that could be read, in the order of the file'),
	problems: listOf(problemSchema, 100_000).describe(
		'Why the others could not, and what to look at; empty when all is well'
	)
});

export function questionFileJsonSchema(): string {
	return jsonSchemaOf(questionFileSchema, questionSchemaFile);
}
