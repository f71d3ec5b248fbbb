// Whether a contestant takes part in a stage; it must not know how they got there.
import { refuse, type Refusal } from '../refusal.ts';
import type { ContestResult } from '../result/result.ts';

/** Takes part in the stage, whatever the status. */
export function refuseUnlessEntered({ stages }: ContestResult, stage: string, contestant: string): Refusal | null {
	const isThere = stages
		.find((each) => each.stage === stage)
		?.rankings.some(({ places }) => places.some((place) => place.contestant === contestant));
	return isThere ? null : refuse('decision/not-there', { what: contestant }, 'contestant');
}
