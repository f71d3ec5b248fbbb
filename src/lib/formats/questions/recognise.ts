// Tells by its content which format a file of questions is in; it must not read the questions.
import type { KnowsHeader } from '../build-table.ts';
import { headerKey } from '../columns.ts';
import { fileKind } from '../file-kind.ts';
import type { ImportChoices } from '../reading/choices.ts';
import { decodeAnyText } from '../reading/decode-any-text.ts';
import { tableLimits } from '../table.ts';
import { cleanText } from '../vietnamese-text.ts';
import { looksLikeAiken } from './aiken.ts';
import { looksLikeGift } from './gift/read-gift.ts';
import { looksLikeList } from './list/list-labels.ts';
import { readOldText } from './old-text.ts';

export const questionFormats = ['table', 'list', 'gift', 'aiken', 'moodle-xml', 'json'] as const;
/** `table` is a sheet or CSV of any kind; `list` is numbered text, in Word or plain. */
export type QuestionFormat = (typeof questionFormats)[number];

/** What it cannot tell is a table, so that the reader of tables says what is wrong. */
export function recognise(bytes: Uint8Array, knows: KnowsHeader, choices: ImportChoices = {}): QuestionFormat {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/^ï»¿/, '').trimStart();
	if (/^<\?xml|^<quiz\b/.test(head)) return 'moodle-xml';
	if (fileKind(bytes) !== 'text') return 'table';
	const decoded = decodeAnyText(bytes);
	if ('code' in decoded) return 'table';
	const lines = decoded.text.replace(/\r\n?/g, '\n').split('\n');
	// What is asked about a text first is in which code it is; what it is shows once it can be read.
	const text = lines.map(readOldText(lines, choices).convert).join('\n');
	if (text.trimStart().startsWith('{')) return 'json';
	if (hasHeader(text, knows)) return 'table';
	if (looksLikeAiken(text)) return 'aiken';
	if (looksLikeGift(text)) return 'gift';
	return looksLikeList(text) ? 'list' : 'table';
}

/** Three known headers in one of the first rows, that of the question among them; two may be chance. */
function hasHeader(text: string, knows: KnowsHeader): boolean {
	const rows = text.split('\n', tableLimits.headerSearch).map((line) => line.split(/[,;\t]/));
	return rows.some((cells) => {
		const known = cells.map((cell) => cleanText(cell.replace(/^"|"$/g, ''))).filter(knows);
		return known.length >= 3 && known.some((cell) => /^(?:cau hoi|noi dung|question|text)/.test(headerKey(cell)));
	});
}
