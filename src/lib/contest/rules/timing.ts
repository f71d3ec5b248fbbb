// Time on stage and what exceeding or missing it costs, as data; it must not read any clock.
import type { CriterionCode } from '../ids.ts';
import type { Points } from '../points.ts';

export interface Timing {
	/** 0 when there is no minimum. */
	leastMs: number;
	mostMs: number;
	/** The warning is given this long before the limit. */
	warnBeforeMs: number;
	/** Over or under by no more than this costs nothing. */
	graceMs: number;
	/** Over by more than this, the performance is stopped; null when it is not. */
	stopAfterMs: number | null;
	penalty: TimePenalty | null;
}

export interface TimePenalty {
	/** Null when it costs nothing. */
	over: TimeCost | null;
	under: TimeCost | null;
	/** At most this much is taken off; null when there is no cap. */
	cap: Points | null;
	/** Once off the part, or inside one criterion of every sheet; never both. */
	place: { kind: 'part' } | { kind: 'criterion'; criterion: CriterionCode };
}

export type TimeCost =
	| { kind: 'linear'; perMinute: Points; startedMinute: 'ceil' | 'floor' | 'prorata' }
	/** Of the bands whose `beyondMs` is exceeded the last one holds: such as beyond 1 min 5,00, beyond 2 min 10,00, beyond 3 min everything. */
	| { kind: 'bands'; bands: { beyondMs: number; points: Points | 'all' }[] }
	/** The part (or the criterion) brings nothing. */
	| { kind: 'zero' };
