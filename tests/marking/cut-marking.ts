// Judges who mark while their lines are cut again and again at random, decided by a seed; what must hold is asked of the ledger.
import { setTimeout as pause } from 'node:timers/promises';
import type { Script } from 'node:vm';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { Ledger } from './ledger.ts';
import { MarkingDevice } from './marking-device.ts';
import type { MarkingJudge, MarkingWorld } from './marking-world.ts';

interface Hand {
	judge: MarkingJudge;
	devices: MarkingDevice[];
	random: () => number;
}

export interface CutWish {
	script: Script;
	seed: number;
	/** Of every judge. */
	cutsEach: number;
	/** So many judges have a second device on the same sheets. */
	doubled: number;
}

/** Several times what the store waits before it tries again. */
const patienceMs = 30_000;

export async function markWhileCut(world: MarkingWorld, wish: CutWish): Promise<Ledger> {
	const ledger = new Ledger(world.app);
	const hands: Hand[] = await Promise.all(
		world.judges.map(async (judge, at) => {
			const random = repeatableRandom(wish.seed * 1_000 + at);
			const names = at < wish.doubled ? [judge.code, `${judge.code}, máy thứ hai`] : [judge.code];
			const given = { script: wish.script, ledger, random };
			const devices = await Promise.all(names.map((name) => MarkingDevice.open(world, judge, name, given)));
			return { judge, devices, random };
		})
	);
	try {
		await Promise.all(hands.map((hand) => markAndCut(hand, wish.cutsEach)));
		await Promise.all(hands.map((hand) => settle(hand, ledger)));
		await ledger.finish(
			hands.flatMap(({ judge, devices }) => judge.turnIds.map((turnId) => ({ turnId, judgeId: judge.id, devices })))
		);
		return ledger;
	} finally {
		await Promise.all(hands.flatMap(({ devices }) => devices.map((device) => device.end())));
	}
}

async function markAndCut({ judge, devices, random }: Hand, cuts: number): Promise<void> {
	const one = <Item>(items: Item[]): Item => items[Math.floor(random() * items.length)]!;
	for (const device of devices) await device.openSheet(one(judge.turnIds));
	for (let cut = 0; cut < cuts; cut++) {
		const device = one(devices);
		for (const each of devices) each.choose();
		device.cut();
		const keys = 1 + Math.floor(random() * 4);
		for (let key = 0; key < keys; key++) {
			device.type();
			await pause(random() * 250);
			// The other device is in the same hands: sooner or later both write on one sheet.
			if (random() < 0.4) one(devices).type();
		}
		if (random() < 0.3) await device.openSheet(one(judge.turnIds));
		await pause(random() * 600);
		if (random() < 0.25) device.reopen();
		device.mend(random() < 0.6);
		if (device.turnId === null) await device.openSheet(one(judge.turnIds));
		await pause(random() * 300);
	}
}

/** The line stays good: every device sends what it has, and the judge chooses wherever two copies differ. */
async function settle({ judge, devices }: Hand, ledger: Ledger): Promise<void> {
	for (const device of devices) device.mend(true);
	const until = performance.now() + patienceMs;
	for (const device of devices)
		for (const turnId of judge.turnIds) {
			await device.openSheet(turnId);
			while (device.waits(turnId)) {
				await device.openSheet(turnId);
				if (performance.now() > until)
					return void ledger.violations.push(`${device.name}: not settled: ${[...device.storage.values()].join(' ')}`);
				device.choose();
				await pause(20);
			}
		}
}
