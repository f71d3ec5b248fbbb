// Sizes of letters as a Word file writes them, and the room their words take; it must not know whose.
import { boundWords } from '../../contest/bound-words.ts';
import { evenLines, textWidth } from '../letter-widths.ts';

export const points = (size: number): `${number}pt` => `${size}pt`;

const millimetresPerPoint = 25.4 / 72;

/** `width` of text in letters, as `textWidth` counts it. */
export const inMillimetres = (width: number, size: number) => width * size * millimetresPerPoint;
export const widthOf = (text: string, size: number, isBold = false) => inMillimetres(textWidth(text, isBold), size);

/** Letters of another font of the same name may be a little wider. */
export const spare = 1.03;

/** They begin what comes, so no line should end in them. */
const leading = /(^|\s)(các|của|và|về) /giu;

/** Capitals in even lines within `room` millimetres, words that belong together on one of them. */
export function capitalLines(text: string, size: number, room: number, isBold = false): string[] {
	const bound = boundWords(text);
	const [loose, tight] = [bound, bound.replace(leading, '$1$2\u00a0')].map((each) =>
		evenLines(each.toUpperCase(), room / (spare * size * millimetresPerPoint), isBold)
	) as [string[], string[]];
	// Made here, the lines need no binding any more.
	return (tight.length > loose.length ? loose : tight).map((line) => line.replaceAll('\u00a0', ' '));
}
