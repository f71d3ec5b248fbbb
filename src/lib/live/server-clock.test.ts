// F-21: whatever the phone's wall clock says and however fast it runs, the countdown is off by no more than 150 ms.
import { expect, test } from 'vitest';
import { makeServerClock, sampleEveryMs, sampleWaits } from './server-clock.ts';

/** A phone whose clocks run `drift` too fast; returns the largest error seen in ten minutes, in ms, once the first burst is in. */
function largestError(drift: number, tripMs: () => [there: number, back: number], wallSteps: () => void): number {
	const start = 1_800_000_000_000;
	let trueMs = 0;
	const clock = makeServerClock(() => trueMs * (1 + drift));
	const waits = [...sampleWaits];
	let nextAt = 0;
	let worst = 0;
	while (trueMs < 600_000) {
		if (trueMs >= nextAt) {
			const [there, back] = tripMs();
			const before = trueMs * (1 + drift);
			const server = start + trueMs + there;
			trueMs += there + back;
			clock.learn(before, trueMs * (1 + drift), server);
			nextAt = trueMs + (waits.shift() ?? sampleEveryMs);
			wallSteps();
		}
		if (clock.samples >= 4) worst = Math.max(worst, Math.abs(clock.now() - start - trueMs));
		trueMs += 50;
	}
	return worst;
}

/** Numbers from 0 up to 1, the same each time. */
function repeatable(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

test.each([-0.05, -0.01, 0, 0.01, 0.05])('drift of %f', (drift) => {
	const random = repeatable(21);
	const venue = (): [number, number] => [5 + random() * 40, 5 + random() * 40];
	expect(largestError(drift, venue, () => {})).toBeLessThanOrEqual(150);
});

test('a wall clock that steps ten minutes changes nothing', () => {
	const wall = Date.now;
	let step = 0;
	const random = repeatable(7);
	const venue = (): [number, number] => [5 + random() * 40, 5 + random() * 40];
	const stepped = largestError(0, venue, () => {
		const off = step++ % 2 === 0 ? -600_000 : 600_000;
		Date.now = () => wall() + off;
	});
	Date.now = wall;
	const again = repeatable(7);
	expect(stepped).toBe(
		largestError(
			0,
			() => [5 + again() * 40, 5 + again() * 40],
			() => {}
		)
	);
});

test('on a bad line the error stays below half the quickest trips', () => {
	const random = repeatable(3);
	const bad = (): [number, number] => [100 + random() * 200, 100 + random() * 200];
	expect(largestError(0, bad, () => {})).toBeLessThanOrEqual(150);
});

test('a phone that slept is right again with the next sample', () => {
	let at = 0;
	const clock = makeServerClock(() => at);
	for (let sample = 0; sample < 8; sample++) {
		clock.learn(at, at + 20, 1_000_000 + at + 10);
		at += 1_000;
	}
	// The monotonic clock of some devices stands still while they sleep.
	const slept = 60_000;
	clock.learn(at, at + 20, 1_000_000 + slept + at + 10);
	expect(clock.now()).toBeCloseTo(1_000_000 + slept + at, 3);
});
