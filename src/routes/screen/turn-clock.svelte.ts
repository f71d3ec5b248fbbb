// The stopwatch of a turn on a screen: asks the rules again several times a second while it runs, by the server's clock.
import { untrack } from 'svelte';
import type { TurnView } from '#lib/contest/stage.ts';
import { clockState, usedMs, type ClockState } from '#lib/contest/timing.ts';

export interface TurnClockView {
	readonly usedMs: number;
	readonly state: ClockState;
}

const beatMs = 200;

/** Call inside a component. */
export function watchTurnClock(turn: () => TurnView, now: () => number): TurnClockView {
	let at = $state(untrack(now));
	const timing = $derived.by(() => {
		const { mostMs, warnBeforeMs } = turn();
		return mostMs === null ? null : { mostMs, warnBeforeMs };
	});
	$effect(() => {
		const { startedAt, endedAt } = turn();
		if (startedAt === null || endedAt !== null) return;
		at = untrack(now);
		const beat = setInterval(() => (at = now()), beatMs);
		return () => clearInterval(beat);
	});
	return {
		get usedMs() {
			return usedMs(turn(), at);
		},
		get state() {
			return clockState(timing, turn(), at);
		}
	};
}
