// Whether a list of results may be signed and counts yet, as it says of itself (R350). It must not know any paper.
import type { ContestRecord } from './record/record.ts';
import { sessionStates, type SessionPlace } from './session-lock.ts';

/** `open`: marks are missing. `unlocked`: they are all there, and may still change. `locked`: it is signed now. `published`: official. */
export type ResultState = 'open' | 'unlocked' | 'locked' | 'published';

/** `locked`: the sessions whose lock stands. */
export function resultState(
	record: ContestRecord,
	{ isComplete, isPublished, locked }: { isComplete: boolean; isPublished: boolean; locked: SessionPlace[] }
): ResultState {
	if (!isComplete) return 'open';
	if (isPublished) return 'published';
	const isLocked = sessionStates(record).every((place) =>
		locked.some(({ stage, session }) => stage === place.stage && session === place.session)
	);
	return isLocked ? 'locked' : 'unlocked';
}
