// The number a new contestant gets (R266); it must not know whose.
import { compareContestantNumbers } from '../contestant-number.ts';

const first = 'TS01';

/** R266: one more than the highest there is, written as it is written: TS09 → TS10. Numbers that were given are never given again. */
export function nextNumber(taken: readonly string[]): string {
	const highest = [...taken]
		.filter((number) => /\d$/.test(number))
		.sort(compareContestantNumbers)
		.at(-1);
	if (highest === undefined) return first;
	const figures = /\d+$/.exec(highest)?.[0] ?? '';
	const next = String(BigInt(figures) + 1n).padStart(figures.length, '0');
	return highest.slice(0, -figures.length) + next;
}
