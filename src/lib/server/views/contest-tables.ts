// Contestants and score summary as files for those who print papers: a workbook, or the first of its sheets as CSV.
import type { ContestId } from '../../contest/ids.ts';
import { isRefusal, type Refusal } from '../../contest/refusal.ts';
import { foldVietnamese } from '../../formats/vietnamese-text.ts';
import { formatIsoDate } from '../../formats/vietnamese-date.ts';
import { writeCsv } from '../../formats/csv.ts';
import { workbook, type SheetCell, type SheetColumnKind, type WorkbookSheet } from '../../formats/write-workbook.ts';
import type { App } from '../app.ts';
import { contestantSheet, summarySheets } from '../documents/contest-tables.ts';
import type { Seat } from '../seat.ts';
import { contestantList } from './contestant-list.ts';
import { scoreSummary } from './score-summary.ts';

export interface TableFile {
	/** ASCII only, so that every browser and system keeps it. */
	fileName: string;
	mediaType: string;
	bytes: Uint8Array;
}

export interface TableWish {
	contestId: ContestId;
	table: 'contestants' | 'summary';
	as: 'xlsx' | 'csv';
	language: 'vi' | 'en';
}

export async function contestTable(app: App, seat: Seat, wish: TableWish): Promise<TableFile | Refusal> {
	const { table, as } = wish;
	const found = await (table === 'contestants' ? contestants : summary)(app, seat, wish);
	if (isRefusal(found)) return found;
	const name = foldVietnamese(`${found.sheets[0]?.name ?? table} ${found.contest}`)
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 80);
	return {
		fileName: `${name}.${as}`,
		mediaType:
			as === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		bytes:
			as === 'csv'
				? csvOf(found.sheets[0])
				: await workbook(found.sheets, { contest: found.contest, language: wish.language })
	};
}

interface Sheets {
	contest: string;
	sheets: WorkbookSheet[];
}

async function contestants(app: App, seat: Seat, { contestId, language }: TableWish): Promise<Sheets | Refusal> {
	const list = await contestantList(app, seat, contestId, 'number');
	if (isRefusal(list)) return list;
	return { contest: list.contest.name, sheets: [contestantSheet(list, language)] };
}

async function summary(app: App, seat: Seat, { contestId, language }: TableWish): Promise<Sheets | Refusal> {
	const found = await scoreSummary(app, seat, contestId, 'papers:print');
	if (isRefusal(found)) return found;
	return { contest: found.contest.name, sheets: summarySheets(found, language) };
}

function csvOf(sheet: WorkbookSheet | undefined): Uint8Array {
	const columns = sheet?.columns ?? [];
	return writeCsv(
		columns.map(({ title }) => title),
		(sheet?.rows ?? []).map((row) => columns.map(({ kind }, at) => csvCell(row[at] ?? null, kind)))
	);
}

function csvCell(cell: SheetCell, kind: SheetColumnKind): SheetCell {
	if (typeof cell === 'number') return kind === 'points' ? cell / 100 : cell;
	return cell !== null && kind === 'date' ? formatIsoDate(cell) : cell;
}
