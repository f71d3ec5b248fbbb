// Drawing lots from a published seed, so that anyone can recompute the draw (R60–R62, R66); it must not know who is drawn.
import { sha256 } from './sha256.ts';

export interface DrawItem {
	/** What is drawn, as it is printed in the minutes: a contestant number, a topic code. */
	id: string;
	/** Two items of one unit do not follow each other (R61). */
	unit?: string;
	/** R66: the place it is kept, from 1; not drawn. */
	slot?: number;
}

/** The seed as it is used and printed: NFC, single spaces, nothing around it. Empty when there is no seed yet. */
export function publishedSeed(text: string): string {
	return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/**
 * R60: each item's number is SHA-256 of seed, the byte 0x1F and its id; the smallest number comes first. With coreutils:
 * `printf '%s\037%s' "$seed" "$id" | sha256sum`. The order of `items` plays no role. R66: slots are kept; they must be
 * different places among those there are.
 */
export function drawOrder(seed: string, items: DrawItem[]): string[] {
	const kept = new Map(items.flatMap((item) => (item.slot === undefined ? [] : [[item.slot, item] as const])));
	const drawn = byLot(
		seed,
		items.filter(({ slot }) => slot === undefined)
	);
	return unitsApart(drawn, kept).map(({ id }) => id);
}

/** The first `count` items of the draw, in the order drawn. */
export function drawSome(seed: string, ids: string[], count: number): string[] {
	return drawOrder(
		seed,
		ids.map((id) => ({ id }))
	).slice(0, count);
}

export interface Assignment {
	contestantId: string;
	ticketId: string;
}

/**
 * R62: each contestant in the given order takes the next ticket of a drawn pile. When the pile is used up, all tickets
 * are drawn again; the n-th pile is the draw with the seed `seed/n`. When a new pile would begin with the ticket that was
 * taken last, its first two tickets change places.
 */
export function assignWithoutReplacement(seed: string, contestantIds: string[], ticketIds: string[]): Assignment[] {
	if (ticketIds.length === 0) return [];
	const tickets: string[] = [];
	for (let pile = 1; tickets.length < contestantIds.length; pile++) {
		const drawn = drawSome(`${seed}/${pile}`, ticketIds, ticketIds.length);
		const [first, second, ...rest] = drawn;
		const swapped = first !== undefined && second !== undefined && first === tickets.at(-1);
		tickets.push(...(swapped ? [second, first, ...rest] : drawn));
	}
	return contestantIds.map((contestantId, position) => ({ contestantId, ticketId: tickets[position] ?? '' }));
}

/** The fingerprint of a list, published before the draw: SHA-256 of its lines, each ended by a line feed (`sha256sum list.txt`). */
export function listHash(items: string[]): string {
	return sha256(items.map((item) => `${item}\n`).join(''));
}

function byLot(seed: string, items: DrawItem[]): DrawItem[] {
	return items
		.map((item) => ({ item, lot: sha256(`${seed}\u001f${item.id}`) }))
		.sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : a.item.id < b.item.id ? -1 : 1))
		.map(({ item }) => item);
}

/**
 * R61: places are filled from the first to the last. Each takes the earliest item of the draw whose unit is not that of
 * the place before and after which the rest can still be kept apart. When no such item exists, because one unit has too
 * many, it takes the earliest of another unit, and when there is none either, the earliest. R66: of another unit is, before
 * a kept place, also another than the one kept there; where that is too much, the place before alone counts.
 */
function unitsApart(drawn: DrawItem[], kept: Map<number, DrawItem>): DrawItem[] {
	const rest = [...drawn];
	const placed: DrawItem[] = [];
	while (placed.length < drawn.length + kept.size) {
		const own = kept.get(placed.length + 1);
		if (own) {
			placed.push(own);
			continue;
		}
		if (rest.length === 0) throw new RangeError('a kept place lies beyond the last one');
		const before = placed.at(-1)?.unit;
		const after = kept.get(placed.length + 2)?.unit;
		const isApart = ({ unit }: DrawItem) => unit === undefined || unit !== before;
		const isBetween = (item: DrawItem) => isApart(item) && (item.unit === undefined || item.unit !== after);
		const choices = [
			rest.findIndex((item) => isBetween(item) && canStayApart(rest, item)),
			rest.findIndex(isBetween),
			rest.findIndex(isApart)
		];
		placed.push(...rest.splice(choices.find((choice) => choice >= 0) ?? 0, 1));
	}
	return placed;
}

/**
 * Whether what is left after `taken` can be laid out with no two of a unit together and not beginning with its unit: a
 * unit fits at most into every second of the r places left, ⌈r/2⌉, or ⌊r/2⌋ for the unit that may not come first.
 */
function canStayApart(rest: DrawItem[], taken: DrawItem): boolean {
	const left = rest.length - 1;
	const counts = new Map<string, number>();
	for (const { id, unit } of rest) {
		if (unit !== undefined && id !== taken.id) counts.set(unit, (counts.get(unit) ?? 0) + 1);
	}
	return [...counts].every(
		([unit, count]) => count <= (unit === taken.unit ? Math.floor(left / 2) : Math.ceil(left / 2))
	);
}
