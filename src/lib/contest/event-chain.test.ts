// R70: the log's hash chain finds every change.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, chainHash, firstHash, verifyChain, type ChainedLine } from './event-chain.ts';

function chain(payloads: unknown[]): ChainedLine[] {
	let previousHash = firstHash;
	return payloads.map((payload, index) => {
		const line = {
			sequence: index + 1,
			at: '2026-07-01T08:00:00.000Z',
			actor: { role: 'organiser', id: 'a', name: 'Lê' },
			kind: 'k',
			payload
		};
		const chained = { ...line, previousHash, hash: chainHash(previousHash, line) };
		previousHash = chained.hash;
		return chained;
	});
}

describe('canonical text', () => {
	test('given keys in any order, then sorted; fields left undefined are left out; NFC', () => {
		expect(canonical({ b: [1, -0, null, true], a: { d: undefined, c: 'Hạ'.normalize('NFD') } })).toBe(
			'{"a":{"c":"Hạ"},"b":[1,0,null,true]}'
		);
		expect(canonical({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
	});
	test.each([0.5, NaN, Infinity, 2 ** 53, undefined, 1n, Symbol('x'), () => 1, new Map(), [undefined]])(
		'given %o, then it throws',
		(value) => {
			expect(() => canonical({ value: value === undefined ? [value] : value })).toThrow(TypeError);
		}
	);
	test('given two keys that are one in NFC, then it throws', () => {
		expect(() => canonical({ é: 1, ['é'.normalize('NFD')]: 2 })).toThrow(TypeError);
	});
	test('a value that went through JSON has the same text, and that text is JSON of it', () => {
		const plain = fc.oneof(fc.maxSafeInteger(), fc.string({ unit: 'grapheme-ascii' }), fc.boolean(), fc.constant(null));
		const values = fc.dictionary(fc.string({ unit: 'grapheme-ascii' }), fc.oneof(plain, fc.array(plain)));
		fc.assert(
			fc.property(values, (value) => {
				const text = canonical(value);
				expect(canonical(JSON.parse(JSON.stringify(value)))).toBe(text);
				expect(canonical(JSON.parse(text))).toBe(text);
			})
		);
	});
});

describe('R70 the chain', () => {
	test('the hash of a line is SHA-256 of the previous hash, a line feed and the canonical line', () => {
		const [line] = chain([{ points: 875 }]);
		const text = `${firstHash}\n{"actor":{"id":"a","name":"Lê","role":"organiser"},"at":"2026-07-01T08:00:00.000Z","kind":"k","payload":{"points":875},"sequence":1}`;
		expect(line?.hash).toBe(createHash('sha256').update(text).digest('hex'));
	});

	test('given an untouched log, then it verifies and names its last hash', () => {
		const lines = chain([{ n: 1 }, { n: 2 }]);
		expect(verifyChain(lines)).toEqual({ ok: true, count: 2, lastHash: lines[1]?.hash });
		expect(verifyChain([])).toEqual({ ok: true, count: 0, lastHash: firstHash });
	});

	test('given any field of any line changed, a line taken out or two exchanged, then it is found at that line', () => {
		const changes: ((line: ChainedLine) => ChainedLine)[] = [
			(line) => ({ ...line, sequence: line.sequence + 1 }),
			(line) => ({ ...line, at: '2026-07-01T08:00:00.001Z' }),
			(line) => ({ ...line, actor: { role: 'judge', id: 'a', name: 'Lê' } }),
			(line) => ({ ...line, kind: 'other' }),
			(line) => ({ ...line, payload: { changed: true } }),
			(line) => ({ ...line, previousHash: 'f'.repeat(64) }),
			(line) => ({ ...line, hash: 'f'.repeat(64) })
		];
		fc.assert(
			fc.property(
				fc.array(fc.dictionary(fc.string(), fc.integer()), { minLength: 1, maxLength: 12 }),
				fc.nat(),
				fc.constantFrom(...changes),
				(payloads, pick, change) => {
					const lines = chain(payloads);
					const at = pick % lines.length;
					const altered = lines.map((line, index) => (index === at ? change(line) : line));
					expect(verifyChain(altered)).toEqual({ ok: false, sequence: at + 1 });
					if (at < lines.length - 1) {
						expect(verifyChain(lines.toSpliced(at, 1))).toEqual({ ok: false, sequence: at + 1 });
						expect(verifyChain(lines.toSpliced(at, 2, lines[at + 1]!, lines[at]!))).toEqual({
							ok: false,
							sequence: at + 1
						});
					}
				}
			)
		);
	});

	test('given a line rewritten with a new hash of its own, then it is found by the link of the next', () => {
		const lines = chain([{ n: 1 }, { n: 2 }, { n: 3 }]);
		const forged = { ...lines[0]!, payload: { n: 9 } };
		lines[0] = { ...forged, hash: chainHash(firstHash, forged) };
		expect(verifyChain(lines)).toEqual({ ok: false, sequence: 1 });
	});

	test('given the last line rewritten with other links, then only the known end tells that it was this one', () => {
		const lines = chain([{ n: 1 }, { n: 2 }]);
		const end = lines[1]!.hash;
		const forged = { ...lines[1]!, previousHash: 'f'.repeat(64) };
		lines[1] = { ...forged, hash: chainHash(forged.previousHash, forged) };
		expect(verifyChain(lines, end)).toEqual({ ok: false, sequence: 2 });
	});

	test('10 000 lines hold as one chain', () => {
		const lines = chain(
			Array.from({ length: 10_000 }, (_, n) => ({ n, text: 'Đã lưu câu trả lời của thí sinh. '.repeat(8) }))
		);
		expect(verifyChain(lines).ok).toBe(true);
	});
});
