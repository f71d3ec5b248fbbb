// Judges' lines are cut at random points of loading, saving and leaving a sheet: what was shown as saved is stored, once, and two copies are shown, never merged.
import { describe, test } from 'vitest';
import { bundleStore, type StoreBug } from './bundle-store.ts';
import { markWhileCut, type CutWish } from './cut-marking.ts';
import type { Ledger } from './ledger.ts';
import { markingWorld } from './marking-world.ts';

async function play(bug: StoreBug | undefined, wish: Omit<CutWish, 'script'>): Promise<Ledger> {
	const world = await markingWorld(2);
	try {
		return await markWhileCut(world, { script: await bundleStore(bug), ...wish });
	} finally {
		await world.close();
	}
}

// Judges and lines mostly wait: all four days are played at once.
describe.concurrent('judges on lines that are cut', () => {
	test('28 cuts of seven judges, two of them on two devices', async ({ expect }) => {
		const ledger = await play(undefined, { seed: 1, cutsEach: 4, doubled: 2 });
		expect(ledger.violations).toEqual([]);
		expect(ledger.saves).toBeGreaterThan(10);
	});

	test.each<[StoreBug, RegExp]>([
		['forgets what was not answered', /is lost|typed last was/],
		['overwrites the other device', /without having shown it/],
		['says saved too early', /shown as saved/]
	])('a store that %s is caught', async (bug, what) => {
		const ledger = await play(bug, { seed: 2, cutsEach: 3, doubled: 7, settlesWithinMs: 2_000 });
		const violations = ledger.violations.join('\n');
		if (!what.test(violations)) throw new Error(`not caught, but: ${violations}`);
	});
});
