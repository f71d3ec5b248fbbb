// The server's time on a screen, from round trips; the device's own clock decides nothing, however it is set and however fast it runs.

export interface ServerClock {
	/** Server time, ms since the epoch. */
	now(): number;
	/** One round trip: monotonic ms before and after, and the server's time in between. */
	learn(before: number, after: number, serverNow: number): void;
	/** How many samples are known. */
	readonly samples: number;
}

/** When a screen takes its samples after connecting, ms after the one before: soon enough to learn how fast its clock runs. */
export const sampleWaits = [0, 0, 0, 2_000, 3_000];
export const sampleEveryMs = 15_000;

const kept = 8;
/** No quartz is off by more; a worse reading is the network's. */
const mostDrift = 0.1;
/** How much evidence it takes to believe that the clock drifts at all: many slow trips, or two quick ones some seconds apart. */
const doubt = 400;
/** Beyond this and the length of the trip itself, a sample contradicts the earlier ones. */
const mostSurpriseMs = 500;

/**
 * A straight line through the last round trips: quick ones weigh most, because the error of each is at most half its length.
 * Its slope is how fast this device's clock runs against the server's.
 */
export function makeServerClock(monotonic: () => number = () => performance.now()): ServerClock {
	const trips: { at: number; server: number; weight: number }[] = [];
	// Until the first round trip the device's clock is all there is; nothing is decided by it.
	let middle = { at: 0, server: Date.now() - monotonic() };
	let drift = 0;

	function fit(): void {
		const whole = trips.reduce((sum, { weight }) => sum + weight, 0);
		const mean = (of: 'at' | 'server') => trips.reduce((sum, trip) => sum + trip.weight * trip[of], 0) / whole;
		middle = { at: mean('at'), server: mean('server') };
		let spread = doubt;
		let slope = 0;
		for (const { at, server, weight } of trips) {
			const away = at - middle.at;
			spread += weight * away * away;
			slope += weight * away * (server - middle.server - away);
		}
		drift = Math.max(-mostDrift, Math.min(mostDrift, slope / spread));
	}

	const reckon = (at: number) => middle.server + (at - middle.at) * (1 + drift);
	return {
		now: () => reckon(monotonic()),
		learn(before, after, serverNow) {
			const tripMs = after - before;
			const at = (before + after) / 2;
			// A device that slept, or a server whose clock was set: what was known is no longer so.
			if (Math.abs(reckon(at) - serverNow) > mostSurpriseMs + tripMs) trips.length = 0;
			trips.push({ at, server: serverNow, weight: 1 / (5 + tripMs) ** 2 });
			if (trips.length > kept) trips.shift();
			fit();
		},
		get samples() {
			return trips.length;
		}
	};
}
