// A text of Moodle XML in one of Moodle's formats → plain text; it must not know which text it is.
import { markupToText, type PlainMarkup } from '../markup-text.ts';
import { elementOf, elementsOf, textOf, type XmlElement } from '../xml.ts';

export type TextFormat = 'html' | 'moodle_auto_format' | 'plain_text' | 'markdown' | 'wiki_like';

/** `inherited` is the format of an element that names none. */
export function formattedText(
	element: XmlElement | undefined,
	inherited: TextFormat
): PlainMarkup & { format: TextFormat } {
	const format = formatOf(element?.attributes.format, inherited);
	const text = textOf(elementOf(element, 'text')).replace(/\r\n?/g, '\n').trim();
	const hasFile = element !== undefined && elementsOf(element, 'file').length > 0;
	if (format === 'html' || format === 'moodle_auto_format') {
		const plain = markupToText(text, format === 'html');
		return { text: plain.text, hasPicture: plain.hasPicture || hasFile, format };
	}
	return { text, hasPicture: hasFile, format };
}

const formats = ['html', 'moodle_auto_format', 'plain_text', 'markdown', 'wiki_like'] as const;

/** A name Moodle does not know is HTML. */
function formatOf(name: string | undefined, inherited: TextFormat): TextFormat {
	if (name === undefined) return inherited;
	return formats.find((format) => format === name.trim()) ?? 'html';
}
