// How fast a rehearsal goes: as fast as the machine can, or so that a person can watch.

export type Moment = 'lobby' | 'read' | 'think' | 'reveal' | 'call' | 'speak' | 'ceremony';

export interface Pace {
	/** `share` from 0 to 1 spreads people over the moment's time. */
	wait(moment: Moment, share?: number): Promise<void>;
}

const watchableMs: Record<Moment, number> = {
	lobby: 10_000,
	read: 3_000,
	think: 6_000,
	reveal: 4_000,
	call: 1_500,
	speak: 4_000,
	ceremony: 2_000
};

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export const fastPace: Pace = { wait: async () => {} };
export const watchablePace: Pace = { wait: (moment, share = 1) => pause(watchableMs[moment] * share) };
