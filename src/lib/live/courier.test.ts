// F-05, F-10, F-23: an answer goes until it is decided, the same operation each time, by the way that answers.
import { expect, test } from 'vitest';
import type { RefusalCode } from '../contest/refusal.ts';
import type { Receipt } from '../contest/stage.ts';
import { openCourier } from './courier.ts';
import { openOutbox } from './outbox.ts';
import type { Answered, AnswerToSubmit } from './protocol.ts';

const receipt: Receipt = { savedAt: 1, ordinal: 1, sequence: 7, counter: 1 };
const refused = (code: RefusalCode): Answered<Receipt> => ({ refused: { code, message: code } });
const silence = 'silence';

/** A phone whose line gives these replies one after another; the last one stays. */
function phone(
	replies: (Answered<Receipt> | typeof silence)[],
	given: { isConnected?: boolean; isOpen?: boolean } = {}
) {
	const sent: { by: 'socket' | 'http'; operation: string }[] = [];
	const decided: string[] = [];
	const told: boolean[] = [];
	const outbox = openOutbox('TS01', { getItem: () => null, setItem: () => {}, removeItem: () => {} });
	const reply = async (by: 'socket' | 'http', { operation }: AnswerToSubmit) => {
		sent.push({ by, operation });
		const next = replies.length > 1 ? replies.shift() : replies[0];
		if (next === undefined || next === silence) throw new Error(silence);
		return next;
	};
	let finish = () => {};
	const done = new Promise<void>((resolve) => (finish = resolve));
	const courier = openCourier({
		outbox,
		line: {
			isConnected: () => given.isConnected ?? true,
			overSocket: (answer) => reply('socket', answer),
			overHttp: (answer) => reply('http', answer),
			pause: async () => {}
		},
		isStillOpen: () => given.isOpen ?? true,
		onDecided(answer, result) {
			decided.push('done' in result ? `saved ${answer.operation}` : result.refused.code);
			finish();
		},
		onLine: (isSilent) => told.push(isSilent)
	});
	const tap = (questionId = 'one') =>
		outbox.put({
			roundId: 'round',
			questionId,
			choice: { kind: 'options', options: ['A'] },
			device: { epoch: 1, counter: 1 }
		}).operation;
	return { courier, outbox, sent, decided, told, done, tap };
}

test('a write whose outcome nobody knows goes again, and the same operation is resolved to its receipt', async () => {
	const one = phone([refused('answer/not-known-yet'), refused('answer/not-known-yet'), { done: receipt }], {
		isOpen: false
	});
	const operation = one.tap();
	one.courier.send();
	await one.done;
	expect(one.sent).toEqual(Array.from({ length: 3 }, () => ({ by: 'socket', operation })));
	expect(one.decided).toEqual([`saved ${operation}`]);
	expect(one.outbox.waiting).toEqual([]);
	expect(one.told).not.toContain(true);
});

test('after two silences plain HTTP is tried, until the socket has connected anew', async () => {
	const one = phone([silence, silence, { done: receipt }]);
	one.tap();
	one.courier.send();
	await one.done;
	expect(one.sent.map(({ by }) => by)).toEqual(['socket', 'socket', 'http']);
	expect(one.told).toEqual([true, true, false]);
	one.tap('two');
	one.courier.send();
	one.tap('three');
	one.courier.lineIsBack();
	expect(one.sent.slice(3).map(({ by }) => by)).toEqual(['http', 'socket']);
});

test('a pause is waited for while the question may still open, and not once it is locked', async () => {
	const paused = phone([refused('answer/not-open'), { done: receipt }]);
	const operation = paused.tap();
	paused.courier.send();
	await paused.done;
	expect(paused.decided).toEqual([`saved ${operation}`]);

	const locked = phone([refused('answer/not-open')], { isOpen: false });
	locked.tap();
	locked.courier.send();
	await locked.done;
	expect(locked.decided).toEqual(['answer/not-open']);
	expect(locked.outbox.waiting).toEqual([]);
});

test('without a socket the answer goes by HTTP at once; a tap that a newer one replaced is sent no more and told nobody', async () => {
	const one = phone([silence, { done: receipt }], { isConnected: false });
	const older = one.tap();
	one.courier.send();
	const newer = one.tap();
	one.courier.send();
	await one.done;
	expect(one.sent).toEqual([
		{ by: 'http', operation: older },
		{ by: 'http', operation: newer }
	]);
	expect(one.decided).toEqual([`saved ${newer}`]);
});
