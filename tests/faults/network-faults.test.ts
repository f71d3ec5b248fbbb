// Bad lines between phones and the house: partition, half-open, resets, slices, frames that come twice, late or out of order.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { eventually, expectGood, ms, openFaultWorld, seed, spreadOf, tell, type FaultWorld } from './fault-world.ts';
import { openProxy, type Proxy } from './proxy.ts';

const phones = 40;
const random = repeatableRandom(seed);
let world: FaultWorld;
let proxy: Proxy;

beforeEach(async () => {
	world = await openFaultWorld({
		phones,
		questions: 3,
		async origins([node]) {
			proxy = await openProxy(Number(new URL(node?.origin ?? '').port), random);
			return [`http://localhost:${proxy.port}`];
		}
	});
});
afterEach(async () => {
	await world.close();
	await proxy.close();
});

test('F-17 all phones are cut off for eight seconds while they answer, and nobody is told', async () => {
	await world.ask(1);
	proxy.rules.isHeld = true;
	const cutAt = performance.now();
	const answering = world.crowd.answer({ seed, spreadMs: 500 });
	await new Promise((resolve) => setTimeout(resolve, 8_000));
	proxy.release();
	await answering;
	const decidedMs = performance.now() - cutAt;
	await world.settle(1);
	const { acknowledged, refused } = await expectGood(world);
	expect(acknowledged + refused).toBe(phones);
	tell('F-17', { acknowledged, refused, lost: 0, doubled: 0, 'all decided after': ms(decidedMs) });
});

test('F-18 a fifth of the phones is cut off across the close: what they tapped offline is not counted, the rest is undisturbed', async () => {
	await world.ask(1);
	const away = world.crowd.phones.filter((_phone, index) => index % 5 === 0);
	// Their lines are gone and no new one is taken; the lines of all others stay.
	proxy.rules.refuses = true;
	for (const phone of away) phone.cut();
	const answering = world.crowd.answer({ seed });
	const here = phones - away.length;
	await eventually(() => world.crowd.acknowledged() === here);
	await world.hall.act('close');
	await eventually(async () => (await world.hall.phase()).phase === 'closed');
	proxy.rules.refuses = false;
	const { refused } = await answering;
	await world.settle(1);
	expect(refused).toEqual({ 'answer/too-late': away.length });
	const { acknowledged, stored } = await expectGood(world);
	expect(stored).toBe(here);
	tell('F-18', { acknowledged, 'refused as late': away.length, lost: 0 });
});

test('F-19 a line goes dead without a word: the phone gives it up within nine seconds and comes back', async () => {
	await world.ask(1);
	proxy.rules.isHeld = true;
	await eventually(() => world.crowd.standing().noticedAfterMs.length >= phones);
	const { noticedAfterMs } = world.crowd.standing();
	proxy.release();
	await eventually(() => world.crowd.standing().isIn === phones);
	await world.crowd.answer({ seed });
	await world.settle(1);
	const { acknowledged } = await expectGood(world);
	tell('F-19', {
		acknowledged,
		'silence until given up': spreadOf(noticedAfterMs),
		most: ms(Math.max(...noticedAfterMs))
	});
});

test('F-20 bad Wi-Fi: slow and uneven, pieces of three bytes, lines reset at random', async () => {
	Object.assign(proxy.rules, { delayMs: 150, jitterMs: 100, sliceBytes: 3 });
	await world.ask(1);
	let resets = 0;
	const resetting = setInterval(() => {
		proxy.reset();
		resets++;
	}, 1_500);
	const { ackMs } = await world.crowd.answer({ seed, spreadMs: 4_000 });
	clearInterval(resetting);
	Object.assign(proxy.rules, { delayMs: 0, jitterMs: 0, sliceBytes: null });
	await world.settle(1);
	const { acknowledged } = await expectGood(world);
	expect(acknowledged).toBe(phones);
	tell('F-20', { acknowledged, resets, ack: spreadOf(ackMs) });
});

test('F-23 each answer comes two to fifty times and in any order: one row, the same receipt each time', async () => {
	let copies = 0;
	const receipts = new Map<string, Set<string>>();
	proxy.rules.up = ({ raw, payload }, pass) => {
		const times = payload.includes('answer:submit') ? 2 + Math.floor(random() * 49) : 1;
		copies += times > 1 ? times : 0;
		for (let time = 0; time < times; time++) pass(raw, time === 0 ? 0 : Math.ceil(random() * 200));
	};
	proxy.rules.down = ({ raw, payload }, pass) => {
		const sequence = /"sequence":(\d+)/.exec(payload.toString())?.[1];
		const ordinal = /"ordinal":(\d+)/.exec(payload.toString())?.[1];
		if (payload.toString().startsWith('43') && sequence) {
			const known = receipts.get(sequence) ?? new Set();
			receipts.set(sequence, known.add(ordinal ?? ''));
		}
		pass(raw);
	};
	for (const number of [1, 2]) {
		await world.ask(number);
		await world.crowd.answer({ seed: seed + number });
		await world.settle(number);
	}
	const { acknowledged, stored } = await expectGood(world);
	expect(stored).toBe(2 * phones);
	expect(receipts.size).toBe(2 * phones);
	expect([...receipts.values()].every((ordinals) => ordinals.size === 1)).toBe(true);
	tell('F-23', { acknowledged, 'copies sent': copies, rows: stored });
});
