// An empty file with the right headers for each kind of import, as Vietnamese Excel opens it; rubrics come as an example.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Column } from '../../formats/columns.ts';
import { writeCsv } from '../../formats/csv.ts';
import { contestantColumns } from '../../formats/import-contestants.ts';
import { judgeColumns } from '../../formats/import-judges.ts';
import { questionColumns } from '../../formats/import-questions.ts';
import { situationColumns } from '../../formats/import-situations.ts';
import { topicColumns } from '../../formats/import-topics.ts';
import { unitColumns } from '../../formats/import-units.ts';
import type { ImportKindName } from './importing/read-import.ts';

const columnsOf: Record<Exclude<ImportKindName, 'rubrics'>, Readonly<Record<string, Column>>> = {
	units: unitColumns,
	contestants: contestantColumns,
	judges: judgeColumns,
	questions: questionColumns,
	topics: topicColumns,
	situations: situationColumns
};

const namesOf: Record<ImportKindName, string> = {
	units: 'don-vi',
	contestants: 'thi-sinh',
	judges: 'giam-khao',
	questions: 'cau-hoi',
	topics: 'chuyen-de',
	situations: 'tinh-huong',
	rubrics: 'bang-diem'
};

export async function importTemplate(
	kind: ImportKindName
): Promise<{ name: string; type: string; bytes: Uint8Array<ArrayBuffer> }> {
	if (kind === 'rubrics') {
		const bytes = new Uint8Array(await readFile(resolve('src/lib/formats/sample/rubric.json')));
		return { name: `${namesOf[kind]}.json`, type: 'application/json', bytes };
	}
	const headers = Object.values(columnsOf[kind]).map(({ title }) => title);
	return {
		name: `${namesOf[kind]}.csv`,
		type: 'text/csv; charset=utf-8',
		bytes: new Uint8Array(writeCsv(headers, []))
	};
}

/** What a file of this kind must and may contain, for the page that asks for it. */
export function importColumns(kind: ImportKindName): { title: string; isRequired: boolean }[] {
	if (kind === 'rubrics') return [];
	return Object.values(columnsOf[kind]).map(({ title, required }) => ({ title, isRequired: required === true }));
}
