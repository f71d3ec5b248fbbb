// Tables from workbooks: what is read, and every poisoned file that is refused.
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readTable } from './read-table.ts';
import { parseContestants } from './import-contestants.ts';
import { workbook, type SheetCell, type WorkbookSheet } from './write-workbook.ts';
import { zip } from './zip.fixture.ts';

const codesOf = async (bytes: Uint8Array) => {
	const table = await readTable(bytes);
	return 'fileProblems' in table ? table.fileProblems.map(({ code }) => code) : [];
};

const smallBook = { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' };

describe('workbooks read', () => {
	it('the first visible sheet with content, dates and numbers as people see them', async () => {
		const bytes = await writeXlsx({
			sheets: [
				{ name: 'Ẩn', hidden: true, rows: [['x'], ['y']] },
				{ name: 'Trống', rows: [] },
				{
					name: 'Thí sinh',
					columns: [{}, {}, { numFmt: 'dd/mm/yyyy' }],
					rows: [
						['Mã', 'Điểm', 'Ngày sinh'],
						['A1', 8.75, new Date('1990-02-03T00:00:00Z')],
						[],
						['A2', 0.1 + 0.2, '29/02/1988']
					]
				},
				{ name: 'Khác', rows: [['z']] }
			]
		});
		const table = await readTable(bytes);
		expect(table).toMatchObject({
			headers: ['Mã', 'Điểm', 'Ngày sinh'],
			rows: [
				{ line: 2, cells: { Mã: 'A1', Điểm: '8,75', 'Ngày sinh': '03/02/1990' } },
				{ line: 4, cells: { Mã: 'A2', Điểm: '0,3', 'Ngày sinh': '29/02/1988' } }
			],
			warnings: [{ code: 'import/sheets-ignored', params: { sheets: '«Khác»' } }]
		});
	});

	it('formulas: no in key columns, the shown value elsewhere; error values never (I-10)', async () => {
		const cells = new Map([
			['1,0', { formula: 'A3', formulaResult: 'TS01', type: 'formula' as const }],
			['2,1', { formula: 'B2', formulaResult: 'Lê An', type: 'formula' as const }]
		]);
		const rows = [
			['SBD', 'Họ tên', 'Đơn vị'],
			['', 'Lê An', 'DV01'],
			['TS02', '', 'DV01'],
			['TS03', '#REF!', 'DV01']
		];
		const preview = await parseContestants(await writeXlsx({ sheets: [{ name: 'A', rows, cells }] }), 'a.xlsx', {
			unitCodes: ['DV01']
		});
		expect(preview.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
			[2, 'SBD', 'import/formula-cell'],
			[4, 'Họ tên', 'import/cell-error']
		]);
		expect(preview.rows).toMatchObject([
			{ line: 3, value: { fullName: 'Lê An' }, repairs: [{ code: 'import/formula-value-taken' }] }
		]);
	});

	it('refuses too many rows or columns by stream (I-09)', async () => {
		const far = new Map([['1048575,16383', { value: 'z', type: 'string' as const }]]);
		expect(await codesOf(await writeXlsx({ sheets: [{ name: 'A', rows: [['x']], cells: far }] }))).toEqual([
			'import/too-many-columns'
		]);
		const low = new Map([['1048575,0', { value: 'z', type: 'string' as const }]]);
		expect(await codesOf(await writeXlsx({ sheets: [{ name: 'A', rows: [['x']], cells: low }] }))).toEqual([
			'import/too-many-rows'
		]);
		const long = Array.from({ length: 5_002 }, (_, at) => [`a${at}`]);
		expect(await codesOf(await writeXlsx({ sheets: [{ name: 'A', rows: long }] }))).toEqual(['import/too-many-rows']);
	});

	it('refuses an empty one', async () => {
		expect(await codesOf(await writeXlsx({ sheets: [{ name: 'A', rows: [] }] }))).toEqual(['import/empty-file']);
	});
});

