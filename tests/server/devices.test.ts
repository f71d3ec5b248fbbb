// R200, F-23, F-43, T-07: one device's counter orders its taps, the newest device answers, and what is stored keeps its receipt.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import type { ContestantSeat } from '../../src/lib/server/seat.ts';
import { seatOf } from '../../src/lib/server/sessions.ts';
import { enterAnswer } from '../../src/lib/server/usecases/enter-answer.ts';
import { issueSlips } from '../../src/lib/server/usecases/issue-slips.ts';
import { takeDevice } from '../../src/lib/server/usecases/take-device.ts';
import { useSlip } from '../../src/lib/server/usecases/use-slip.ts';
import { readSnapshot } from '../../src/lib/server/views/snapshot.ts';
import { quizWorld, type QuizWorld } from './quiz-world.ts';
import { ok, withRoles } from './setup-world.ts';

let quiz: QuizWorld;
const tickets = new Map<string, string>();

beforeAll(async () => {
	quiz = await quizWorld();
	const slips = ok(await issueSlips(quiz.app, quiz.organiser, { contestId: quiz.contestId, who: 'all' })).result;
	for (const { contestant, ticket } of slips) if (contestant) tickets.set(contestant.id, ticket);
	await quiz.toQuestion();
});
afterAll(() => quiz.close());

const code = (result: unknown) => (isRefusal(result) ? result.refused : 'stored');

interface Device {
	secret: string;
	seat: ContestantSeat;
	tap(letter: string, counter: number, operation?: string): ReturnType<QuizWorld['answer']>;
}

/** Another phone of the contestant at this place of the list scans the slip. */
async function deviceOf(place: number): Promise<Device> {
	const ticket = tickets.get(quiz.phones[place]?.contestantId ?? '');
	return deviceWith(ok(await useSlip(quiz.app, { ticket, address: 'test' })).secret);
}

async function deviceWith(secret: string): Promise<Device> {
	const seat = await seatOf(quiz.app, secret);
	if (seat.kind !== 'contestant') throw new Error('no contestant');
	const { epoch } = seat;
	return {
		secret,
		seat,
		tap: (letter, counter, operation = crypto.randomUUID()) =>
			quiz.answer(seat, letter, { operation, device: { epoch, counter } })
	};
}

const effective = async ({ seat }: Device) =>
	ok(await readSnapshot(quiz.app, seat, 'contestant', quiz.contestId)).mine?.answer?.choice;

test('R200 whatever order packets arrive in, the last tap of the device holds', async () => {
	const phone = await deviceOf(0);
	expect(code(await phone.tap('A', 1))).toBe('stored');
	expect(code(await phone.tap('C', 3))).toBe('stored');
	expect(code(await phone.tap('B', 2))).toBe('answer/newer-stored');
	const together = await Promise.all([phone.tap('B', 9), phone.tap('A', 7), phone.tap('D', 8)]);
	expect(together.map(code)).toEqual(['stored', 'answer/newer-stored', 'answer/newer-stored']);
	expect(await effective(phone)).toEqual({ kind: 'options', options: ['B'] });
});

test('R200 a second phone takes over; the first is refused, except for what it had stored', async () => {
	const first = await deviceOf(1);
	const operation = crypto.randomUUID();
	const receipt = ok(await first.tap('A', 5, operation));
	const second = await deviceOf(1);
	expect([first.seat.epoch, second.seat.epoch]).toEqual([1, 2]);
	expect(code(await first.tap('B', 6))).toBe('answer/other-device');
	expect(await first.tap('A', 5, operation)).toEqual(receipt);
	expect(ok(await second.tap('C', 1))).toMatchObject({ ordinal: 2, counter: 1 });
	const snapshot = ok(await readSnapshot(quiz.app, first.seat, 'contestant', quiz.contestId));
	expect([snapshot.epoch, snapshot.mine?.epoch]).toEqual([1, 2]);

	// The first phone takes its place back; a tap of the time between does not come along.
	expect(ok(await takeDevice(quiz.app, first.seat, first.secret)).result).toEqual({ epoch: 3 });
	const back = await deviceWith(first.secret);
	expect(code(await second.tap('D', 2))).toBe('answer/other-device');
	expect(code(await first.tap('B', 6))).toBe('answer/other-device');
	expect(ok(await back.tap('D', 1)).ordinal).toBe(3);
	const [logged] = await quiz.app.database.sql`select payload from contest_event where kind = 'device-taken'`;
	expect(logged?.payload).toMatchObject({ epoch: 3 });
});

test('T-07 two phones racing leave one effective answer, that of the newer phone', async () => {
	for (let race = 0; race < 12; race++) {
		const older = await deviceOf(2 + (race % 4));
		const [newer] = await Promise.all([
			deviceOf(2 + (race % 4)),
			older.tap('A', race + 1),
			older.tap('B', race + 2),
			older.tap('C', race + 3)
		]);
		const results = await Promise.all([older.tap('A', race + 4), newer.tap('D', 1), older.tap('B', race + 5)]);
		expect(results.map(code)).toEqual(['answer/other-device', 'stored', 'answer/other-device']);
		expect(await effective(newer)).toEqual({ kind: 'options', options: ['D'] });
	}
});

test('a secretary enters an answer whatever phone is the newest, and a later tap takes its place', async () => {
	const phone = await deviceOf(10);
	ok(await phone.tap('A', 1));
	const secretary = withRoles(quiz.world.founder, quiz.contestId, ['secretary']);
	const entered = await enterAnswer(quiz.app, secretary, quiz.contestId, {
		operation: crypto.randomUUID(),
		roundId: quiz.roundId,
		questionId: quiz.questions[0],
		contestantId: phone.seat.contestantId,
		choice: { kind: 'options', options: ['B'] },
		reason: 'Máy của thí sinh hết pin'
	});
	expect(ok(entered)).toMatchObject({ ordinal: 2, counter: 0 });
	expect(ok(await phone.tap('C', 2)).ordinal).toBe(3);
});

test('T-10 a whole hall joins from one address; who tries wrong slips from another is stopped', async () => {
	const ticket = tickets.get(quiz.phones[0]?.contestantId ?? '');
	for (let phone = 0; phone < 200; phone++) ok(await useSlip(quiz.app, { ticket, address: 'the hall' }));
	const tries = [];
	for (let guess = 0; guess < 121; guess++)
		tries.push(code(await useSlip(quiz.app, { code: `SAI${guess}`, address: 'somebody' })));
	expect([tries.at(0), tries.at(-1)]).toEqual(['access/slip-not-valid', 'access/too-many-tries']);
});
