// Judges' lines are cut at random points of loading, saving and leaving a sheet: what was shown as saved is stored, once, and two copies are shown, never merged.
import { afterAll, beforeAll, describe, test } from 'vitest';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import type { DraftPhase } from '../../src/routes/judge/sheet-draft.svelte.ts';
import { eventually } from '../faults/fault-world.ts';
import { bundleStore, type StoreBug } from './bundle-store.ts';
import { markWhileCut } from './cut-marking.ts';
import { Ledger } from './ledger.ts';
import { MarkingDevice, refusing } from './marking-device.ts';
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

// Judges and lines mostly wait: all are played at once.
describe.concurrent('judges on lines that are cut', () => {
	test('28 cuts of seven judges, two of them on two devices', async ({ expect }) => {
		const wish = { script: await bundleStore(), seed: 1, cutsEach: 4, doubled: 2 };
		const ledger = await markWhileCut(withTurnsOf(0), wish);
		expect(ledger.violations).toEqual([]);
		expect(ledger.saves).toBeGreaterThan(10);
	});

	test('a sheet that is left while its line is cut is sent by the desk, and by itself no more', async () => {
		const own = withTurnsOf(1);
		const judge = own.judges[0]!;
		const given = { script: await bundleStore(), ledger: new Ledger(world.app), random: () => 0.95 };
		const device = await MarkingDevice.open(own, judge, judge.code, given);
		const [first = '', second = ''] = judge.turnIds;
		await device.openSheet(first);
		device.cut();
		device.type();
		await eventually(() => device.phase === 'unsent');
		await device.openSheet(second);
		device.mend(true);
		await eventually(() => !device.waits(first));
		// Whoever still waits for a time would keep and send again what is stored.
		await eventually(() => device.timers === 0);
		await device.end();
	});

	test.each<[number, StoreBug, RegExp]>([
		[2, 'forgets what was not answered', /is lost/],
		[3, 'overwrites the other device', /without having shown it/],
		[4, 'says saved too early', /shown as saved/]
	])('%d: a store that %s is caught', async (at, bug, what) => {
		const judge = withTurnsOf(at).judges[0]!;
		const [turnId = ''] = judge.turnIds;
		const script = await bundleStore(bug);
		const ledger = new Ledger(world.app);
		const open = async (name: string, seed: number): Promise<MarkingDevice> => {
			const device = await MarkingDevice.open(world, judge, name, { script, ledger, random: repeatableRandom(seed) });
			await device.openSheet(turnId);
			return device;
		};
		const devices = [await open(judge.code, 1), await open(`${judge.code}, máy thứ hai`, 2)] as const;
		try {
			await provoke[bug](...devices);
			await ledger.finish([{ turnId, judgeId: judge.id, devices: [...devices] }]);
		} finally {
			await Promise.all(devices.map((device) => device.end()));
		}
		const violations = ledger.violations.join('\n');
		if (!what.test(violations)) throw new Error(`not caught, but: ${violations}`);
	});
});

async function typeAndSee(device: MarkingDevice, phase: DraftPhase): Promise<void> {
	device.type();
	await eventually(() => device.phase === phase);
}

/** What a judge meets for each bug to come out. */
const provoke: Record<StoreBug, (one: MarkingDevice, other: MarkingDevice) => Promise<void>> = {
	async 'forgets what was not answered'(one) {
		one.cut(refusing);
		await typeAndSee(one, 'unsent');
		one.mend(false);
		await typeAndSee(one, 'clean');
	},
	async 'overwrites the other device'(one, other) {
		await typeAndSee(one, 'clean');
		await typeAndSee(other, 'clean');
	},
	async 'says saved too early'(one) {
		one.cut(refusing);
		await typeAndSee(one, 'unsent');
	}
};
