// The shape of time limits and of what exceeding them costs, for files; it must not know whether they make sense.
import * as z from 'zod';
import type { Timing } from '../../contest/rules/timing.ts';
import { byKind, code, durationMs, exactly, listOf, object, oneOf, pointsAbove0 } from '../json-document/fields.ts';
import { schemaOf } from '../json-document/same-type.ts';

const cost = byKind([
	object('So many points a minute', {
		kind: exactly('linear'),
		perMinute: pointsAbove0,
		startedMinute: oneOf(['ceil', 'floor', 'prorata']).describe(
			'Whether a started minute counts whole, not, or by its part'
		)
	}),
	object('Points by how far the time is off', {
		kind: exactly('bands'),
		bands: listOf(
			object('A band', {
				beyondMs: durationMs.describe('The band holds when the time is off by more than this'),
				points: z.union([pointsAbove0, exactly('all')], { error: 'points-or-all' })
			}),
			100
		)
	}),
	object('The part (or the criterion) brings nothing', { kind: exactly('zero') })
]);

const penalty = object('What the time costs', {
	over: cost.nullable().describe('For being over the limit; null when it costs nothing'),
	under: cost.nullable().describe('For being under the minimum; null when it costs nothing'),
	cap: pointsAbove0.nullable().describe('At most this much is taken off; null without a cap'),
	place: byKind([
		object('Off the part', { kind: exactly('part') }),
		object('Inside one criterion of every sheet', { kind: exactly('criterion'), criterion: code })
	])
});

export const timingSchema = schemaOf<Timing>('Timing')(
	object('Time on stage', {
		leastMs: durationMs.describe('0 when there is no minimum'),
		mostMs: durationMs.describe('The limit'),
		warnBeforeMs: durationMs.describe('The warning is given this long before the limit'),
		graceMs: durationMs.describe('Over or under by no more than this costs nothing'),
		stopAfterMs: durationMs
			.nullable()
			.describe('Over by more than this, the performance is stopped; null when it is not'),
		penalty: penalty.nullable().describe('Null when time costs nothing')
	})
);
