// An empty file with the right headers for each kind of import, as Vietnamese Excel opens it; rubrics come as an example to write over.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Column } from '../../formats/columns.ts';
import { writeCsv } from '../../formats/csv.ts';
import { contestantColumns } from '../../formats/import-contestants.ts';
import { judgeColumns } from '../../formats/import-judges.ts';
import { questionColumns } from '../../formats/import-questions.ts';
import { parseRubrics } from '../../formats/import-rubrics.ts';
import { situationColumns } from '../../formats/import-situations.ts';
import { topicColumns } from '../../formats/import-topics.ts';
import { unitColumns } from '../../formats/import-units.ts';
import { rubricColumns, rubricRows } from '../../formats/rubric-columns.ts';
import { workbook } from '../../formats/write-workbook.ts';
import type { ImportKindName } from '../../formats/reading/requests.ts';

const columnsOf: Record<ImportKindName, Readonly<Record<string, Column>>> = {
	units: unitColumns,
	contestants: contestantColumns,
	judges: judgeColumns,
	questions: questionColumns,
	topics: topicColumns,
	situations: situationColumns,
	rubrics: rubricColumns
};

const namesOf: Record<ImportKindName, string> = {
	units: 'don-vi',
	contestants: 'thi-sinh',
	judges: 'giam-khao',
	questions: 'cau-hoi',
	topics: 'chuyen-de',
	situations: 'tinh-huong',
	rubrics: 'bang-tieu-chi'
};

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function importTemplate(
	kind: ImportKindName
): Promise<{ name: string; type: string; bytes: Uint8Array<ArrayBuffer> }> {
	if (kind === 'rubrics') {
		return { name: `${namesOf[kind]}.xlsx`, type: workbookType, bytes: await sampleRubrics() };
	}
	const headers = Object.values(columnsOf[kind]).map(({ title }) => title);
	return {
		name: `${namesOf[kind]}.csv`,
		type: 'text/csv; charset=utf-8',
		bytes: new Uint8Array(writeCsv(headers, []))
	};
}

/** Levels are easier seen than described, so the rubrics of the sample contest stand in it. */
async function sampleRubrics(): Promise<Uint8Array<ArrayBuffer>> {
	const { rows } = await parseRubrics(await readFile(resolve('src/lib/formats/sample/rubric.json')), 'rubric.json');
	const columns = Object.entries(rubricColumns).map(([name, { title }]) => ({
		title,
		width: widths[name],
		kind: 'text' as const
	}));
	const sheet = { name: 'Bảng tiêu chí', columns, rows: rubricRows(rows.map(({ value }) => value)) };
	return new Uint8Array(await workbook([sheet]));
}

const widths: Partial<Record<string, number>> = { rubric_name: 24, criterion: 40, level: 14, description: 60 };

/** What a file of this kind must and may contain, for the page that asks for it. */
export function importColumns(kind: ImportKindName): { name: string; title: string; isRequired: boolean }[] {
	return Object.entries(columnsOf[kind]).map(([name, { title, required }]) => ({
		name,
		title,
		isRequired: required === true
	}));
}
