// The fields of a score sheet as people type them, on the screen or from paper; it must not know who types or what becomes of them.
import { z } from 'zod';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { parsePoints } from '../../contest/points.ts';
import { isMarkOnGrid, type Criterion, type Marks } from '../../contest/rubric.ts';
import { criteriaOf, isPartOpen, missingNotes, missingOnSheet, type SheetPart } from '../../contest/sheet.ts';

/** Key of the comment on the whole sheet; the others are criterion codes. */
const wholeSheet = 'general';
const longestComment = 1000;

/** By criterion code: marks with comma or dot, and comments. */
export const sheetFields = {
	marks: z.record(z.string().max(20), z.string().max(20)),
	comments: z.record(z.string().max(20), z.string().max(20_000))
};

/** R23, R24: only criteria of the sheet, on their grid, of parts that are open. */
export function readMarks(
	parts: SheetPart[],
	status: Parameters<typeof isPartOpen>[1],
	given: Record<string, string>
): Marks | Refusal {
	const marks: Marks = {};
	for (const [code, text] of Object.entries(given)) {
		const part = parts.find(({ rubric }) => rubric.criteria.some((criterion) => criterion.code === code));
		const criterion = part?.rubric.criteria.find((candidate) => candidate.code === code);
		if (!part || !criterion) return refuse('input/not-valid', { criterion: code }, code);
		if (text.trim() === '') {
			marks[code] = null;
			continue;
		}
		if (!isPartOpen(part.kind, status)) return refuse('sheet/not-open', { criterion: code }, code);
		const mark = parsePoints(text);
		if (mark === null || !isMarkOnGrid(criterion, mark)) return offGrid(criterion);
		marks[code] = mark;
	}
	return marks;
}

/** R23: null when every mark is there and every note that must stand beside one; a sheet without parts is never finished. */
export function refuseUnfinished(parts: SheetPart[], marks: Marks, comments: Record<string, string>): Refusal | null {
	const missing = missingOnSheet(parts, marks);
	if (parts.length === 0 || missing.length > 0)
		return refuse('sheet/incomplete', { missing: missing.map(({ code }) => code).join(', '), count: missing.length });
	const noteless = missingNotes(parts, marks, comments);
	if (noteless.length === 0) return null;
	return refuse('sheet/note-needed', {
		missing: noteless.map(({ code, name }) => `${code} ${name}`).join('; '),
		count: noteless.length
	});
}

function offGrid({ code, name, max, step }: Criterion): Refusal {
	return refuse('sheet/mark-not-valid', { criterion: code, name, max: max / 100, step: step / 100 }, code);
}

/** `further`: keys that may stand beside those of the sheet itself. */
export function readComments(
	parts: SheetPart[],
	given: Record<string, string>,
	further: string[] = []
): Record<string, string> | Refusal {
	const known = new Set([wholeSheet, ...further, ...criteriaOf(parts).map(({ code }) => code)]);
	const comments: Record<string, string> = {};
	for (const [code, text] of Object.entries(given)) {
		const comment = cleanComment(text);
		if (!known.has(code) || comment === null) return refuse('input/not-valid', { criterion: code }, `comment.${code}`);
		comments[code] = comment;
	}
	return comments;
}

/** NFC without control characters, at most 1,000 characters as people count them; null when it cannot be kept. */
function cleanComment(text: string): string | null {
	if (!text.isWellFormed() || text.includes('\u0000')) return null;
	const comment = text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
	const graphemes = [...new Intl.Segmenter('vi', { granularity: 'grapheme' }).segment(comment)];
	return graphemes.length <= longestComment ? comment : null;
}
