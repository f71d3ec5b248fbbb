// Events as packets: what asks is answered under its own id, without Socket.IO's way round.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLine, type Line } from '../load/line.ts';
import { helloText, socketPath } from '../load/wire.ts';
import { socketHouse, type SocketHouse } from './socket-house.ts';

let house: SocketHouse;
beforeAll(async () => {
	house = await socketHouse();
});
afterAll(() => house.close());

/** A phone that speaks the packets themselves: what it says, and the packets it heard from then on. */
async function rawPhone(place: number): Promise<{ line: Line; next(): Promise<string> }> {
	const heard: string[] = [];
	let wake = () => {};
	const headers = { origin: house.origin, cookie: await house.cookieOf(place) };
	const hear = (text: string) => {
		heard.push(text);
		wake();
	};
	const line = openLine(
		{ origin: house.origin, path: socketPath, headers },
		{ onText: (text) => (text.startsWith('0') ? line.send(helloText()) : hear(text)), onEnd: () => hear('end') }
	);
	const next = async () => {
		while (heard.length === 0) await new Promise<void>((heardOne) => (wake = heardOne));
		return heard.shift() ?? '';
	};
	while (!(await next()).startsWith('42["mine"'));
	return { line, next };
}

test('what asks is answered under its own id, whatever it asks; what asks nothing is not answered', async () => {
	const { line, next } = await rawPhone(0);
	const answer = async (packet: string) => {
		line.send(packet);
		for (let text = await next(); ; text = await next()) if (text === 'end' || text.startsWith('43')) return text;
	};
	line.send('42["clock:get",{}]');
	expect(await answer('427["clock:get",{}]')).toMatch(/^437\[\{"done":\{"now":\d+\}\}\]$/);
	for (const unknown of [
		'["clock:get"]',
		'["clock:get",{},{}]',
		'["connect",{}]',
		'["constructor",{}]',
		'[5,{}]',
		'[]'
	])
		expect([unknown, await answer(`428${unknown}`)]).toEqual([
			unknown,
			expect.stringMatching(/^438\[\{"refused":\{"code":"input\/not-valid"/)
		]);
	expect(await answer('429["clock:get",')).toBe('end');
});
