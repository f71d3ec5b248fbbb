// Time used on stage and what exceeding or missing it costs (R30–R33, R150–R153); it must not read any clock.
import type { Bilingual } from '../ids.ts';
import { formatPoints, type Points } from '../points.ts';
import { quotient } from '../ratio.ts';
import type { RecordedTurn } from '../record/record.ts';
import type { TimeCost, Timing } from '../rules/timing.ts';
import { roundPoints } from './rounding.ts';

const minuteMs = 60_000;

/**
 * R30: end − start, less what was removed; null before the end. R150: intervals removed count once where they overlap,
 * and only as far as they lie inside the turn; `furtherMs` is time taken out (below 0: put back) by decision.
 */
export function usedMs(turn: RecordedTurn, furtherMs = 0): number | null {
	const { startedAt, endedAt } = turn;
	if (startedAt === null || endedAt === null) return null;
	const inside = turn.removed
		.map(({ fromAt, toAt }) => ({ from: Math.max(fromAt, startedAt), to: Math.min(toAt, endedAt) }))
		.filter(({ from, to }) => to > from)
		.sort((a, b) => a.from - b.from);
	let removed = 0;
	let until = startedAt;
	for (const { from, to } of inside) {
		removed += Math.max(0, to - Math.max(from, until));
		until = Math.max(until, to);
	}
	return Math.max(0, endedAt - startedAt - removed - turn.removedMs - furtherMs);
}

export interface PenaltyTaken {
	/** Whole hundredths, already capped; `all` brings the part (or the criterion) to nothing. */
	points: Points | 'all';
	note: Bilingual;
}

/** R31: beyond the grace the whole distance from the limit counts; the grace forgives, it does not move the limit. */
export function timePenalty(timing: Timing, used: number): PenaltyTaken | null {
	const { penalty, graceMs } = timing;
	if (penalty === null) return null;
	const over = used - timing.mostMs;
	const under = timing.leastMs - used;
	if (over > graceMs) return taken(penalty.over, over, penalty.cap, true);
	return under > graceMs ? taken(penalty.under, under, penalty.cap, false) : null;
}

/** R152: over by more than this, the performance was stopped; it costs nothing by itself. */
export function wasStopped({ mostMs, stopAfterMs }: Timing, used: number): boolean {
	return stopAfterMs !== null && used - mostMs > stopAfterMs;
}

function taken(cost: TimeCost | null, off: number, cap: Points | null, isOver: boolean): PenaltyTaken | null {
	if (cost === null) return null;
	const { points, minutes } = costOf(cost, off);
	if (points === 'all') return { points, note: note('all', false, isOver, off, null) };
	const capped = cap === null ? points : Math.min(points, cap);
	return capped > 0 ? { points: capped, note: note(capped, capped < points, isOver, off, minutes) } : null;
}

/**
 * R32 linear: points for each minute, a started one counting whole, not, or by its part. R151 bands: of those exceeded the
 * last; over by 61 s with 5,00 beyond 1 min and 10,00 beyond 2 min costs 5,00, by exactly 60 s nothing. R153 zero: everything.
 */
function costOf(cost: TimeCost, off: number): { points: Points | 'all'; minutes: number | null } {
	switch (cost.kind) {
		case 'zero':
			return { points: 'all', minutes: null };
		case 'bands':
			return { points: cost.bands.filter(({ beyondMs }) => off > beyondMs).at(-1)?.points ?? 0, minutes: null };
		case 'linear': {
			if (cost.startedMinute === 'prorata') {
				const exact = quotient([cost.perMinute, off], [minuteMs]);
				return { points: roundPoints(exact, { mode: 'half-up', decimals: 2 }), minutes: null };
			}
			const minutes = cost.startedMinute === 'ceil' ? Math.ceil(off / minuteMs) : Math.floor(off / minuteMs);
			return { points: cost.perMinute * minutes, minutes };
		}
	}
}

function note(
	points: Points | 'all',
	isCapped: boolean,
	isOver: boolean,
	off: number,
	minutes: number | null
): Bilingual {
	const length = duration(off);
	const counted =
		minutes === null ? { vi: '', en: '' } : { vi: `, tính ${minutes} phút`, en: `, counted as ${minutes} min` };
	const cap = isCapped ? { vi: ' (mức trừ tối đa)', en: ' (the most that is taken off)' } : { vi: '', en: '' };
	const cost =
		points === 'all'
			? { vi: 'không được tính điểm', en: 'no points' }
			: { vi: `trừ ${formatPoints(points, 'vi')} điểm`, en: `${formatPoints(points, 'en')} points taken off` };
	return {
		vi: `${isOver ? 'Quá giờ' : 'Thiếu giờ'} ${length.vi}${counted.vi}: ${cost.vi}${cap.vi}`,
		en: `${isOver ? 'Over' : 'Under'} time by ${length.en}${counted.en}: ${cost.en}${cap.en}`
	};
}

/** Whole seconds, a started second counting: 61 200 ms is "1 phút 2 giây". */
export function duration(ms: number): Bilingual {
	const seconds = Math.ceil(ms / 1000);
	const minutes = Math.floor(seconds / 60);
	const rest = seconds % 60;
	const shown = [
		minutes > 0 ? { vi: `${minutes} phút`, en: `${minutes} min` } : null,
		rest > 0 || minutes === 0 ? { vi: `${rest} giây`, en: `${rest} s` } : null
	].filter((part) => part !== null);
	return { vi: shown.map(({ vi }) => vi).join(' '), en: shown.map(({ en }) => en).join(' ') };
}
