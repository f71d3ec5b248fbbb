// Which options stand out from the others (bold, underlined, coloured, highlighted), as Word lists mark the right one; it must not know keys.
import { isMostly, type Span, standsOut } from './list-line.ts';

interface Marked {
	letter: string;
	label: Span;
	content: Span;
}

export interface MarkedLetters {
	/** By highlight, colour, underline: each as «B» or «A, C». */
	strong: string[];
	/** By bold type, which often means nothing. */
	weak: string[];
}

/** A mark that all options have, or none, tells nothing. Of bold type only a single option tells something. */
export function markedLetters(options: readonly Marked[]): MarkedLetters {
	const { bold, ...rest } = standsOut;
	return {
		strong: Object.values(rest).flatMap((bit) => lettersWith(options, bit, options.length - 1)),
		weak: lettersWith(options, bold, 1)
	};
}

/** The option as a whole, or else the letter of its label alone. */
function lettersWith(options: readonly Marked[], bit: number, most: number): string[] {
	const whole = options.filter(({ content }) => isMostly(content, bit));
	const labels = options.filter(({ label }) => isMostly(label, bit));
	const found = whole.length > 0 ? whole : labels;
	const limit = whole.length > 0 ? most : 1;
	if (options.length < 2 || found.length === 0 || found.length > limit || found.length === options.length) return [];
	return [found.map(({ letter }) => letter).join(', ')];
}
