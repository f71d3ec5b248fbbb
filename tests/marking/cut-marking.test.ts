// Judges' lines are cut at random points of loading, saving and leaving a sheet: what was shown as saved is stored, once, and two copies are shown, never merged.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundleStore, type StoreBug } from './bundle-store.ts';
import { markWhileCut } from './cut-marking.ts';
import { markingWorld, type MarkingWorld } from './marking-world.ts';

let world: MarkingWorld;
beforeEach(async () => {
	world = await markingWorld(2);
});
afterEach(() => world.close());

test('28 cuts of seven judges, two of them on two devices', async () => {
	const ledger = await markWhileCut(world, { script: await bundleStore(), seed: 1, cutsEach: 4, doubled: 2 });
	expect(ledger.violations).toEqual([]);
	expect(ledger.saves).toBeGreaterThan(10);
});

test.each<[StoreBug, RegExp]>([
	['forgets what was not answered', /is lost|typed last was/],
	['overwrites the other device', /without having shown it/],
	['says saved too early', /shown as saved/]
])('a store that %s is caught', async (bug, what) => {
	const ledger = await markWhileCut(world, {
		script: await bundleStore(bug),
		seed: 2,
		cutsEach: 3,
		doubled: 7,
		settlesWithinMs: 2_000
	});
	expect(ledger.violations.join('\n')).toMatch(what);
});
