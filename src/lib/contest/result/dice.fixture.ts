// Random choices for generators that decide one thing after another, on top of fast-check; it must not know what is chosen.
import fc from 'fast-check';

export interface Dice {
	/** Whole, both ends included. */
	between(least: number, most: number): number;
	one<Item>(...items: Item[]): Item;
	/** Percent. */
	chance(percent: number): boolean;
	/** Any of them, in their order; none is possible. */
	some<Item>(items: Item[]): Item[];
	shuffled<Item>(items: Item[]): Item[];
}

/** One for each range: fast-check looks through all ranges one builder was ever called with, for each throw. */
const ranges = new Map<string, () => fc.Arbitrary<number>>();

function rangeOf(min: number, max: number): () => fc.Arbitrary<number> {
	const key = `${min} ${max}`;
	const range = ranges.get(key) ?? (() => fc.integer({ min, max }));
	ranges.set(key, range);
	return range;
}

/** Everything `make` asks of the dice is decided by fast-check's seed. */
export function throwing<Made>(make: (dice: Dice) => Made): fc.Arbitrary<Made> {
	return fc.gen().map((next) => {
		const between = (min: number, max: number) => next(rangeOf(min, max));
		return make({
			between,
			one: (...items) => items[between(0, items.length - 1)]!,
			chance: (percent) => between(0, 99) < percent,
			some: (items) => items.filter(() => between(0, 1) === 1),
			shuffled: (items) => {
				const left = [...items];
				return items.map(() => left.splice(between(0, left.length - 1), 1)[0]!);
			}
		});
	});
}
