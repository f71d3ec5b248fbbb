// What differs between two results, as data that turns the one into the other (R240, R241); it must not know why they differ.
import { canonical } from '../event-chain.ts';
import { announcedOf, inOrder, type Announced, type Fact } from './announced.ts';
import type { ContestResult } from './result.ts';

/** One list of changes for each list of what is announced. */
export type ResultDiff = { [List in keyof Announced]: ChangesOf<Announced[List]> };

type ChangesOf<Facts> = Facts extends Fact<infer Key, infer Value>[] ? FactChange<Key, Value>[] : never;

/** Null before: it was not there; null after: it is gone. Never null in both. */
export interface FactChange<Key, Value> {
	key: Key;
	before: Value | null;
	after: Value | null;
}

/** R240: everything that is announced differently, in the order of its keys; R241: nothing else. */
export function diffResults(before: ContestResult, after: ContestResult): ResultDiff {
	const [old, now] = [announcedOf(before), announcedOf(after)];
	return {
		places: changes(old.places, now.places),
		teams: changes(old.teams, now.teams),
		advancement: changes(old.advancement, now.advancement),
		awards: changes(old.awards, now.awards),
		nominations: changes(old.nominations, now.nominations),
		missing: changes(old.missing, now.missing)
	};
}

/** R241. */
export function isEmptyDiff(diff: ResultDiff): boolean {
	return Object.values(diff).every((list) => list.length === 0);
}

/** R240: the difference applied to what was announced gives what is announced after it. */
export function applyDiff(announced: Announced, diff: ResultDiff): Announced {
	return {
		places: applied(announced.places, diff.places),
		teams: applied(announced.teams, diff.teams),
		advancement: applied(announced.advancement, diff.advancement),
		awards: applied(announced.awards, diff.awards),
		nominations: applied(announced.nominations, diff.nominations),
		missing: applied(announced.missing, diff.missing)
	};
}

function changes<Key, Value>(before: Fact<Key, Value>[], after: Fact<Key, Value>[]): FactChange<Key, Value>[] {
	const found = new Map<string, FactChange<Key, Value>>();
	for (const { key, value } of before) found.set(canonical(key), { key, before: value, after: null });
	for (const { key, value } of after) {
		const text = canonical(key);
		found.set(text, { key, before: found.get(text)?.before ?? null, after: value });
	}
	return inOrder([...found.values()].filter((change) => canonical(change.before) !== canonical(change.after)));
}

function applied<Key, Value>(facts: Fact<Key, Value>[], list: FactChange<Key, Value>[]): Fact<Key, Value>[] {
	const changed = new Set(list.map(({ key }) => canonical(key)));
	return inOrder([
		...facts.filter(({ key }) => !changed.has(canonical(key))),
		...list.flatMap(({ key, after }) => (after === null ? [] : [{ key, value: after }]))
	]);
}
