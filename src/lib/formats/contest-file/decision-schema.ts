// The shape of decisions in a contest file; it must not know whether they fit what they are about.
import type { Decision } from '../../contest/record/decision.ts';
import { missingJudgePolicies } from '../../contest/rules/panels.ts';
import { decidedTieBreaks } from '../../contest/rules/ties.ts';
import {
	byKind,
	code,
	correctionMs,
	countAbove0,
	durationMs,
	exactly,
	instantIso,
	listOf,
	object,
	oneOf,
	points,
	pointsFrom0,
	text,
	yesNo
} from '../json-document/fields.ts';
import { schemaOf } from '../json-document/same-type.ts';
import { recipient } from './recipient-schema.ts';
import { choiceSchema, keySchema } from './question-schema.ts';

const frame = {
	sequence: countAbove0.describe('Counts from 1 in the order decided'),
	reason: text,
	by: text,
	confirmedBy: text.nullable().describe('The second person; null where none is needed'),
	at: instantIso,
	takesBack: countAbove0.nullable().describe('Sequence of the decision it takes back; its other fields repeat that one')
};

const outcome = byKind([
	object('The sheets stand as they are now', { kind: exactly('stands') }),
	object("The head judge's value, on the scale of the rubric", { kind: exactly('head'), value: pointsFrom0 }),
	object('The judge who marked besides', { kind: exactly('extra'), judge: code })
]);

export const decisionSchema = schemaOf<Decision>('Decision')(
	byKind([
		object('A key was corrected', { ...frame, kind: exactly('key'), question: code, key: keySchema }),
		object('A question was annulled', { ...frame, kind: exactly('void'), question: code }),
		object('An answer that was put aside counts, or does not', {
			...frame,
			kind: exactly('answer'),
			question: code,
			contestant: code,
			choice: choiceSchema,
			usedMs: durationMs.describe('As of an answer that was stored'),
			counts: yesNo
		}),
		object('A judge does not mark a contestant', {
			...frame,
			kind: exactly('recusal'),
			judge: code,
			contestant: code,
			part: code.nullable().describe('Null for all parts'),
			how: oneOf(['recused', 'abstained'])
		}),
		object('Another judge marks instead', {
			...frame,
			kind: exactly('substitute'),
			judge: code,
			substitute: code,
			session: code.nullable().describe('Null for all sessions'),
			onward: yesNo
				.optional()
				.describe('From that session on, through all that come after it; left out: in that one only')
		}),
		object('What holds for missing judges of a panel', {
			...frame,
			kind: exactly('missing-judge'),
			panel: code,
			session: code.nullable().describe('Null for all sessions'),
			policy: oneOf(missingJudgePolicies)
		}),
		object('How a difference between judges was settled', {
			...frame,
			kind: exactly('divergence'),
			part: code,
			panel: code,
			contestant: code,
			outcome
		}),
		object('Points added, or taken off when below 0', {
			...frame,
			kind: exactly('points'),
			stage: code,
			part: code.nullable().describe('Null for the total of the stage'),
			contestant: code,
			points,
			lateEntry: code
				.optional()
				.describe('`entry` of what was handed in late and is settled by it; 0 points take nothing off')
		}),
		object('Time taken out of a turn, or put back when below 0', {
			...frame,
			kind: exactly('time'),
			stage: code,
			contestant: code,
			removedMs: correctionMs
		}),
		object('How the tied were parted', {
			...frame,
			kind: exactly('tie'),
			stage: code,
			key: oneOf(decidedTieBreaks),
			order: listOf(listOf(code, 10_000), 10_000).describe('Groups of contestants, from the first on'),
			seed: text.nullable().describe('For lots')
		}),
		object('A contestant goes on, or does not', {
			...frame,
			kind: exactly('advance'),
			stage: code,
			contestant: code,
			goesOn: yesNo
		}),
		object('An award was given or taken', {
			...frame,
			kind: exactly('award'),
			award: code,
			to: recipient,
			given: yesNo
		}),
		object('A problem of the preflight was accepted', {
			...frame,
			kind: exactly('override'),
			problem: text,
			path: text
		})
	])
);
