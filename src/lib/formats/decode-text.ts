// Bytes of a text file → text, strictly: byte order mark, UTF-8 or UTF-16, never a guess; it must not know what the text says.
import { type Problem, problem } from './problem.ts';

export interface DecodedText {
	text: string;
	repairs: Problem[];
}

/** Text without byte order mark, or the reason why the bytes are not readable text. */
export function decodeText(bytes: Uint8Array): DecodedText | Problem {
	const mark = markOf(bytes);
	const body = bytes.subarray(mark.length);
	let text: string;
	try {
		text = new TextDecoder(mark.encoding, { fatal: true, ignoreBOM: true }).decode(body);
	} catch {
		return problem('import/not-utf8', {});
	}
	if (text.includes('\u0000')) return problem('import/not-text', {});
	const repairs: Problem[] = [];
	if (mark.encoding !== 'utf-8') {
		repairs.push(problem('import/encoding-converted', { encoding: mark.encoding.toUpperCase() }));
	} else if (mark.length > 0) repairs.push(problem('import/bom-removed', {}));
	return { text, repairs };
}

function markOf(bytes: Uint8Array): { encoding: 'utf-8' | 'utf-16le' | 'utf-16be'; length: number } {
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
	return { encoding: 'utf-8', length: 0 };
}
