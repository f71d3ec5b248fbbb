// The compile-time check that holds schemas and types equal tells apart what must not drift.
import { expect, test } from 'vitest';
import type { SameType } from './same-type.ts';

interface Named {
	name: string;
}

test('types that differ in a field, its type, or whether it may be left out are not the same', () => {
	const same: [
		SameType<{ name: string; at: number }, Named & { at: number }>,
		SameType<({ kind: 'a' } | { kind: 'b' }) & Named, { kind: 'a'; name: string } | { kind: 'b'; name: string }>
	] = [true, true];
	const different: [
		SameType<{ name: string; at: number }, Named>,
		SameType<Named, { name: string; at?: number }>,
		SameType<{ name: string | null }, Named>,
		SameType<{ kind: string }, { kind: 'a' | 'b' }>,
		SameType<{ all: { at: number }[] }, { all: { at: string }[] }>
	] = [false, false, false, false, false];
	// The compiler has held them already; a wrong one does not pass svelte-check.
	expect([...same, ...different]).toEqual([true, true, false, false, false, false, false]);
});
