// The clock of a turn and what exceeding or missing the time costs (R30–R33); it must not read any clock itself.
import type { Bilingual } from './ids.ts';
import { formatPoints, roundHalfUp, type Points } from './points.ts';
import { quotient } from './ratio.ts';
import type { Marks } from './rubric.ts';
import type { TimePenalty, Timing } from './rules.ts';

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

/**
 * R31: how far the time used lies outside the limits. The grace forgives, it does not move the limit: within it the
 * result is 0, beyond it the whole distance from the limit counts.
 */
export function offByMs(
	timing: Pick<Timing, 'leastMs' | 'mostMs' | 'graceMs'>,
	used: number
): { overMs: number; underMs: number } {
	const over = used - timing.mostMs;
	const under = timing.leastMs - used;
	return {
		overMs: over > Math.max(0, timing.graceMs) ? over : 0,
		underMs: under > Math.max(0, timing.graceMs) ? under : 0
	};
}

export interface PenaltyTaken {
	/** Whole hundredths, already capped. */
	points: Points;
	overMs: number;
	underMs: number;
	/** Minutes that were counted; null when every second counts (`prorata`). */
	minutes: number | null;
	explanation: Bilingual;
}

/** R32: perMinute × counted minutes, at most the cap. Null when nothing is taken off. */
export function timePenalty(timing: Timing, used: number): PenaltyTaken | null {
	const { penalty } = timing;
	if (penalty === null) return null;
	const { overMs, underMs } = offByMs(timing, used);
	const off = overMs + underMs;
	const minutes = countedMinutes(penalty, off);
	const uncapped =
		minutes === null ? roundHalfUp(quotient([penalty.perMinute, off], [minuteMs])) : penalty.perMinute * minutes;
	const points = Math.min(uncapped, penalty.cap);
	if (points <= 0) return null;
	return {
		points,
		overMs,
		underMs,
		minutes,
		explanation: explain(points, uncapped > penalty.cap, overMs > 0, off, minutes)
	};
}

/** R33: the penalty taken off one criterion of a sheet, never below 0; the marks as they are when the penalty lies on the part. */
export function marksAfterTime(marks: Marks, timing: Timing | null, used: number): Marks {
	const place = timing?.penalty?.place;
	if (timing === null || place?.kind !== 'criterion') return marks;
	const mark = marks[place.criterion];
	const taken = timePenalty(timing, used);
	if (taken === null || mark === null || mark === undefined) return marks;
	return { ...marks, [place.criterion]: Math.max(0, mark - taken.points) };
}

const minuteMs = 60_000;

function countedMinutes(penalty: TimePenalty, off: number): number | null {
	switch (penalty.startedMinute) {
		case 'ceil':
			return Math.ceil(off / minuteMs);
		case 'floor':
			return Math.floor(off / minuteMs);
		case 'prorata':
			return null;
	}
}

function explain(points: Points, isCapped: boolean, isOver: boolean, off: number, minutes: number | null): Bilingual {
	const counted =
		minutes === null ? { vi: '', en: '' } : { vi: `, tính ${minutes} phút`, en: `, counted as ${minutes} min` };
	const cap = isCapped ? { vi: ' (mức trừ tối đa)', en: ' (the most that is taken off)' } : { vi: '', en: '' };
	return {
		vi: `${isOver ? 'Quá giờ' : 'Thiếu giờ'} ${duration(off).vi}${counted.vi}: trừ ${formatPoints(points, 'vi')} điểm${cap.vi}.`,
		en: `${isOver ? 'Over' : 'Under'} time by ${duration(off).en}${counted.en}: ${formatPoints(points, 'en')} points taken off${cap.en}.`
	};
}

/** Whole seconds, a started second counting: 61 200 ms is "1 phút 2 giây". */
function duration(ms: number): Bilingual {
	const seconds = Math.ceil(ms / 1000);
	const minutes = Math.floor(seconds / 60);
	const rest = seconds % 60;
	const parts = [
		minutes > 0 ? { vi: `${minutes} phút`, en: `${minutes} min` } : null,
		rest > 0 ? { vi: `${rest} giây`, en: `${rest} s` } : null
	];
	const shown = parts.filter((part) => part !== null);
	return { vi: shown.map(({ vi }) => vi).join(' '), en: shown.map(({ en }) => en).join(' ') };
}
