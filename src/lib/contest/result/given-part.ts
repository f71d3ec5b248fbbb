// Points the organisers give (attendance, a bonus): the part's points as they were given (R112); it must not know why.
import { ratio } from '../points.ts';
import { quotient } from '../ratio.ts';
import type { GivenPart } from '../rules/parts.ts';
import { adjustments, partPoints } from './part-points.ts';
import type { PartOutcome, StageIndex } from './record-index.ts';
import type { PartScore } from './result.ts';

/** R112: raw as given; scaled takes the most anybody was given as the whole. Null and missing for who was given nothing. */
export function givenOutcome(stage: StageIndex, part: GivenPart): PartOutcome {
	const { index, entrants } = stage;
	const given = index.given.get(part.code);
	const adjustmentOf = adjustments(stage, part.code);
	const most = entrants.reduce((points, { number }) => Math.max(points, given?.get(number)?.points ?? 0), 0);
	const scores = new Map(
		entrants.map(({ number }): [string, PartScore | null] => {
			const own = given?.get(number);
			if (!own) return [number, null];
			const adjustment = adjustmentOf(number);
			const reached =
				part.scale === 'raw' || most === 0 ? ratio(own.points) : quotient([own.points, part.maxPoints], [most]);
			return [
				number,
				{
					part: part.code,
					...partPoints(part, index.rules.rounding, reached, adjustment.points),
					penalty: 0,
					notes: adjustment.notes,
					detail: { kind: 'given', points: own.points }
				}
			];
		})
	);
	const without = entrants.filter(({ number, status }) => status === 'competing' && !given?.has(number));
	return {
		scores,
		missing:
			without.length > 0 ? [{ kind: 'given', part: part.code, contestants: without.map(({ number }) => number) }] : []
	};
}
