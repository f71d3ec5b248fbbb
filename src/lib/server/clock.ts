// The house's one clock: the database's time carried on this process's monotonic clock, so that a stepped wall clock changes nothing.

export interface Clock {
	/** Milliseconds since the epoch by the database's clock. */
	now(): number;
}

/** How a sample is taken: returns the database's clock in ms since the epoch. */
export type ReadDatabaseTime = () => Promise<number>;

export interface DatabaseClock extends Clock {
	/** Takes one sample; keeps the offset of the quickest of the last samples. */
	sample(): Promise<void>;
	stop(): void;
}

const keptSamples = 8;

/** Samples at once and then every `everyMs`; a failed sample keeps the last offset. */
export async function startDatabaseClock(read: ReadDatabaseTime, everyMs = 5_000): Promise<DatabaseClock> {
	const samples: { tripMs: number; offsetMs: number }[] = [];
	let offsetMs = 0;
	const clock: DatabaseClock = {
		now: () => Math.round(performance.now() + offsetMs),
		async sample() {
			const before = performance.now();
			const databaseTime = await read();
			const after = performance.now();
			samples.push({ tripMs: after - before, offsetMs: databaseTime - (before + after) / 2 });
			if (samples.length > keptSamples) samples.shift();
			offsetMs = samples.reduce((best, next) => (next.tripMs < best.tripMs ? next : best)).offsetMs;
		},
		stop: () => clearInterval(timer)
	};
	await clock.sample();
	await clock.sample();
	const timer = setInterval(() => void clock.sample().catch(() => {}), everyMs);
	timer.unref();
	return clock;
}
