// The code of a question whose file gives it none, made of its words (0023); it must not know what else the file says.
import { sha256 } from '../../contest/sha256.ts';
import { cleanText } from '../vietnamese-text.ts';

/** «CH-9F3A27C1D0»: the same words give the same code in every file and in every order. */
export function madeCode(texts: readonly string[]): string {
	const words = texts.map((text) => cleanText(text).toLocaleLowerCase('vi')).join('\n');
	return `CH-${sha256(words).slice(0, 10).toUpperCase()}`;
}
