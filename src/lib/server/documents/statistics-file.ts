// The statistics of questions as a sheet; it must not know who may have it.
import type { QuestionStatistics } from '../../contest/bank/statistics.ts';
import { writeCsv } from '../../formats/csv.ts';
import { workbook, type SheetColumn } from '../../formats/write-workbook.ts';
import { m } from '../../paraglide/messages.js';

type Language = 'vi' | 'en';

export interface CountedQuestion extends QuestionStatistics {
	topic: string;
	difficulty: number;
	text: string;
}

export interface WrittenFile {
	bytes: Uint8Array;
	type: string;
}

export function statisticsCsv(asked: CountedQuestion[], language: Language): WrittenFile {
	const titles = columnsOf(language).map(({ title }) => title);
	return { bytes: writeCsv(titles, rowsOf(asked, language)), type: 'text/csv; charset=utf-8' };
}

export async function statisticsWorkbook(asked: CountedQuestion[], language: Language): Promise<WrittenFile> {
	const name = m.bank_stats_title({}, { locale: language });
	return {
		bytes: await workbook([{ name, columns: columnsOf(language), rows: rowsOf(asked, language) }], { language }),
		type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
	};
}

function columnsOf(language: Language): SheetColumn[] {
	const said = { locale: language };
	return [
		{ title: m.bank_code({}, said), kind: 'text', width: 16 },
		{ title: m.bank_text({}, said), kind: 'text', width: 60 },
		{ title: m.console_topic({}, said), kind: 'text', width: 24 },
		{ title: m.console_difficulty({}, said), kind: 'count' },
		{ title: m.bank_stats_asked({}, said), kind: 'count' },
		{ title: m.bank_stats_answered({}, said), kind: 'count' },
		{ title: m.bank_stats_right({}, said), kind: 'count' },
		{ title: m.bank_stats_share({}, said), kind: 'number' },
		{ title: m.bank_stats_discrimination({}, said), kind: 'number' },
		{ title: m.bank_stats_time({}, said), kind: 'number' },
		{ title: m.bank_stats_void({}, said), kind: 'text' }
	];
}

function rowsOf(asked: CountedQuestion[], language: Language): (string | number | null)[][] {
	return asked.map((each) => [
		...[each.code, each.text, each.topic, each.difficulty, each.asked, each.answered, each.right],
		rounded(each.share),
		rounded(each.discrimination),
		each.medianMs === null ? null : rounded(each.medianMs / 1000),
		each.isVoid ? m.bank_stats_void({}, { locale: language }) : null
	]);
}

/** Two decimals are as much as some dozens of people can tell. */
function rounded(value: number | null): number | null {
	return value === null ? null : Math.round(value * 100) / 100;
}
