// Items in order, those that are level together; it must not know what is compared.

/** Sorted stably, then cut wherever two neighbours differ. */
export function inGroups<Item>(items: Item[], compare: (a: Item, b: Item) => number): Item[][] {
	const groups: Item[][] = [];
	let last: Item | null = null;
	for (const item of [...items].sort(compare)) {
		if (last !== null && compare(last, item) === 0) groups.at(-1)?.push(item);
		else groups.push([item]);
		last = item;
	}
	return groups;
}
