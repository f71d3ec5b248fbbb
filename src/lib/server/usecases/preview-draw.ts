// What a seed and a table would draw, for the organiser to look at first; it writes nothing and takes nothing.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { byCode, drawTable, freeQuestions, refuseOpenDraw, tableInput } from './pick-for-round.ts';
import { readInput } from './read-input.ts';
import { seedText } from './setup-input.ts';

const input = z.strictObject({ contestId: z.uuid(), seed: seedText, table: tableInput });

export interface DrawPreview {
	/** Of the contest: whoever takes it names it, so that nothing else is taken. */
	version: number;
	questions: { code: string; topic: string; difficulty: number; text: string }[];
}

export async function previewDraw(app: App, seat: Seat, given: unknown): Promise<DrawPreview | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, seed, table } = read;
	const refusal = refuseUnless(seat, 'contest:edit', contestId);
	if (refusal) return refusal;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const sealed = await refuseOpenDraw(db, contest);
	if (sealed) return sealed;
	const free = await freeQuestions(db, contest);
	const codes = drawTable(free, seed, table);
	if (isRefusal(codes)) return codes;
	return {
		version: contest.version,
		questions: byCode(free, codes).map(({ code, topic, difficulty, text }) => ({ code, topic, difficulty, text }))
	};
}
