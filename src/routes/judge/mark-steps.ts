// Which mark a step or the choice of a band leads to, on the grid of its criterion (R23); it must not know how marks are entered.
import type { Points } from '#lib/contest/points.ts';
import type { Band, Criterion } from '#lib/contest/rubric.ts';

type Scale = Pick<Criterion, 'min' | 'max' | 'step'>;

/** An empty mark starts at the minimum, or at the first step above zero; it never becomes zero by itself. Null: nowhere to go. */
export function steppedMark({ min, max, step }: Scale, mark: Points | null | undefined, by: 1 | -1): Points | null {
	if (mark == null) return by === -1 ? null : min > 0 ? min : step;
	return Math.min(max, Math.max(min, mark + by * step));
}

/** The middle of the band on the grid: a start, to be moved by steps. */
export function middleOf({ min, step }: Scale, band: Pick<Band, 'min' | 'max'>): Points {
	return Math.min(min + Math.round(((band.min + band.max) / 2 - min) / step) * step, band.max);
}
