// Signs that mean something to GIFT and how they are written inside a text; it must not know questions.
import { markupToText } from '../markup-text.ts';

/** What Moodle unescapes: `\:` and the like become signs of a private area, so that they no longer part anything. */
const escaped = [':', '#', '=', '{', '}', '~'] as const;
const hidden = new Map<string, string>(escaped.map((sign, at) => [`\\${sign}`, String.fromCharCode(0xe000 + at)]));
const shown = new Map<string, string>([...hidden].map(([from, to]) => [to, from.slice(1)]));
const newLine = '\ue010';
const backslash = '\ue011';

/** The text with escaped signs out of the way; those of the private area itself are dropped. */
export function hideEscapes(text: string): string {
	return text
		.replace(/[\ue000-\ue011]/g, '')
		.replace(/\\\\/g, backslash)
		.replace(/\\[:#={}~]/g, (pair) => hidden.get(pair) ?? pair)
		.replace(/\\n/g, newLine);
}

export function showEscapes(text: string): string {
	return text
		.replace(/[\ue000-\ue005]/g, (sign) => shown.get(sign) ?? sign)
		.replaceAll(newLine, '\n')
		.replaceAll(backslash, '\\');
}

export type GiftFormat = 'moodle' | 'html' | 'plain' | 'markdown';

export interface GiftText {
	text: string;
	format: GiftFormat;
	hasPicture: boolean;
}

/** A text with «[html]» or another format before it, or in that of the question. */
export function readGiftText(hiddenText: string, inherited: GiftFormat = 'moodle'): GiftText {
	const told = /^\s*\[(moodle|html|plain|markdown)\]/.exec(hiddenText);
	const format = (told?.[1] as GiftFormat | undefined) ?? inherited;
	const text = showEscapes(told ? hiddenText.slice(told[0].length) : hiddenText).trim();
	if (format === 'plain' || format === 'markdown') return { text, format, hasPicture: false };
	return { ...markupToText(text, format === 'html'), format };
}

export function escapeGift(text: string): string {
	return text.replace(/[\\#=~{}:]/g, '\\$&').replace(/\n/g, '\\n');
}
