// Typing a sheet from paper: once by each of two people, the second without having seen the first. Equal, it is the judge's submitted sheet.
import { z } from 'zod';
import { paperDifferences } from '../../contest/paper-sheet.ts';
import { formatPoints, parsePoints, type Points } from '../../contest/points.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { criteriaOf, hashOfComments, hashOfMarks, totalOfSheet } from '../../contest/sheet.ts';
import type { App } from '../app.ts';
import type { Seat, StaffSeat } from '../seat.ts';
import { readBlindTurns } from '../stores/blind-turns.ts';
import { insertEntry, readEntries, readEntryOf, readPapersOf, type PaperRecord } from '../stores/paper-sheets.ts';
import { readSheet, type SheetRecord } from '../stores/sheets.ts';
import { changeContest, type Change, type Changed } from './change-contest.ts';
import { sheetOf, type OwnSheet } from './own-sheet.ts';
import { confirmPaper } from './papers/confirm-paper.ts';
import { openPaper } from './papers/open-paper.ts';
import { readInput } from './read-input.ts';
import { readComments, readMarks, refuseUnfinished, sheetFields } from './sheet-fields.ts';

const input = z.strictObject({
	contestId: z.uuid(),
	turnId: z.uuid(),
	judgeId: z.uuid(),
	...sheetFields,
	/** The sum as the judge wrote it on the paper; empty when there is none, or when it is wrong there. */
	sum: z.string().max(20).default('')
});

/** first: a second person types it too · confirmed: submitted and locked · differs: the head judge chooses */
export interface TypedPaper {
	outcome: 'first' | 'confirmed' | 'differs';
	/** Codes of the criteria in which the entries differ. */
	differs: string[];
}

export async function enterPaperSheet(app: App, seat: Seat, given: unknown): Promise<Changed<TypedPaper> | Refusal> {
	if (seat.kind !== 'staff') return refuse('access/sign-in-needed');
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, turnId, judgeId } = read;
	return changeContest(app, seat, { contestId, permission: 'papers:enter' }, async (change) => {
		const { db, contest } = change;
		const sheet = await sheetOf(db, contest, turnId, ({ id }) => id === judgeId);
		if (isRefusal(sheet)) return sheet;
		if (sheet.judge.accountId === seat.accountId) return refuse('paper/own-sheet');
		// T-23: a secretary who marks too would see how another has marked.
		if ((await readBlindTurns(db, contestId, seat.accountId)).has(turnId)) return refuse('paper/still-blind');
		const typed = readTyped(sheet, read);
		if (isRefusal(typed)) return typed;

		const papers = await readPapersOf(db, turnId, judgeId);
		const again = await sentAgain(change, seat, sheet, papers.at(-1), typed);
		if (again) return again;
		const stored = await readSheet(db, turnId, judgeId);
		if (stored?.lockedAt) return refuse('sheet/locked');
		if (stored && !stored.closedAt) return refuse('paper/on-screen', { judge: sheet.judge.code });
		const paper = stored
			? papers.find(({ state }) => state === 'open')
			: await openPaper(change, seat, { sheet, stored, version: 0, reason: '' });
		if (!paper) return refuse('paper/on-screen', { judge: sheet.judge.code });
		return enter(change, seat, { sheet, paper, typed });
	});
}

interface Typed {
	marks: SheetRecord['marks'];
	comments: SheetRecord['comments'];
}

/** R23, R24: a whole sheet, its notes too; nothing is filled in. */
function readTyped({ parts, turn }: OwnSheet, given: z.infer<typeof input>): Typed | Refusal {
	const marks = readMarks(parts, turn.status, given.marks);
	if (isRefusal(marks)) return marks;
	const comments = readComments(parts, given.comments);
	if (isRefusal(comments)) return comments;
	const unfinished = refuseUnfinished(parts, marks, comments);
	if (unfinished) return unfinished;
	const sum = totalOfSheet(parts, marks);
	if (given.sum.trim() !== '' && parsePoints(given.sum) !== sum)
		return refuse('paper/sum-differs', { sum: bothWays(sum), written: given.sum.trim() }, 'sum');
	return { marks, comments: Object.fromEntries(Object.entries(comments).filter(([, text]) => text !== '')) };
}

const bothWays = (points: Points) => ({ vi: formatPoints(points, 'vi'), en: formatPoints(points, 'en') });

/** Null unless this account has typed the latest paper already: the same once more is the same answer, anything else is refused. */
async function sentAgain(
	{ db }: Change,
	seat: StaffSeat,
	{ parts }: OwnSheet,
	paper: PaperRecord | undefined,
	typed: Typed
): Promise<TypedPaper | Refusal | null> {
	if (!paper || paper.state === 'returned') return null;
	const before = await readEntryOf(db, paper.id, seat.accountId);
	if (!before) return null;
	if (hashOfMarks(before.marks) !== hashOfMarks(typed.marks)) return refuse('paper/already-typed');
	if (paper.state === 'confirmed') return { outcome: 'confirmed', differs: [] };
	const [first, second] = await readEntries(db, paper.id);
	if (!first || !second) return { outcome: 'first', differs: [] };
	const differences = paperDifferences(criteriaOf(parts), first.marks, second.marks);
	return { outcome: 'differs', differs: differences.map(({ code }) => code) };
}

async function enter(
	change: Change,
	seat: StaffSeat,
	{ sheet, paper, typed }: { sheet: OwnSheet; paper: PaperRecord; typed: Typed }
): Promise<TypedPaper | Refusal> {
	const { db, now, record } = change;
	const { judge, turn, parts } = sheet;
	const ordinal = paper.typists.length + 1;
	if (ordinal > 2) return refuse('paper/typed-twice');
	await insertEntry(db, {
		paperId: paper.id,
		ordinal,
		...typed,
		enteredBy: seat.name,
		enteredByAccount: seat.accountId,
		enteredAt: new Date(now)
	});
	const whose = { turnId: turn.id, contestantId: turn.contestantId, judgeId: judge.id, judge: judge.code };
	record('paper-typed', {
		...whose,
		paperId: paper.id,
		entry: ordinal,
		marksHash: hashOfMarks(typed.marks),
		commentsHash: hashOfComments(typed.comments)
	});
	const [first] = await readEntries(db, paper.id);
	if (ordinal === 1 || !first) return { outcome: 'first', differs: [] };
	const differs = paperDifferences(criteriaOf(parts), first.marks, typed.marks).map(({ code }) => code);
	if (differs.length > 0) {
		record('paper-differs', { ...whose, criteria: differs });
		return { outcome: 'differs', differs };
	}
	const stored = await readSheet(db, turn.id, judge.id);
	if (!stored) return refuse('paper/not-there');
	const typists = [...paper.typists, { ordinal, name: seat.name, accountId: seat.accountId, at: now }];
	const refused = await confirmPaper(change, seat, {
		sheet,
		stored,
		paper: { ...paper, typists },
		held: first,
		resolved: null
	});
	return refused ?? { outcome: 'confirmed', differs: [] };
}
