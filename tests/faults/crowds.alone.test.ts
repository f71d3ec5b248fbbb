// What a crowd and a tired machine do together: a starved processor, all lines lost at once, a wave of first logins.
import { spawn, type ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pin } from '../load/processes.ts';
import { quantile } from '../load/quantile.ts';
import { eventually, expectGood, ms, openFaultWorld, spreadOf, tell, type FaultWorld } from './fault-world.ts';
import { makeSlips, redeemSlips, signInStrangers } from './first-logins.ts';

const phones = 300;
const firstLogins = 500;
const passwords = 100;
let world: FaultWorld;

beforeAll(async () => {
	world = await openFaultWorld({ phones, questions: 4 });
});
afterAll(() => world?.close());

test('F-30 everybody loses the line at once and is back on the right question', async () => {
	await world.ask(1);
	const before = world.crowd.standing().backAfterMs.length;
	world.crowd.cutAll();
	await eventually(() => world.crowd.standing().backAfterMs.length - before >= phones);
	const back = world.crowd.standing().backAfterMs.slice(before);
	await world.crowd.until({ question: 1, phases: ['running'] });
	await world.crowd.answer({ seed: 1 });
	await world.settle(1);
	const { acknowledged } = await expectGood(world);
	tell('F-30', { phones, acknowledged, back: spreadOf(back), last: ms(Math.max(...back)) });
});

test(`F-31 ${firstLogins} first logins within six seconds, passwords among them: answers go on as before`, async () => {
	const { origin } = world.nodes[0] ?? { origin: '' };
	const slips = await makeSlips(world.app, world.hall.contestId, firstLogins);
	await world.ask(2);
	const signing = signInStrangers(origin, passwords);
	const joining = redeemSlips(origin, slips, 6_000);
	const { ackMs, refused } = await world.crowd.answer({ seed: 2, spreadMs: 5_000 });
	const { tookMs, refused: turnedAway } = await joining;
	const signedIn = await signing;
	await world.settle(2);
	expect(refused).toEqual({});
	expect(turnedAway).toEqual([]);
	expect(ackMs).toHaveLength(phones);
	expect(signedIn).toHaveLength(passwords);
	const { acknowledged } = await expectGood(world);
	tell('F-31', {
		logins: tookMs.length,
		slip: spreadOf(tookMs),
		passwords,
		'password p99': ms(quantile(signedIn, 0.99)),
		acknowledged,
		'honest ack': spreadOf(ackMs)
	});
});

test('F-05 the processor is starved: nothing is lost and nobody is taken for gone', async () => {
	await world.ask(3);
	const quiet = await world.crowd.answer({ seed: 3, spreadMs: 1_000 });
	await world.settle(3);
	const { handshakes } = world.crowd.standing();
	const hogs = [0, 1].map(startHog);
	// One core, and two others that want all of it.
	pin(world.nodes[0]?.process.pid ?? 0, 0);
	await world.ask(4);
	const starved = await world.crowd.answer({ seed: 4, spreadMs: 4_000 });
	await world.settle(4);
	for (const hog of hogs) hog.kill('SIGKILL');
	expect(starved.refused).toEqual({});
	const lost = world.crowd.standing().handshakes - handshakes;
	expect(lost).toBeLessThanOrEqual(phones / 20);
	const { acknowledged } = await expectGood(world);
	tell('F-05', {
		acknowledged,
		'lines lost': lost,
		'ack before': spreadOf(quiet.ackMs),
		'ack starved': spreadOf(starved.ackMs)
	});
});

/** Never rests; above everybody else where this process may say so. */
function startHog(): ChildProcess {
	const hog = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
	pin(hog.pid ?? 0, 0);
	try {
		setPriority(hog.pid ?? 0, constants.priority.PRIORITY_ABOVE_NORMAL);
	} catch {
		// Only root may: then it is one of equals.
	}
	return hog;
}
