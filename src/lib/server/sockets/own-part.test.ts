// A phone is told its own part when it has changed, and again after it has learnt something in another way.
import { expect, test } from 'vitest';
import type { Mine } from '../../contest/stage.ts';
import { forgetOwnPart, tellOwnPart } from './own-part.ts';
import type { HoithiSocket } from './socket-types.ts';

const mine = (version: number, more: Partial<Mine> = {}): Mine => ({
	version,
	person: { contestantId: 'c', number: '1', name: 'Lan', unit: 'Khối' },
	listedAs: '1',
	epoch: 0,
	extraPercent: 0,
	answer: null,
	outcome: null,
	standing: null,
	turn: null,
	...more
});

test('an act that changes nothing of its own is not told, any other is', () => {
	const heard: number[] = [];
	const socket = { emit: (_name: string, { version }: Mine) => heard.push(version) } as unknown as HoithiSocket;
	tellOwnPart(socket, mine(1));
	tellOwnPart(socket, mine(2));
	expect(heard).toEqual([1]);
	const outcome = { questionId: 'q', right: true, points: 100, answered: true };
	tellOwnPart(socket, mine(3, { outcome }));
	tellOwnPart(socket, mine(4, { outcome }));
	tellOwnPart(socket, mine(5));
	expect(heard).toEqual([1, 3, 5]);
	// A receipt has come in between: what the phone shows is not what it was told.
	forgetOwnPart(socket);
	tellOwnPart(socket, mine(6));
	expect(heard).toEqual([1, 3, 5, 6]);
});
