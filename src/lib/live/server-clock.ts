// The server's time on a screen, from round trips; the device's own clock decides nothing.

export interface ServerClock {
	/** Server time, ms since the epoch. */
	now(): number;
	/** One round trip: monotonic ms before and after, and the server's time in between. */
	learn(before: number, after: number, serverNow: number): void;
	/** How many samples are known. */
	readonly samples: number;
}

const kept = 8;

/** Keeps the quickest of the last round trips: its error is at most half its length. */
export function makeServerClock(monotonic: () => number = () => performance.now()): ServerClock {
	const trips: { tripMs: number; offsetMs: number }[] = [];
	// Until the first round trip the device's clock is all there is; nothing is decided by it.
	let offsetMs = Date.now() - monotonic();
	return {
		now: () => monotonic() + offsetMs,
		learn(before, after, serverNow) {
			trips.push({ tripMs: after - before, offsetMs: serverNow - (before + after) / 2 });
			if (trips.length > kept) trips.shift();
			offsetMs = trips.reduce((best, next) => (next.tripMs < best.tripMs ? next : best)).offsetMs;
		},
		get samples() {
			return trips.length;
		}
	};
}
