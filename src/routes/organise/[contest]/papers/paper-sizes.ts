// The letters of a form as variables that the elements of a paper take; it must not know which form.
import type { Sizes } from '#lib/contest/paper/letterhead-forms.ts';

/** "--paper-motto: 12pt; …", for the style of what holds a paper. */
export function paperSizes(sizes: Sizes): string {
	return Object.entries(sizes)
		.map(([element, points]) => `--paper-${element}: ${points}pt`)
		.join('; ');
}