describe('archives refused', () => {
	const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);
	it.each([
		...[20, 100, 400].map((size): [string, Uint8Array, string] => [
			`a bomb of ${size} MB (I-01)`,
			zip({ ...smallBook, 'xl/a.xml': zeros(size) }),
			'import/archive-not-safe'
		]),
		['a dense entry (I-01)', zip({ ...smallBook, 'xl/a.xml': zeros(2) }), 'import/archive-not-safe'],
		[
			'a header that claims less (I-02)',
			zip({ ...smallBook, 'xl/a.xml': zeros(30) }, { claim: 10 }),
			'import/archive-not-safe'
		],
		[
			'a header that claims more (I-02)',
			zip({ ...smallBook, 'xl/a.xml': 'abc' }, { claim: 10 }),
			'import/archive-not-safe'
		],
		['a nested archive (I-03)', zip({ ...smallBook, 'xl/a.zip': 'abc' }), 'import/archive-not-safe'],
		[
			'201 entries (I-03)',
			zip({ ...smallBook, ...Object.fromEntries(Array.from({ length: 199 }, (_, at) => [`e${at}`, ''])) }),
			'import/archive-not-safe'
		],
		[
			'100,000 empty entries (I-03)',
			zip({ ...smallBook, ...Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`e${at}`, ''])) }),
			'import/too-big'
		],
		['ZIP64 (I-03)', zip(smallBook, { isZip64: true }), 'import/archive-not-safe'],
		[
			'a link (I-04)',
			zip({ ...smallBook, 'xl/sharedStrings.xml': '/etc/passwd' }, { isLink: true }),
			'import/archive-not-safe'
		],
		['a path upwards (I-04)', zip({ ...smallBook, '../../x': 'a' }), 'import/archive-not-safe'],
		['a drive path (I-04)', zip({ ...smallBook, 'C:\\x': 'a' }), 'import/archive-not-safe'],
		['an absolute path (I-04)', zip({ ...smallBook, '/etc/x': 'a' }), 'import/archive-not-safe'],
		[
			'a document type (I-06)',
			zip({ ...smallBook, 'xl/s.xml': '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>' }),
			'import/archive-not-safe'
		],
		[
			'an entity from outside (I-06)',
			zip({ ...smallBook, 'xl/worksheets/sheet1.xml': '<!ENTITY b SYSTEM "file:///etc/passwd"><a>&b;</a>' }),
			'import/archive-not-safe'
		],
		['macros (I-07)', zip({ ...smallBook, 'xl/vbaProject.bin': 'a' }), 'import/macros'],
		[
			'another kind of archive',
			zip({ 'word/document.xml': '<a/>', '[Content_Types].xml': '<a/>' }),
			'import/not-a-workbook'
		],
		['a workbook with nothing inside', zip(smallBook), 'import/not-a-workbook']
	])('%s', async (_name, bytes, code) => {
		expect(await codesOf(bytes)).toEqual([code]);
	});

	it('cut off anywhere', async () => {
		const bytes = await workbook([{ name: 'A', columns: [{ title: 'x', kind: 'text' }], rows: [['1']] }]);
		for (let length = 4; length < bytes.length; length += 97)
			expect(await codesOf(bytes.slice(0, length))).toEqual(['import/not-a-workbook']);
	});
});

describe('workbooks written (I-11)', () => {
	const texts = [
		'=HYPERLINK("http://x.vn","x")',
		'+cmd',
		'-2+3',
		'@SUM(A1)',
		'\ttab',
		'\nreturn',
		'＝1',
		'Nguyễn Thị Hương',
		'_x000D_',
		'0900000107',
		"'=1",
		'<b>&amp;</b>',
		'  hai  '
	];
	const sheet: WorkbookSheet = {
		name: 'Kết quả: vòng 1/2',
		columns: [
			{ title: '=Tên', kind: 'text' },
			{ title: 'Điểm', kind: 'points' },
			{ title: 'Số', kind: 'number', width: 9 },
			{ title: 'Ngày', kind: 'date' }
		],
		rows: texts.map((text): SheetCell[] => [text, 875, 8.5, '1990-02-03'])
	};

	it('hold no formula and read back equal', async () => {
		const bytes = await workbook([
			sheet,
			{ name: 'Hai', columns: [{ title: 'x', kind: 'number' }], rows: [['=1+1'], [null]] }
		]);
		const book = await readXlsx(bytes, { readStyles: true });
		expect(book.sheets.map(({ name }) => name)).toEqual(['Kết quả  vòng 1 2', 'Hai']);
		const [first, second] = book.sheets;
		expect(first?.rows).toEqual([
			['=Tên', 'Điểm', 'Số', 'Ngày'],
			...texts.map((text) => [text, 8.75, 8.5, new Date('1990-02-03T00:00:00Z')])
		]);
		expect(second?.rows[1]).toEqual(['=1+1']);
		for (const { cells } of book.sheets)
			for (const cell of cells?.values() ?? []) expect(cell.type, String(cell.value)).not.toBe('formula');
		expect(first?.cells?.get('1,1')?.style?.numFmt).toBe('0.00');
	});

	it('and our own reader reads them too', async () => {
		expect(await readTable(await workbook([sheet]))).toMatchObject({
			rows: texts.map((text) => ({ cells: { '=Tên': text, Điểm: '8,75', Số: '8,5', Ngày: '03/02/1990' } }))
		});
	});
});
