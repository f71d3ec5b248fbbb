// Small choices for random contests, drawn from fast-check so that a failure shrinks; it must not know what is chosen.
import fc from 'fast-check';

export interface Chance {
	/** Whole, from 0 to `most`. */
	upTo(most: number): number;
	between(least: number, most: number): number;
	oneOf<Item>(...items: Item[]): Item;
	/** One time in `times`. */
	onceIn(times: number): boolean;
	/** Each of them or not, in their order. */
	some<Item>(items: Item[]): Item[];
	shuffled<Item>(items: Item[]): Item[];
	/** `count` times. */
	many<Item>(count: number, make: (at: number) => Item): Item[];
}

/** A value made by choices, as an arbitrary; simpler choices (smaller numbers, earlier items) come first when it shrinks. */
export function madeByChance<Value>(make: (chance: Chance) => Value): fc.Arbitrary<Value> {
	return fc.gen().map((draw) => make(chanceOf(draw)));
}

function chanceOf(draw: fc.GeneratorValue): Chance {
	const upTo = (most: number) => draw(fc.nat, most);
	const many = <Item>(count: number, make: (at: number) => Item) => Array.from({ length: count }, (_, at) => make(at));
	return {
		upTo,
		between: (least, most) => least + upTo(most - least),
		oneOf: (...items) => {
			const [first, ...rest] = items;
			return items[upTo(rest.length)] ?? (first as (typeof items)[number]);
		},
		onceIn: (times) => upTo(times - 1) === times - 1,
		some: (items) => items.filter(() => upTo(1) === 1),
		shuffled: (items) => {
			const rest = [...items];
			return items.flatMap(() => rest.splice(upTo(rest.length - 1), 1));
		},
		many
	};
}
