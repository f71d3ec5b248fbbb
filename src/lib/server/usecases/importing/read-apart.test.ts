// Files are read in a process of their own: good ones as in this one, hostile ones refused with words, and none outlives its limits (I-01 … I-17).
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../contest/refusal.ts';
import { answerRequest } from '../../../formats/reading/answer-request.ts';
import type { ReadRequest } from '../../../formats/reading/requests.ts';
import { zip } from '../../../formats/zip.fixture.ts';
import { readApart, readerLimits } from './read-apart.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const people = (bytes: Uint8Array): ReadRequest => ({
	kind: 'contestants',
	bytes,
	context: { unitCodes: ['DV01'], known: new Map() },
	choices: {},
	remembered: []
});

async function refusedAs(request: ReadRequest, limits?: Parameters<typeof readApart>[1]): Promise<string[]> {
	const preview = await readApart(request, limits);
	return isRefusal(preview) ? [preview.refused] : preview.fileProblems.map(({ code }) => code);
}

const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const book = (parts: Record<string, string | Uint8Array>) =>
	zip({
		'[Content_Types].xml':
			'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
		'_rels/.rels':
			'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
		'xl/workbook.xml':
			'<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="s1"/></sheets></workbook>',
		'xl/_rels/workbook.xml.rels':
			'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
		'xl/worksheets/sheet1.xml': sheet(''),
		...parts
	});

describe('a good file', () => {
	it('gives the same preview as here', async () => {
		const rows = Array.from({ length: 450 }, (_, at) => `TS${at};Nguyễn Văn ${at};DV01`);
		const request = people(utf8(`SBD;Họ và tên;Đơn vị\n${rows.join('\n')}\n;không mã;DV01`));
		expect(await readApart(request)).toEqual(JSON.parse(JSON.stringify(await answerRequest(request))));
	});
});

describe('hostile files', () => {
	it.each([
		['a bomb of 400 MB', book({ 'xl/a.xml': new Uint8Array(400 * 1024 * 1024) }), 'import/archive-not-safe'],
		[
			'a billion laughs',
			book({ 'xl/sharedStrings.xml': '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><sst>&b;</sst>' }),
			'import/archive-not-safe'
		],
		['a way out of the archive', book({ '../../etc/cron': 'x' }), 'import/archive-not-safe'],
		['200,000 rows', book({ 'xl/worksheets/sheet1.xml': sheet('<row><c><v>1</v></c></row>'.repeat(200_000)) }), null],
		['one line of 5 MB', utf8('x,'.repeat(2_500_000)), 'import/too-heavy'],
		['figures instead of a workbook', book({ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData' }), null],
		['bytes with NUL', utf8('SBD;Họ tên\n\0;x'), 'import/not-text']
	])('%s', async (_, bytes, code) => {
		const codes = await refusedAs(people(bytes));
		expect(codes).toHaveLength(1);
		if (code) expect(codes).toEqual([code]);
	});
});

describe('limits', () => {
	const small = people(utf8('SBD;Họ và tên;Đơn vị\n1;Lê An;DV01'));

	it('end a process that takes too long, needs too much memory, or breaks, each with words', async () => {
		expect(await refusedAs(small, { ...readerLimits, ms: 1 })).toEqual(['import/too-heavy']);
		expect(await refusedAs(small, { ...readerLimits, megabytes: 4 })).toEqual(['import/too-heavy']);
		expect(await refusedAs({ ...small, context: null as never })).toEqual(['import/not-readable']);
	});

	it('let few wait; the others are told to come again', async () => {
		const all = Array.from({ length: readerLimits.atOnce + readerLimits.waiting + 1 }, () =>
			refusedAs(small, { ...readerLimits, ms: 1 })
		);
		const answers = (await Promise.all(all)).flat();
		expect(answers.filter((code) => code === 'import/busy')).toHaveLength(1);
		expect(answers.filter((code) => code === 'import/too-heavy')).toHaveLength(all.length - 1);
	});
});
