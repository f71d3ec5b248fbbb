// The great waves: five thousand first logins in a minute, and phones whose lids were closed for a minute.
import { afterEach, expect, test } from 'vitest';
import { openDriver } from '../load/driver.ts';
import { eventually, expectGood, ms, openFaultWorld, seed, spreadOf, tell, type FaultWorld } from './fault-world.ts';
import { makeSlips, redeemSlips, signInStrangers } from './first-logins.ts';

const minuteMs = 60_000;
const questions = 4;
let world: FaultWorld | null = null;
afterEach(async () => {
	await world?.close();
	world = null;
});

test('F-31 5,000 first logins within a minute and 300 passwords: answers go on as before', async () => {
	world = await openFaultWorld({ phones: 300, questions });
	const { origin } = world.nodes[0] ?? { origin: '' };
	const slips = await makeSlips(world.app, world.hall.contestId, 5_000);
	const signing = signInStrangers(origin, 300);
	const joining = redeemSlips(origin, slips, minuteMs);
	const acks: number[] = [];
	for (let number = 1; number <= questions; number++) {
		await world.ask(number);
		const { ackMs, refused } = await world.crowd.answer({ seed: seed + number, spreadMs: 12_000 });
		expect(refused).toEqual({});
		acks.push(...ackMs);
		await world.settle(number);
	}
	const { tookMs, refused: turnedAway } = await joining;
	expect(turnedAway).toEqual([]);
	const signedIn = await signing;
	expect(signedIn).toHaveLength(300);
	const { acknowledged } = await expectGood(world);
	tell('F-31', {
		logins: tookMs.length,
		slip: spreadOf(tookMs),
		password: spreadOf(signedIn),
		acknowledged,
		'honest ack': spreadOf(acks)
	});
});

test('F-49 lids closed for a minute: every phone is back on the right question by itself', async () => {
	const closed = 100;
	world = await openFaultWorld({ phones: 200, questions: 2 });
	// The last hundred live in a process of their own, which can be stopped as a whole.
	for (const phone of world.crowd.phones.splice(100)) phone.close();
	const sleepers = await openDriver({
		seats: world.hall.seats.slice(100),
		seed,
		logFolder: world.logFolder,
		processes: 1
	});
	await sleepers.join();
	await world.ask(1);
	await sleepers.until({ question: 1, phases: ['running'] });
	const { ackMs } = await sleepers.answer({ seed });
	expect(ackMs).toHaveLength(closed);
	await sleepers.flush();
	sleepers.signal('SIGSTOP');
	const closedAt = performance.now();
	await world.crowd.answer({ seed });
	await world.settle(1);
	await world.ask(2);
	await new Promise((resolve) => setTimeout(resolve, minuteMs - (performance.now() - closedAt)));
	sleepers.signal('SIGCONT');
	const openedAt = performance.now();
	await sleepers.until({ question: 2 });
	const backMs = performance.now() - openedAt;
	await eventually(async () => (await sleepers.standing()).isIn === closed);
	await sleepers.close();
	const { acknowledged } = await expectGood(world);
	tell('F-49', {
		phones: closed,
		acknowledged,
		'closed for': ms(minuteMs),
		'all on the right question after': ms(backMs)
	});
});
