// The shape of what was recorded during a contest: rounds, answers, turns, sheets, points given; it must not know whether it fits together.
import type {
	GivenPoints,
	RecordedAnswer,
	RecordedRound,
	RecordedSheet,
	RecordedTurn
} from '../../contest/record/record.ts';
import { turnStatuses } from '../../contest/record/record.ts';
import {
	code,
	correctionMs,
	durationMs,
	instantMs,
	listOf,
	object,
	oneOf,
	points,
	text,
	yesNo
} from '../json-document/fields.ts';
import { schemaOf } from '../json-document/same-type.ts';
import { choiceSchema } from './question-schema.ts';
import { marksSchema } from './rubric-schema.ts';

export const roundSchema = schemaOf<RecordedRound>('RecordedRound')(
	object('A round of a quiz part', {
		part: code,
		title: text,
		questions: listOf(
			object('A question that was asked', { question: code, allowedMs: durationMs, isSealed: yesNo }),
			1000
		),
		isFinished: yesNo
	})
);

export const answerSchema = schemaOf<RecordedAnswer>('RecordedAnswer')(
	object('The answer of a contestant that counts', {
		contestant: code,
		question: code,
		choice: choiceSchema,
		usedMs: durationMs.describe('From the start of the timer to the arrival, pauses taken out')
	})
);

export const turnSchema = schemaOf<RecordedTurn>('RecordedTurn')(
	object("A contestant's turn in a stage", {
		stage: code,
		contestant: code,
		session: code.nullable().describe('Null when the stage has no sessions'),
		status: oneOf(turnStatuses),
		startedAt: instantMs.nullable(),
		endedAt: instantMs.nullable(),
		removed: listOf(object('Time taken out', { fromAt: instantMs, toAt: instantMs, reason: text }), 1000),
		removedMs: correctionMs.describe('Time taken out besides')
	})
);

export const sheetSchema = schemaOf<RecordedSheet>('RecordedSheet')(
	object("A judge's sheet of a turn", {
		stage: code,
		contestant: code,
		judge: code,
		isLocked: yesNo,
		marks: marksSchema
	})
);

export const givenSchema = schemaOf<GivenPoints>('GivenPoints')(
	object('Points the organisers gave', { part: code, contestant: code, points, reason: text })
);
