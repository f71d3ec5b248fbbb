// Writing what a contest's papers have in common (R302); possible after the result is published too, for papers are signed after it.
import { z } from 'zod';
import { letterheadCodes, paperKinds } from '../../contest/paper/letterhead-forms.ts';
import { isRefusal, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { writeLetterhead as storeLetterhead } from '../stores/letterheads.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';

/** One line of paper; may be empty. */
const line = z
	.string()
	.refine((text) => text.isWellFormed())
	.transform((text) =>
		text
			.normalize('NFC')
			.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
			.trim()
	)
	.pipe(z.string().max(200));
const filled = line.pipe(z.string().min(1));
const lines = z
	.array(line)
	.max(30)
	.transform((all) => all.filter((each) => each !== ''));
const day = z.iso.date().or(z.literal(''));

const issuer = z.strictObject({
	superior: line,
	body: filled,
	symbol: line.pipe(z.string().max(20)),
	behalf: z.enum(['whole', 'order', 'none']),
	deputyFor: line,
	title: filled,
	name: line
});

const input = z.strictObject({
	contestId: z.uuid(),
	letterhead: z.strictObject({
		form: z.enum(letterheadCodes),
		place: line.pipe(z.string().max(80)),
		committee: issuer,
		authority: issuer,
		headJudge: line,
		secretary: line,
		numbers: z.partialRecord(z.enum(paperKinds), z.strictObject({ number: line.pipe(z.string().max(20)), day })),
		grounds: lines,
		recipients: lines
	})
});

export async function writeLetterhead(app: App, seat: Seat, given: unknown): Promise<Changed<null> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, letterhead } = read;
	const request = { contestId, permission: 'papers:prepare' as const, staysPossible: true as const };
	return changeContest(app, seat, request, async ({ db, now, record }) => {
		await storeLetterhead(db, contestId, letterhead, new Date(now));
		record('letterhead-written', { ...letterhead });
		return null;
	});
}
