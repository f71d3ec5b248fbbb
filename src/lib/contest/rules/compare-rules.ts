// What differs between two versions of the rules, place by place; it must not know how a place is called.
import type { Rules } from './rules.ts';

/** The way to a place in the document: `['stages', 0, 'parts', 1, 'maxPoints']`. */
export type Way = readonly (string | number)[];

export interface RulesChange {
	/** `moved`: the items are the same in another order; before and after are their codes. */
	kind: 'changed' | 'added' | 'removed' | 'moved';
	/** Into the later version; for what was removed, into the former one. */
	way: Way;
	before: unknown;
	after: unknown;
}

/** In the order of the document. Items with a code are the same item wherever they stand; the others by their place. */
export function changesBetween(before: Rules, after: Rules): RulesChange[] {
	return differences(before, after, []);
}

export function isOnlyWording({ kind, way }: RulesChange): boolean {
	return kind === 'changed' && isWording(way);
}

/** R250: texts that are only printed. Everything else decides who gets which place or award. */
export function isWording(way: Way): boolean {
	const [last, last2] = [way.at(-1), way.at(-2)];
	const isPrinted = (name: string | number | undefined) => name === 'title' || name === 'to';
	return last === 'reference' || last === 'gift' || ((last === 'vi' || last === 'en') && isPrinted(last2));
}

/** `stages[0].parts[1].maxPoints`, as problems name their place. */
export function pathOf(way: Way): string {
	return way
		.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
		.join('')
		.replace(/^\./, '');
}

export function wayOf(path: string): Way {
	return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) => (index ? Number(index) : (name ?? '')));
}

function differences(before: unknown, after: unknown, way: Way): RulesChange[] {
	if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after, way);
	if (!isObject(before) || !isObject(after) || before.kind !== after.kind)
		return isSame(before, after) ? [] : [{ kind: 'changed', way, before, after }];
	return Object.keys({ ...before, ...after }).flatMap((name) => differences(before[name], after[name], [...way, name]));
}

function ofLists(before: unknown[], after: unknown[], way: Way): RulesChange[] {
	const isOfObjects = [...before, ...after].every(isObject);
	if (!isOfObjects) return isSame(before, after) ? [] : [{ kind: 'changed', way, before, after }];
	const keysBefore = before.map(keyOf);
	const keysAfter = after.map(keyOf);
	const kept = keysBefore.filter((key) => keysAfter.includes(key));
	const keptAfter = keysAfter.filter((key) => keysBefore.includes(key));
	return [
		...(isSame(kept, keptAfter) ? [] : [{ kind: 'moved' as const, way, before: kept, after: keptAfter }]),
		...before.flatMap((item, at) =>
			keysAfter.includes(keyOf(item, at))
				? []
				: [{ kind: 'removed' as const, way: [...way, at], before: item, after: undefined }]
		),
		...after.flatMap((item, at): RulesChange[] => {
			const former = before[keysBefore.indexOf(keyOf(item, at))];
			return former === undefined
				? [{ kind: 'added', way: [...way, at], before: undefined, after: item }]
				: differences(former, item, [...way, at]);
		})
	];
}

function keyOf(item: unknown, at: number): string {
	return isObject(item) && typeof item.code === 'string' ? `code ${item.code}` : `place ${at}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(one: unknown, other: unknown): boolean {
	if (Array.isArray(one) && Array.isArray(other))
		return one.length === other.length && one.every((item, at) => isSame(item, other[at]));
	if (!isObject(one) || !isObject(other)) return one === other;
	const names = Object.keys({ ...one, ...other });
	return names.every((name) => name in one && name in other && isSame(one[name], other[name]));
}
