// Packets nobody should send: the socket inputs of faults.md and seeded mutations of good packets, as whole frames; it must not know what becomes of them.
import { clientFrame, opcodes } from '../load/frames.ts';
import { answerOf, answerText, helloText, wholeText } from '../load/wire.ts';

const id = '01890000-0000-7000-8000-000000000001';
const operation = '00000000-0000-4000-8000-000000000001';
const good = [
	helloText(),
	wholeText(7),
	'421["clock:get",{}]',
	answerText(9, answerOf(operation, id, id, { kind: 'options', options: ['A'] }, { epoch: 0, counter: 1 }))
];
const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;

/** S-02 to S-14 and S-26 to S-29 as texts of packets. */
export const badTexts = [
	'hello',
	'42["a",',
	'42["answer:submit"]',
	'42["answer:submit",{}]',
	'421["answer:submit",null]',
	'421["answer:submit",[]]',
	'421["answer:submit",7]',
	'421["answer:submit","x"]',
	`421["answer:submit",${deep}]`,
	...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'connect_error', 'newListener', 'disconnect'].map(
		(name) => `421["${name}",{}]`
	),
	'421[7,{}]',
	'451000000-["answer:submit",{"_placeholder":true,"num":0}]',
	'40/admin,{}',
	'40',
	'41',
	'42',
	'',
	'6',
	'9',
	'43999[{}]',
	'43["x"]',
	'42999999999999999999["clock:get",{}]',
	...[-1, 1.5, '"1"', 1e9, '["A"]', 'null', '{}'].map(
		(option) =>
			`423["answer:submit",{"operation":"${operation}","roundId":"${id}","questionId":"${id}","choice":{"kind":"options","options":[${option}]}}]`
	),
	`424["answer:submit",{"operation":"x","roundId":"${id}","questionId":"${id}","choice":{"kind":"number","value":"1e309"}}]`,
	`425["answer:submit",{"operation":"${operation}","roundId":"${id}","questionId":"${id}","choice":{"kind":"options","options":["A"]},"score":100}]`,
	'426["answer:submit",{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}]',
	'427["stage:get",{"contestId":"x"},{},{}]'
];

/** One bad frame, decided by `random` alone. */
export function badFrame(random: () => number): Buffer {
	const below = (most: number) => Math.floor(random() * most);
	const kind = below(10);
	if (kind === 0) return clientFrame(badTexts[below(badTexts.length)] ?? '');
	if (kind === 1) return clientFrame(Buffer.from(Array.from({ length: below(64) }, () => below(256))), opcodes.binary);
	const bytes = Buffer.from(good[below(good.length)] ?? '');
	for (let changes = 1 + below(4); changes > 0; changes--) bytes[below(bytes.length)] = below(256);
	if (kind === 2) return clientFrame(bytes.subarray(0, below(bytes.length)));
	if (kind === 3) return clientFrame(Buffer.concat([bytes, bytes]));
	const frame = clientFrame(bytes);
	// Rarely the frame itself is broken: reserved bits, opcodes that do not exist, lengths that lie.
	if (kind === 4) frame[below(2)] = below(256);
	return frame;
}
