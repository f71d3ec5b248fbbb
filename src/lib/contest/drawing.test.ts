// R64–R67: freezing a list, revealing the seed, and what anybody finds who recomputes a draw.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areSlotsPossible, commitmentOf, drawFrozen, faultsOf, seedOf, type FrozenList } from './drawing.ts';
import { drawOrder } from './lots.ts';
import type { Draw } from './record/draw.ts';

const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const witnesses = ['7', '21', '3'].map((said, at) => ({ name: `Đại biểu ${at + 1}`, said }));

const list = (changes: Partial<FrozenList> = {}): FrozenList => ({
	title: 'Thứ tự dự thi',
	kind: 'order',
	session: null,
	items: ['TS01', 'TS02', 'TS03', 'TS04', 'TS05', 'TS06'].map((id, at) => ({ id, unit: `U${at % 3}`, slot: null })),
	tickets: [],
	constraints: { unitsApart: true },
	...changes
});

test('R64 the commitment is SHA-256 of the list in canonical text: sorted keys, no spaces', () => {
	const small = list({ items: [{ id: 'TS01', unit: 'U1', slot: null }] });
	const byHand =
		'{"constraints":{"unitsApart":true},"items":[{"id":"TS01","slot":null,"unit":"U1"}],"kind":"order","session":null,"tickets":[],"title":"Thứ tự dự thi"}';
	expect(commitmentOf(small)).toBe(hash(byHand));
});

test('R64 any change of the list changes the commitment', () => {
	const changed: FrozenList[] = [
		list({ items: list().items.slice(1) }),
		list({ items: list().items.map((item, at) => (at === 0 ? { ...item, unit: 'U9' } : item)) }),
		list({ items: list().items.map((item, at) => (at === 0 ? { ...item, slot: 1 } : item)) }),
		list({ constraints: { unitsApart: false } }),
		list({ tickets: ['CD01'] }),
		list({ session: 'S' }),
		list({ title: 'Thứ tự' })
	];
	expect(new Set([list(), ...changed].map(commitmentOf)).size).toBe(changed.length + 1);
});

test('R65 the seed is SHA-256 of the commitment and what was said, in order, 0x1F between them', () => {
	expect(seedOf('abc', witnesses)).toBe(hash('abc\u001f7\u001f21\u001f3'));
	expect(seedOf('abc', [...witnesses].reverse())).not.toBe(seedOf('abc', witnesses));
	// 7 21 and 72 1 are not the same.
	const said = (...words: string[]) => words.map((each) => ({ name: 'A', said: each }));
	expect(seedOf('abc', said('7', '21'))).not.toBe(seedOf('abc', said('72', '1')));
});

test('R65 the draw is that of the seed (R60, R61), tickets go round (R62)', () => {
	const draw = drawFrozen(list(), witnesses, null);
	const items = list().items.map(({ id, unit }) => ({ id, unit: unit ?? undefined }));
	expect(draw.result.map(({ id }) => id)).toEqual(drawOrder(draw.seed, items));
	const tickets = drawFrozen(list({ kind: 'tickets', tickets: ['CD1', 'CD2', 'CD3'] }), witnesses, null).result;
	expect(tickets.map(({ id }) => id)).toEqual(list().items.map(({ id }) => id));
	expect(new Set(tickets.slice(0, 3).map(({ ticket }) => ticket)).size).toBe(3);
});

const randomList = fc
	.array(fc.record({ unit: fc.constantFrom('A', 'B', 'C', 'D'), isKept: fc.nat(3).map((chance) => chance === 0) }), {
		minLength: 1,
		maxLength: 20
	})
	.chain((people) =>
		fc.record({
			people: fc.constant(people),
			places: fc.shuffledSubarray(
				people.map((_, at) => at + 1),
				{ minLength: people.length, maxLength: people.length }
			),
			unitsApart: fc.boolean()
		})
	)
	.map(({ people, places, unitsApart }) =>
		list({
			items: people.map(({ unit, isKept }, at) => ({
				id: `TS${at + 1}`,
				unit,
				slot: isKept ? (places[at] ?? null) : null
			})),
			constraints: { unitsApart }
		})
	);

test('R66 kept places are kept, everybody is drawn once, and without the constraint the lots alone decide the rest', () => {
	fc.assert(
		fc.property(randomList, fc.nat(), (random, number) => {
			const { result, seed } = drawFrozen(random, [{ name: 'A', said: String(number) }], null);
			const order = result.map(({ id }) => id);
			expect([...order].sort()).toEqual(random.items.map(({ id }) => id).sort());
			for (const { id, slot } of random.items) if (slot !== null) expect(order[slot - 1]).toBe(id);
			if (random.constraints.unitsApart) return;
			const free = random.items.filter(({ slot }) => slot === null).map(({ id }) => ({ id }));
			const kept = new Set(random.items.filter(({ slot }) => slot !== null).map(({ id }) => id));
			expect(order.filter((id) => !kept.has(id))).toEqual(drawOrder(seed, free));
		}),
		{ numRuns: 1000 }
	);
});

test('R66 before and behind a kept place stand other units, where there are enough of them', () => {
	// Of eight places the fourth is kept for TS1 of A; three more of A, four of B.
	const items = ['A', 'A', 'A', 'A', 'B', 'B', 'B', 'B'].map((unit, at) => ({
		id: `TS${at + 1}`,
		unit,
		slot: at === 0 ? 4 : null
	}));
	const unitOf = new Map(items.map(({ id, unit }) => [id, unit]));
	fc.assert(
		fc.property(fc.nat(), (number) => {
			const { result } = drawFrozen(list({ items }), [{ name: 'A', said: String(number) }], null);
			const units = result.map(({ id }) => unitOf.get(id));
			expect([units[2], units[4]]).toEqual(['B', 'B']);
		})
	);
});

test('R66 places that are not there, or kept twice, are impossible', () => {
	const kept = (...slots: (number | null)[]) => slots.map((slot, at) => ({ id: `TS${at}`, unit: null, slot }));
	expect(areSlotsPossible(kept(null, 1, 3))).toBe(true);
	expect(areSlotsPossible(kept(4, null, null))).toBe(false);
	expect(areSlotsPossible(kept(0, null))).toBe(false);
	expect(areSlotsPossible(kept(2, 2, null))).toBe(false);
});

test('R67 a draw as it was made has no fault; whoever changes anything is found out', () => {
	const draw = drawFrozen(list(), witnesses, 'Thí sinh đến muộn');
	expect(faultsOf(draw)).toEqual([]);
	const [first, second, ...rest] = draw.result;
	if (!first || !second) throw new Error('nothing drawn');
	const changes: [Partial<Draw>, string[]][] = [
		[{ items: draw.items.slice(1) }, ['commitment', 'result']],
		[{ title: 'Khác' }, ['commitment']],
		[{ commitment: '0'.repeat(64) }, ['commitment', 'seed']],
		[{ witnesses: witnesses.slice(1) }, ['seed']],
		[{ ...drawFrozen(list(), [], null) }, ['seed']],
		[{ result: [second, first, ...rest] }, ['result']],
		[{ items: draw.items.map((item) => ({ ...item, slot: 1 })) }, ['slots']]
	];
	for (const [change, faults] of changes) expect(faultsOf({ ...draw, ...change })).toEqual(faults);
});
