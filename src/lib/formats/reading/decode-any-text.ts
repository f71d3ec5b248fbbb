// Bytes of a text file → text, also where Excel has saved it in a code page of Windows; only what then reads as Vietnamese is taken. It must not know tables.
import { decodeText, type DecodedText } from '../decode-text.ts';
import { type Problem, problem } from '../problem.ts';
import { isInOldCode, looksVietnamese, markedWords, oldCodes } from './old-codes.ts';

/** Fewer words could be chance. */
const leastWords = 3;

/** TCVN3 and VNI stay as they are here: whoever reads the rows asks before converting them. */
export function decodeAnyText(bytes: Uint8Array): DecodedText | Problem {
	const decoded = decodeText(bytes);
	if (!('code' in decoded) || decoded.code !== 'import/not-utf8') return decoded;
	const western = new TextDecoder('windows-1252').decode(bytes);
	const words = markedWords(western);
	if (
		oldCodes.some(
			(code) =>
				isMostly(words, (word) => isInOldCode(word, code) || looksVietnamese(word), 0.6) && isEnough(words, code)
		)
	)
		return { text: western, repairs: [] };
	const text = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
	const isVietnamese = isMostly(markedWords(text), looksVietnamese, 0.8);
	return isVietnamese
		? { text, repairs: [problem('import/encoding-converted', { encoding: 'WINDOWS-1258' })] }
		: decoded;
}

function isEnough(words: readonly string[], code: (typeof oldCodes)[number]): boolean {
	return words.filter((word) => isInOldCode(word, code)).length >= leastWords;
}

function isMostly(words: readonly string[], is: (word: string) => boolean, share: number): boolean {
	return words.length >= leastWords && words.filter(is).length >= share * words.length;
}
