// The shape of a panel and of what its sheets become, for files; it must not know whether it makes sense.
import type { Panel } from '../../contest/rules/panels.ts';
import { countedRoles, divergenceActions, missingJudgePolicies } from '../../contest/rules/panels.ts';
import * as z from 'zod';
import {
	bilingual,
	byKind,
	code,
	count,
	countAbove0,
	exactly,
	listOf,
	object,
	oneOf,
	percent,
	pointsAbove0
} from '../json-document/fields.ts';
import { schemaOf } from '../json-document/same-type.ts';

const aggregation = byKind([
	object('The arithmetic mean', { kind: exactly('mean') }),
	object('The mean by the weights of roles', {
		kind: exactly('weighted-mean'),
		weights: listOf(
			object('Weight of a role', { role: oneOf(countedRoles), weight: countAbove0 }),
			countedRoles.length
		).describe('A role that is not named weighs 1')
	}),
	object('The middle sheet', { kind: exactly('median') }),
	object('All sheets added', { kind: exactly('sum') }),
	object('The mean without the highest and the lowest', {
		kind: exactly('trimmed'),
		high: count.describe('How many of the highest are left out'),
		low: count.describe('How many of the lowest are left out'),
		leastPanel: countAbove0.describe('Nothing is left out of a panel with fewer sheets')
	}),
	object('All sheets must be equal', { kind: exactly('consensus') })
]);

const confidence = z.literal([90, 95, 99], { error: 'one-of:90, 95, 99' });

const level = object('A level of difference and what is done about it', {
	threshold: byKind([
		object('Points on the scale of the rubric', { kind: exactly('points'), points: pointsAbove0 }),
		object('Percent of the scale of the rubric', { kind: exactly('share'), percent }),
		object("Confidence of Dixon's Q test", { kind: exactly('confidence'), percent: confidence })
	]),
	reached: oneOf(['above', 'from']).describe('Whether a difference of exactly the threshold reaches the level'),
	action: oneOf(divergenceActions)
});

export const panelSchema = schemaOf<Panel>('Panel')(
	object('A panel of judges', {
		code: code.describe('Judges are seated in a panel by this code'),
		title: bilingual,
		weight: percent.describe('Its share of the part; the panels of a part add up to 100'),
		aggregation,
		leastSheets: countAbove0.describe('With fewer sheets that count, the panel has no value'),
		missing: oneOf(missingJudgePolicies).describe('What happens when an expected sheet does not come'),
		divergence: object('When judges are too far apart', {
			metric: oneOf(['distance-to-mean', 'distance-to-median', 'dixon-q', 'spread']),
			levels: listOf(level, 20).describe('From the mildest to the gravest; of the levels reached the last one holds')
		})
			.nullable()
			.describe('Null when differences are not looked at')
	})
);
