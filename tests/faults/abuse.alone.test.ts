// Bad packets, huge packets, a flood: the node lives, honest phones are answered as before, whoever overdoes it is cut.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { clientFrame } from '../load/frames.ts';
import { openLine } from '../load/line.ts';
import { rssMiBOf } from '../load/processes.ts';
import { quantile } from '../load/quantile.ts';
import { helloText, socketPath } from '../load/wire.ts';
import { makeBadSender } from './bad-packets.ts';
import { eventually, expectGood, ms, openFaultWorld, seed, tell, type FaultWorld } from './fault-world.ts';

const phones = 60;
const badSenders = 8;
// Whoever misbehaves has a seat of its own: the node counts the handshakes of a seat, and 20,000 bad packets use them up.
const strangers = badSenders + 2;
let world: FaultWorld;
let question = 0;

beforeAll(async () => {
	world = await openFaultWorld({ phones: phones + strangers, questions: 8 });
	// The last seats are not the crowd's any more: they belong to whoever misbehaves.
	for (const phone of world.crowd.phones.splice(phones)) phone.close();
});
afterAll(() => world?.close());

const strangerSeats = () => world.hall.seats.slice(phones);
const node = () => world.nodes[0] ?? { origin: '', process: { pid: 0, exitCode: 1 } };

/** Acknowledgements of honest phones while something goes on, p99 in ms. */
async function honestAck(during: () => Promise<unknown>): Promise<number> {
	await world.ask(++question);
	const going = during();
	const { ackMs, refused } = await world.crowd.answer({ seed: seed + question, spreadMs: 2_000 });
	await going;
	await world.settle(question);
	expect(refused).toEqual({});
	expect(ackMs).toHaveLength(phones);
	return quantile(ackMs, 0.99);
}

test('F-32 20,000 malformed packets: no node ends, honest phones are answered', async () => {
	const quiet = await honestAck(async () => {});
	const senders = strangerSeats()
		.slice(0, badSenders)
		.map(({ cookie }, index) =>
			makeBadSender({
				origin: node().origin,
				cookie,
				frames: 20_000 / badSenders,
				random: repeatableRandom(seed * 1000 + index)
			})
		);
	const under = await honestAck(() => Promise.all(senders.map((sender) => sender.run())));
	expect(node().process.exitCode).toBeNull();
	expect(senders.reduce((sum, { sent }) => sum + sent, 0)).toBe(20_000);
	const { acknowledged } = await expectGood(world);
	const cuts = senders.reduce((sum, sender) => sum + sender.cuts, 0);
	tell('F-32', {
		packets: 20_000,
		exits: 0,
		'lines cut': cuts,
		acknowledged,
		'honest ack p99': `${ms(quiet)} → ${ms(under)}`
	});
});

test('F-33 packets above 16 KB close the line with 1009, up to 64 MB, and cost no memory', async () => {
	const before = rssMiBOf(node().process.pid ?? 0);
	const statuses: (number | null)[] = [];
	for (const bytes of [16_385, 1_000_000, 64_000_000]) statuses.push(await sendHuge(bytes));
	const grown = rssMiBOf(node().process.pid ?? 0) - before;
	expect(statuses).toEqual([1009, 1009, 1009]);
	expect(node().process.exitCode).toBeNull();
	tell('F-33', { statuses: statuses.join(' '), RSS: `${grown.toFixed(0)} MiB more` });
});

/** The status with which the server closes. */
function sendHuge(bytes: number): Promise<number | null> {
	const { origin } = node();
	const seat = strangerSeats()[badSenders];
	return new Promise((done) => {
		const line = openLine(
			{ origin, path: socketPath, headers: { origin, cookie: seat?.cookie ?? '' } },
			{
				onText(text) {
					if (text.startsWith('0')) line.send(helloText());
					if (text.startsWith('42["stage"')) line.sendRaw(clientFrame(Buffer.alloc(bytes, 0x61)));
				},
				onEnd: done
			}
		);
	});
}

test('F-34 one phone sends thousands of messages a second: it is cut within two seconds, the others do not notice', async () => {
	const quiet = await honestAck(async () => {});
	const cutAfter: number[] = [];
	const under = await honestAck(async () => void cutAfter.push(await flood()));
	expect(world.crowd.standing().handshakes, 'no honest phone was cut').toBe(phones);
	await expectGood(world);
	tell('F-34', { 'cut after': cutAfter.map(ms).join(', '), 'honest ack p99': `${ms(quiet)} → ${ms(under)}` });
});

/** 5,000 messages a second until the line is ended; gives how long that took, ms. */
function flood(): Promise<number> {
	const { origin } = node();
	const seat = strangerSeats()[badSenders + 1];
	return new Promise((done) => {
		let beganAt = 0;
		let isCut = false;
		const line = openLine(
			{ origin, path: socketPath, headers: { origin, cookie: seat?.cookie ?? '' } },
			{
				onText(text) {
					if (text.startsWith('0')) line.send(helloText());
					if (!text.startsWith('42["stage"') || beganAt > 0) return;
					beganAt = performance.now();
					const sending = setInterval(() => {
						for (let count = 0; count < 50; count++) line.send('421["clock:get",{}]');
					}, 10);
					void eventually(() => isCut).then(() => clearInterval(sending));
				},
				onEnd() {
					isCut = true;
					done(performance.now() - beganAt);
				}
			}
		);
	});
}
