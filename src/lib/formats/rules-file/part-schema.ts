// The shape of the parts of a contest, for files; it must not know whether they make sense.
import type { Part } from '../../contest/rules/parts.ts';
import { judgedKinds } from '../../contest/rules/parts.ts';
import {
	bilingual,
	byKind,
	code,
	count,
	durationMs,
	exactly,
	listOf,
	object,
	oneOf,
	percent,
	pointsAbove0,
	pointsTakenOff,
	shareTakenOff,
	yesNo
} from '../json-document/fields.ts';
import { schemaOf } from '../json-document/same-type.ts';
import { panelSchema } from './panel-schema.ts';
import { timingSchema } from './timing-schema.ts';

const frame = {
	code: code.describe('Unique over all stages'),
	title: bilingual,
	maxPoints: pointsAbove0.describe('The most the part can bring, before its weight, in hundredths'),
	weight: percent.describe('What of its points counts in the total: 100 all of them, 0 none'),
	scale: oneOf(['scaled', 'raw']).describe(
		'scaled: what was reached of what could be, times maxPoints; raw: points as given'
	)
};

const wrongAndBlank = {
	wrong: pointsTakenOff.describe('What a wrong answer brings, in hundredths'),
	blank: pointsTakenOff.describe('What no answer brings, in hundredths')
};

const scoring = byKind([
	object('The same points for every question', { kind: exactly('fixed'), points: pointsAbove0, ...wrongAndBlank }),
	object('Points that fall with the time used', {
		kind: exactly('speed'),
		points: pointsAbove0,
		leastShare: percent.describe('What is left of the points at the deadline'),
		fullWithinMs: durationMs.describe('Within this time all of them'),
		...wrongAndBlank
	}),
	object('Points by order of time among the right answers', {
		kind: exactly('rank'),
		bonuses: listOf(pointsAbove0, 1000),
		tickMs: durationMs.min(1, { error: 'duration-ms' }).describe('Times equal in whole ticks share a place'),
		...wrongAndBlank
	})
]);

const marking = object('How much of a question an answer gets right', {
	multiple: byKind([
		object('All right options or nothing', { kind: exactly('all-or-nothing') }),
		object('The share of the right options; nothing as soon as a wrong one is chosen', { kind: exactly('partial') }),
		object('Right less wrong options', { kind: exactly('right-minus-wrong'), leastShare: shareTakenOff })
	]),
	ordering: oneOf(['exact', 'adjacent-pairs']),
	matching: oneOf(['exact', 'per-pair'])
});

export const partSchema = schemaOf<Part>('Part')(
	byKind([
		object('A quiz', {
			kind: exactly('quiz'),
			...frame,
			questionCount: count,
			scoring,
			marking,
			voided: oneOf(['left-out', 'full-for-all']).describe('What an annulled question does'),
			mayChangeAnswer: yesNo.describe('Whether an answer may be changed until the deadline'),
			graceMs: durationMs.describe('How long after the deadline an answer on its way is still taken')
		}),
		object('A part marked by panels with a rubric', {
			kind: oneOf(judgedKinds),
			...frame,
			rubric: code.describe('Code of the rubric its sheets are marked with'),
			panels: listOf(panelSchema, 20),
			timing: timingSchema.nullable().describe('Null when nothing is timed')
		}),
		object('Points the organisers give', { kind: exactly('given'), ...frame })
	])
);
