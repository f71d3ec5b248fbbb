// A question's clock as one contestant has it: with extra time the end comes later (R201); it must not know why somebody has more.
import { extraMs } from './round.ts';
import type { QuestionClock } from './stage.ts';

/** `percent` is what was granted; no more of it counts than the question still gives. */
export function ownClock(clock: QuestionClock, percent: number): QuestionClock {
	const more = extraMs(clock, Math.min(percent, clock.extraPercent));
	return {
		...clock,
		deadlineAt: clock.deadlineAt === null ? null : clock.deadlineAt + more,
		remainingMs: clock.remainingMs === null ? null : clock.remainingMs + more,
		allowedMs: clock.allowedMs + more
	};
}
