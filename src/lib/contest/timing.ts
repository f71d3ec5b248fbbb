// The clock of a turn while it is on stage (R30); what time costs is for the result to say, and no clock is read here.
import type { Timing } from './rules/timing.ts';

/** What was recorded of one turn: instants in ms since the epoch, null until they happen. */
export interface TurnClock {
	calledAt: number | null;
	onStageAt: number | null;
	startedAt: number | null;
	endedAt: number | null;
	/** Taken out of the time used, for example a power cut (R30). */
	removedMs: number;
}

export type ClockState = 'idle' | 'running' | 'warning' | 'over' | 'ended';

/** R30: from start to end (or to `now` while it runs) without what was removed; 0 before the start. */
export function usedMs(clock: Pick<TurnClock, 'startedAt' | 'endedAt' | 'removedMs'>, now: number): number {
	if (clock.startedAt === null) return 0;
	return Math.max(0, (clock.endedAt ?? now) - clock.startedAt - clock.removedMs);
}

/** What the hall is shown. `warning` begins `warnBeforeMs` before the limit, `over` at the limit; without limits neither comes. */
export function clockState(
	timing: Pick<Timing, 'mostMs' | 'warnBeforeMs'> | null,
	clock: Pick<TurnClock, 'startedAt' | 'endedAt' | 'removedMs'>,
	now: number
): ClockState {
	if (clock.startedAt === null) return 'idle';
	if (clock.endedAt !== null) return 'ended';
	if (timing === null) return 'running';
	const used = usedMs(clock, now);
	if (used >= timing.mostMs) return 'over';
	return used >= timing.mostMs - timing.warnBeforeMs ? 'warning' : 'running';
}
