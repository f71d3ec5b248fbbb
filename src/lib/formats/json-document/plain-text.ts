// The one form in which text stands in a document: NFC, lines ended by \n; it must not know which text.
import { nfc } from '../vietnamese-text.ts';

export function plainText(text: string): string {
	return nfc(text.replace(/\r\n?/g, '\n'));
}

/**
 * The same value with every text and every name of a field in that form, and the fields in order of their names. Numbers
 * beyond the safe integers become text, as readers of JSON would round them.
 */
export function inPlainText(value: unknown): unknown {
	if (typeof value === 'string') return plainText(value);
	if (typeof value === 'bigint') return String(value);
	if (Array.isArray(value)) return value.map(inPlainText);
	if (typeof value !== 'object' || value === null) return value;
	const fields = Object.entries(value).map(([name, field]): [string, unknown] => [plainText(name), inPlainText(field)]);
	return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}
