// Which colours are read on which, as data for the contrast test, and the few colours needed outside a stylesheet.
// The values themselves stand in `src/app.css` alone; `palette.test.ts` reads them there.

/** A text colour, the ground it is read on, and whether it is only ever large (≥ 24 px, or ≥ 18.66 px bold) or a shape. */
export interface Pair {
	text: string;
	on: string;
	large?: true;
}

const grounds = ['paper', 'surface', 'sunken'];
const texts = ['ink', 'slate', 'red', 'red-deep', 'leaf', 'amber'];

export const pairs: readonly Pair[] = [
	...grounds.flatMap((on) => texts.map((text) => ({ text, on }))),
	...['red-tint', 'leaf-tint', 'amber-tint', 'slate-tint'].flatMap((on) => [
		{ text: 'ink', on },
		{ text: 'slate', on }
	]),
	{ text: 'red', on: 'red-tint' },
	{ text: 'leaf', on: 'leaf-tint' },
	{ text: 'leaf', on: 'amber-tint' },
	{ text: 'red', on: 'amber-tint' },
	{ text: 'amber', on: 'amber-tint' },
	{ text: 'on-fill', on: 'red-fill' },
	{ text: 'on-fill', on: 'red-fill-deep' },
	{ text: 'on-gold', on: 'gold' },
	...['a', 'b', 'c', 'd', 'e'].map((letter) => ({ text: 'on-answer', on: `answer-${letter}` })),
	// Edges of fields, the focus ring and time bars are shapes (WCAG 1.4.11): 3 : 1.
	...grounds.flatMap((on) => [
		{ text: 'line-strong', on, large: true as const },
		{ text: 'focus', on, large: true as const }
	]),
	{ text: 'leaf', on: 'line', large: true },
	{ text: 'red', on: 'line', large: true },
	{ text: 'amber', on: 'line', large: true }
];

/** For files that cannot read a stylesheet: the page's theme colour, the manifest, pictures. */
export const palette = { lacquer: '#a61e22', paper: '#fbfaf7', hallGold: '#e3b95b', hallGround: '#14110f' } as const;
