// R60–R62 and SHA-256: a draw anyone can recompute.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignWithoutReplacement, drawOrder, drawSome, listHash, publishedSeed } from './lots.ts';
import { sha256 } from './sha256.ts';

const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('SHA-256', () => {
	test.each([
		['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
		['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
		[
			'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
			'248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'
		],
		['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0']
	])('of a published example', (text, expected) => {
		expect(sha256(text)).toBe(expected);
	});

	test('equals that of Node at every length around the block borders and for any text', () => {
		for (let length = 0; length < 200; length++) expect(sha256('x'.repeat(length))).toBe(hash('x'.repeat(length)));
		fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => sha256(text) === hash(text)));
	});
});

const numbers = Array.from({ length: 54 }, (_, index) => `TS${String(index + 1).padStart(2, '0')}`);
const items = fc.uniqueArray(
	fc.record({ id: fc.string({ minLength: 1 }), unit: fc.constantFrom('A', 'B', 'C', undefined) }),
	{
		selector: ({ id }) => id,
		maxLength: 25
	}
);

describe('R60 the order', () => {
	test('given seed and numbers, then sorted by sha256sum of seed, 0x1F, number', () => {
		// for n in TS01 … TS06; do printf '%s\037%s' '12-34-56' $n | sha256sum; done | sort
		const byHand = numbers
			.slice(0, 6)
			.sort((a, b) => (hash(`12-34-56\u001f${a}`) < hash(`12-34-56\u001f${b}`) ? -1 : 1));
		expect(
			drawOrder(
				'12-34-56',
				numbers.slice(0, 6).map((id) => ({ id }))
			)
		).toEqual(byHand);
		expect(drawSome('12-34-56', numbers.slice(0, 6), 2)).toEqual(byHand.slice(0, 2));
		expect(drawSome('12-34-56', [], 1)).toEqual([]);
	});

	test('is a permutation, the same for the same seed, whatever the order of the list', () => {
		fc.assert(
			fc.property(fc.string(), items, (seed, list) => {
				const drawn = drawOrder(seed, list);
				expect([...drawn].sort()).toEqual(list.map(({ id }) => id).sort());
				expect(drawOrder(seed, [...list].reverse())).toEqual(drawn);
			}),
			{ numRuns: 1000 }
		);
	});

	test.each([
		[1, 1],
		[2, 2],
		[3, 6],
		[4, 24]
	])('of %i all %i orders come out', (count, orders) => {
		const list = numbers.slice(0, count).map((id) => ({ id }));
		// 500 seeds: even the rarest of 24 orders is missed once in a thousand million.
		const drawn = Array.from({ length: 500 }, (_, seed) => drawOrder(String(seed), list).join(' '));
		expect(new Set(drawn).size).toBe(orders);
	});

	test('of four no order is favoured: 2400 seeds bring each of the 24 about a hundred times', () => {
		const list = numbers.slice(0, 4).map((id) => ({ id }));
		const counts = new Map<string, number>();
		for (let seed = 0; seed < 2400; seed++) {
			const order = drawOrder(`hạt giống ${seed}`, list).join(' ');
			counts.set(order, (counts.get(order) ?? 0) + 1);
		}
		const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0);
		expect(counts.size).toBe(24);
		// 23 degrees of freedom: 49,7 is exceeded by chance once in a thousand.
		expect(chiSquare).toBeLessThan(49.7);
	});

	test('another seed gives another order', () => {
		const list = numbers.map((id) => ({ id }));
		expect(drawOrder('1', list)).not.toEqual(drawOrder('2', list));
	});

	test('the seed is printed as it is used', () => {
		expect(publishedSeed('  12  34\n56 ')).toBe('12 34 56');
		expect(publishedSeed('Hạ Long'.normalize('NFD'))).toBe('Hạ Long');
	});
});

describe('R61 units apart', () => {
	const apart = (list: { id: string; unit?: string }[], drawn: string[]) => {
		const unitOf = new Map(list.map(({ id, unit }) => [id, unit]));
		return drawn.every((id, index) => {
			const unit = unitOf.get(id);
			return index === 0 || unit === undefined || unit !== unitOf.get(drawn[index - 1] ?? '');
		});
	};

	test('given it is possible, then no two of one unit follow each other, for every seed', () => {
		fc.assert(
			fc.property(fc.string(), items, (seed, list) => {
				const counts = ['A', 'B', 'C'].map((unit) => list.filter((item) => item.unit === unit).length);
				const isPossible = Math.max(...counts) <= Math.ceil(list.length / 2);
				return !isPossible || apart(list, drawOrder(seed, list));
			}),
			{ numRuns: 1000 }
		);
	});

	test('given the lots alone keep units apart, then the lots alone decide', () => {
		const list = numbers.map((id) => ({ id }));
		const drawn = drawOrder('s', list);
		const alternating = drawn.map((id, index) => ({ id, unit: index % 2 ? 'A' : 'B' }));
		expect(drawOrder('s', alternating)).toEqual(drawn);
	});

	test('given one unit has nearly all, then still everybody is drawn', () => {
		const list = numbers.map((id, index) => ({ id, unit: index === 0 ? 'B' : 'A' }));
		expect(new Set(drawOrder('s', list)).size).toBe(54);
	});
});

describe('R62 topics and situations', () => {
	const tickets = Array.from({ length: 20 }, (_, index) => `CD${index + 1}`);

	test('given 54 contestants and 20 topics, then each topic is used once before any is used again', () => {
		const assigned = assignWithoutReplacement('s', numbers, tickets);
		expect(assigned.map(({ contestantId }) => contestantId)).toEqual(numbers);
		const drawn = assigned.map(({ ticketId }) => ticketId);
		expect(new Set(drawn.slice(0, 20)).size).toBe(20);
		expect(new Set(drawn.slice(20, 40)).size).toBe(20);
		expect(drawn.slice(20, 40)).not.toEqual(drawn.slice(0, 20));
		expect(drawn.slice(0, 20)).toEqual(drawSome('s/1', tickets, 20));
	});

	test('no ticket is used twice in a row or more often than needed', () => {
		fc.assert(
			fc.property(
				fc.string(),
				fc.integer({ min: 2, max: 7 }),
				fc.integer({ min: 0, max: 30 }),
				(seed, ticketCount, count) => {
					const drawn = assignWithoutReplacement(seed, numbers.slice(0, count), tickets.slice(0, ticketCount)).map(
						({ ticketId }) => ticketId
					);
					const most = Math.ceil(count / ticketCount);
					return (
						drawn.length === count &&
						drawn.every((ticket, index) => ticket !== drawn[index - 1]) &&
						tickets.every((ticket) => drawn.filter((other) => other === ticket).length <= most)
					);
				}
			)
		);
	});

	test('given no ticket, then nobody is assigned; given one, then all have it', () => {
		expect(assignWithoutReplacement('s', numbers, [])).toEqual([]);
		expect(assignWithoutReplacement('s', ['TS1', 'TS2'], ['CD1']).map(({ ticketId }) => ticketId)).toEqual([
			'CD1',
			'CD1'
		]);
	});

	test('the fingerprint of a list is that of the file with one item a line', () => {
		expect(listHash(['TS01', 'TS02'])).toBe(hash('TS01\nTS02\n'));
		expect(listHash([])).toBe(hash(''));
	});
});
