// How fast the panel marks and who still has sheets out, from times and counts alone; it must not know marks or who asks.
import type { JudgeId } from '../../contest/ids.ts';
import { medianMs, timeOfSheet } from '../../contest/marking-time.ts';
import type { JudgeRow } from '../stores/people.ts';
import type { SheetRecord } from '../stores/sheets.ts';
import { isMissing, type MatrixRow } from './matrix-row.ts';

export interface MarkingTimes {
	/** R146: median over all judges; null before the first timed sheet. */
	medianMs: number | null;
	/** Of how many sheets. */
	timed: number;
	judges: { id: JudgeId; code: string; name: string; medianMs: number | null; timed: number; open: number }[];
}

/** `rows` with one cell for each of `panel`; `open` counts sheets of turns that have ended. */
export function markingTimes(panel: JudgeRow[], rows: MatrixRow[], sheets: SheetRecord[]): MarkingTimes {
	const shown = new Set(rows.map(({ turnId }) => turnId));
	const timed = sheets
		.filter(({ turnId }) => shown.has(turnId))
		.flatMap((sheet) => {
			const ms = timeOfSheet(sheet);
			return ms === null ? [] : [{ judgeId: sheet.judgeId, ms }];
		});
	const ended = rows.filter(({ status }) => status === 'ended');
	return {
		medianMs: medianMs(timed.map(({ ms }) => ms)),
		timed: timed.length,
		judges: panel.map(({ id, code, fullName }, at) => {
			const own = timed.filter(({ judgeId }) => judgeId === id).map(({ ms }) => ms);
			const open = ended.filter(({ cells }) => isMissing(cells[at])).length;
			return { id, code, name: fullName, medianMs: medianMs(own), timed: own.length, open };
		})
	};
}
