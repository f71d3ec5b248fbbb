// The result as a file for those who may see it; the workbook's form is the documents' business.
import type { ContestId } from '../../contest/ids.ts';
import type { Refusal } from '../../contest/refusal.ts';
import { rankingWorkbook, type RankingFacts } from '../documents/ranking-workbook.ts';
import { foldVietnamese } from '../../formats/vietnamese-text.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { scoreSummary, type ScoreSummary } from './score-summary.ts';

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
	return {
		fileName: `${foldVietnamese(summary.contest.name)
			.replace(/[^a-z0-9]+/g, '-')
			.slice(0, 60)}.xlsx`,
		bytes: await rankingWorkbook(
			{ contest: summary.contest.name, marks: marksOf(summary), standings: summary.standings },
			language
		)
	};
}

/** One line per contestant, judged part and judge. */
export function marksOf({ parts, judges }: ScoreSummary): RankingFacts['marks'] {
	return parts.flatMap(({ title, rows }) =>
		rows.flatMap(({ number, name, sheets }) =>
			sheets.flatMap((sheet, at) => {
				const judge = judges[at];
				return sheet && judge ? [{ number, name, part: title, judge: `${judge.code} ${judge.name}`, ...sheet }] : [];
			})
		)
	);
}
