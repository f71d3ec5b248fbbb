// How documents write hours, dates, points and where the log ended; it must not know which document.
import { placeAndDate } from '#lib/contest/paper/letterhead-forms.ts';
import type { PaperBlock } from '#lib/contest/paper/paper-document.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { displayDate } from '#lib/ui/format.ts';

export { displayDate, displayHour, displayPoints } from '#lib/ui/format.ts';

/** In a sentence: English as the head of the paper has it, "28 November 2026". */
export function paperDate(at: Date | number | string): string {
	return getLocale() === 'en'
		? placeAndDate('', displayDate(at).split('/').reverse().join('-'), 'en')
		: displayDate(at);
}

/**
 * Where the log ended when a paper was made, behind `lead`: `hoithi log verify --head` finds the line again. Nothing while the log is
 * empty.
 */
export function logMark({ count, hash }: { count: number; hash: string }, lead = ''): PaperBlock[] {
	if (count === 0) return [];
	// In eights, to be read aloud and typed.
	const code = hash.replace(/(.{8})(?=.)/g, '$1 ');
	const runs = [
		{ text: `${lead} ${m.paper_log_mark({ line: count })} `.trimStart(), look: 'italic' as const },
		{ text: code, look: 'code' as const }
	];
	return [{ kind: 'text', style: 'note', runs }];
}
