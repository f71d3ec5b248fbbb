// Checks the whole hash-chained log of a contest from its first line on, the sheets that were signed in it and what was typed from paper.
import type { ContestId } from '../../contest/ids.ts';
import { verifyStored, type BadRow } from '../../contest/stored-marks.ts';
import type { App } from '../app.ts';
import { readEvents } from '../stores/events.ts';
import { readStored } from '../stores/stored-marks.ts';

export interface BadSheet {
	/** Empty when the sheet is gone. */
	number: string;
	judge: string;
	revision: number;
}

/** What one person typed from the paper of a sheet. */
export interface BadEntry extends Omit<BadSheet, 'revision'> {
	/** 1 or 2. */
	entry: number;
}

export type LogVerdict =
	| { ok: true; count: number; headHash: string }
	/** The number of the first line that does not fit, itself or by the sheet it speaks of; null when no line speaks of the sheet. */
	| {
			ok: false;
			count: number;
			firstBad: number | null;
			sheet: BadSheet | BadEntry | null;
			row: BadRow | null;
	  };

export async function verifyLog(app: App, contestId: ContestId): Promise<LogVerdict> {
	const { lines, end, ...rows } = await readStored(app.database.drizzle, contestId);
	const verdict = verifyStored(lines, end, rows);
	const count = lines.length;
	if (verdict.ok) return { ok: true, count, headHash: verdict.lastHash };
	const found = { ok: false, count, firstBad: verdict.sequence, sheet: null, row: null } as const;
	if (verdict.bad === 'line') return found;
	if (verdict.bad === 'lock' || verdict.bad === 'hand' || verdict.bad === 'interest')
		return { ...found, row: verdict.bad };
	const { number, judge } = verdict;
	const which = verdict.bad === 'sheet' ? { revision: verdict.revision } : { entry: verdict.entry };
	return { ...found, sheet: { number, judge, ...which } };
}

/** The number of the line whose hash was printed; null when the log has no such line. Blanks and case do not matter. */
export async function lineOfHead(app: App, contestId: ContestId, printed: string): Promise<number | null> {
	const hash = printed.replace(/\s/g, '').toLowerCase();
	return (await readEvents(app.database.drizzle, contestId)).find((line) => line.hash === hash)?.sequence ?? null;
}
