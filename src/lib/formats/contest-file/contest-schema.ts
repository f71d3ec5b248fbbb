// The shape of the open contest file, version 1; it must not know whether its parts fit together.
import type { ContestRecord } from '../../contest/record/record.ts';
import { exactly, listOf, object, text } from '../json-document/fields.ts';
import { schemaOf } from '../json-document/same-type.ts';
import { rulesSchema } from '../rules-file/rules-schema.ts';
import { decisionSchema } from './decision-schema.ts';
import { drawSchema } from './draw-schema.ts';
import { answerSchema, givenSchema, roundSchema, sheetSchema, turnSchema } from './event-schema.ts';
import { contestantSchema, interestSchema, judgeSchema, lateEntrySchema, unitSchema } from './people-schema.ts';
import { questionSchema } from './question-schema.ts';
import { rubricSchema } from './rubric-schema.ts';

export const contestSchema = schemaOf<ContestRecord>('ContestRecord')(
	object('hoithi contest file, version 1', {
		format: exactly('hoithi-contest'),
		version: exactly(1),
		contest: object('What the contest is called, by whom, where and when it is held', {
			name: text,
			organiser: text,
			place: text,
			heldOn: text
		}),
		rules: rulesSchema,
		rubrics: listOf(rubricSchema, 100),
		units: listOf(unitSchema, 10_000),
		contestants: listOf(contestantSchema, 10_000),
		judges: listOf(judgeSchema, 1000),
		questions: listOf(questionSchema, 20_000),
		rounds: listOf(roundSchema, 1000),
		answers: listOf(answerSchema, 2_000_000).describe('At most one of a contestant to a question'),
		turns: listOf(turnSchema, 200_000),
		sheets: listOf(sheetSchema, 2_000_000).describe("The last revision of each judge's sheet of each turn"),
		given: listOf(givenSchema, 500_000),
		decisions: listOf(decisionSchema, 100_000),
		draws: listOf(drawSchema, 1000),
		interests: listOf(interestSchema, 10_000).optional().describe('Left out: none'),
		lateEntries: listOf(lateEntrySchema, 100_000)
			.optional()
			.describe('What counts, was handed in late and costs points, decided or not; left out: nothing')
	})
);
