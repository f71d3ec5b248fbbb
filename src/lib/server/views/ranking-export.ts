// The result as a file for those who may see it; the workbook's form is the documents' business.
import type { ContestId } from '../../contest/ids.ts';
import type { Refusal } from '../../contest/refusal.ts';
import { rankingWorkbook } from '../documents/ranking-workbook.ts';
import { foldVietnamese } from '../../formats/vietnamese-text.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { scoreSummary } from './score-summary.ts';

export interface RankingExport {
	/** ASCII only, so that every browser and system keeps it. */
	fileName: string;
	bytes: Uint8Array;
}

export async function rankingExport(
	app: App,
	seat: Seat,
	contestId: ContestId,
	language: 'vi' | 'en'
): Promise<RankingExport | Refusal> {
	const summary = await scoreSummary(app, seat, contestId, 'results:see');
	if ('refused' in summary) return summary;
	const marks = summary.parts.flatMap(({ title, rows }) =>
		rows.flatMap(({ number, name, sheets }) =>
			sheets.flatMap((sheet, at) => {
				const judge = summary.judges[at];
				return sheet && judge ? [{ number, name, part: title, judge: `${judge.code} ${judge.name}`, ...sheet }] : [];
			})
		)
	);
	return {
		fileName: `${foldVietnamese(summary.contest.name)
			.replace(/[^a-z0-9]+/g, '-')
			.slice(0, 60)}.xlsx`,
		bytes: await rankingWorkbook({ marks, standings: summary.standings }, language)
	};
}
