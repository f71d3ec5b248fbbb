// Judges' lines are cut at random points of loading, saving and leaving a sheet: what was shown as saved is stored, once, and two copies are shown, never merged.
import { afterAll, beforeAll, describe, test } from 'vitest';
import { bundleStore, type StoreBug } from './bundle-store.ts';
import { markWhileCut, type CutWish } from './cut-marking.ts';
import { Ledger } from './ledger.ts';
import { MarkingDevice } from './marking-device.ts';
import { markingWorld, type MarkingWorld } from './marking-world.ts';

const turnsEach = 2;
let world: MarkingWorld;
beforeAll(async () => {
	world = await markingWorld(5 * turnsEach);
});
afterAll(() => world.close());

/** The same server and judges, on turns that only this test marks. */
const withTurnsOf = (at: number): MarkingWorld => ({
	...world,
	judges: world.judges.map((judge) => ({
		...judge,
		turnIds: judge.turnIds.slice(at * turnsEach, (at + 1) * turnsEach)
	}))
});

const play = async (at: number, bug: StoreBug | undefined, wish: Omit<CutWish, 'script'>): Promise<Ledger> =>
	markWhileCut(withTurnsOf(at), { script: await bundleStore(bug), ...wish });

// Judges and lines mostly wait: all are played at once.
describe.concurrent('judges on lines that are cut', () => {
	test('28 cuts of seven judges, two of them on two devices', async ({ expect }) => {
		const ledger = await play(0, undefined, { seed: 1, cutsEach: 4, doubled: 2 });
		expect(ledger.violations).toEqual([]);
		expect(ledger.saves).toBeGreaterThan(10);
	});

	test('a sheet that is left while its line is cut is sent by the desk, and by itself no more', async ({ expect }) => {
		const own = withTurnsOf(1);
		const judge = own.judges[0]!;
		const given = { script: await bundleStore(), ledger: new Ledger(world.app), random: () => 0.95 };
		const device = await MarkingDevice.open(own, judge, judge.code, given);
		const [first = '', second = ''] = judge.turnIds;
		await device.openSheet(first);
		device.cut();
		device.type();
		await expect.poll(() => device.phase).toBe('unsent');
		await device.openSheet(second);
		device.mend(true);
		await expect.poll(() => device.waits(first)).toBe(false);
		// Whoever still waits for a time would keep and send again what is stored.
		await expect.poll(() => device.timers).toBe(0);
		await device.end();
	});

	test.each<[number, StoreBug, RegExp]>([
		[2, 'forgets what was not answered', /is lost|typed last was/],
		[3, 'overwrites the other device', /without having shown it/],
		[4, 'says saved too early', /shown as saved/]
	])('%d: a store that %s is caught', async (at, bug, what) => {
		const ledger = await play(at, bug, { seed: 2, cutsEach: 3, doubled: 7, settlesWithinMs: 2_000 });
		const violations = ledger.violations.join('\n');
		if (!what.test(violations)) throw new Error(`not caught, but: ${violations}`);
	});
});
