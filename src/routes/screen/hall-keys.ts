// What a clicker's keys ask of the hall: Page Down and Page Up step through a ceremony, B blanks and brings back. It must not know pages or forms.
import type { Stage } from '#lib/contest/stage.ts';

export interface HallNow {
	show: 'live' | 'blank' | 'standings' | 'ceremony';
	/** Of the ceremony, taken so far. */
	step: number;
	/** Of the ceremony, in all. */
	steps: number;
}

export type HallWish = { show: 'live' | 'blank' | 'standings' } | { show: 'ceremony'; step: number };

/** What brings the hall back to where it is. */
export function asWish({ show, step }: HallNow): HallWish {
	return show === 'ceremony' ? { show, step } : { show };
}

/** The hall as a screen sees it: every scene of the contest is `live`. */
export function hallOf({ scene, isBlank }: Pick<Stage, 'scene' | 'isBlank'>): HallNow {
	if (isBlank) return { show: 'blank', step: 0, steps: 0 };
	if (scene.kind === 'ceremony') return { show: 'ceremony', step: scene.step, steps: scene.steps };
	return { show: scene.kind === 'standings' ? 'standings' : 'live', step: 0, steps: 0 };
}

/** Null when the key asks for nothing here. `before` is what B brings back. */
export function wishOf(key: string, now: HallNow, before: HallWish): HallWish | null {
	if (key === 'b' || key === 'B') return now.show === 'blank' ? before : { show: 'blank' };
	if (now.show !== 'ceremony') return null;
	const by = key === 'PageDown' || key === 'ArrowRight' ? 1 : key === 'PageUp' || key === 'ArrowLeft' ? -1 : 0;
	const step = now.step + by;
	return by === 0 || step < 0 || step > now.steps ? null : { show: 'ceremony', step };
}
