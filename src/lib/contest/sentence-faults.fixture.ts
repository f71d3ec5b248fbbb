// What is wrong with a sentence in two languages: holes, doubled spaces, the decimal sign of the other, one of many; it must not know what it says.
import type { Bilingual } from './ids.ts';

const holes = /undefined|NaN|\bnull\b|Infinity|\[object|[{}]|\s\s|^\s|\s$|^$|\s[,;.:]|\(\)|: *[.;]/;

/** The texts at fault, not counting dots inside codes such as P1.2; empty when there is nothing to mend. */
export function sentenceFaults({ vi, en }: Bilingual): string[] {
	return [
		...[vi, en].filter((text) => holes.test(text)),
		...(vi.normalize('NFC') === vi ? [] : [vi]),
		...(/(?<![\w.])\d+\.\d/.test(vi) ? [vi] : []),
		...(/\d,\d|\b1 (?:\w+ )?contestants\b/.test(en) ? [en] : []),
		...(vi === en ? [vi] : [])
	];
}
