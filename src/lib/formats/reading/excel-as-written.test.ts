// Lists as Vietnamese users keep them: each oddity is repaired and said so, asked about, or refused with row and column (I-10 … I-19).
import * as xlsx from '@e965/xlsx';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { parseContestants } from '../import-contestants.ts';
import { parseUnits } from '../import-units.ts';
import type { Preview } from '../problem.ts';
import type { ImportChoices } from './choices.ts';
import { fromOldCode } from './old-codes.ts';

const context = { unitCodes: ['DV01', 'DV02'], unitNames: new Map([['DV02', 'Chi bộ Hai']]) };
const take = (bytes: Uint8Array, choices: ImportChoices = {}) => parseContestants(bytes, '', context, choices);
const bare = (code: string) => code.replace('import/', '');
const repairsOf = ({ rows }: Preview<unknown>) =>
	rows.flatMap(({ line, repairs }) => repairs.map(({ column, code }) => `${line} ${column} ${bare(code)}`));
const problemsOf = ({ problems, fileProblems }: Preview<unknown>) =>
	[...fileProblems, ...problems].map(({ line, column, code }) => `${line} ${column} ${bare(code)}`);

const twoRowHeader = [
	['DANH SÁCH THÍ SINH'],
	[],
	['SBD', 'Họ và tên', 'Thông tin', '', 'Đơn vị'],
	['', '', 'Ngày sinh', 'Điện thoại', ''],
	['TS01', 'Nguyễn Văn An'.normalize('NFD'), '3/2/1990', 912345678, 'DV01'],
	['TS02', ' Lê  Thị Bình', '31/02/1990', '', 'Chi bộ Hai'],
	['TS03', 'Trần Văn Cường', '', '', '']
];

describe('a workbook with titles, a header of two rows and merged cells', () => {
	const book = () =>
		writeXlsx({
			sheets: [
				{ name: 'Bìa', rows: [['Hội thi']] },
				{
					name: 'Thí sinh',
					columns: [{}, {}, { hidden: true }],
					rows: twoRowHeader,
					merges: [{ startRow: 5, endRow: 6, startCol: 4, endCol: 4 }]
				}
			]
		});

	it('is repaired where it can be, refused by row and column where not, and asks about merged cells', async () => {
		const bytes = await book();
		const preview = await take(bytes, { sheet: 'Thí sinh' });
		expect(preview.shape).toMatchObject({ sheets: ['Bìa', 'Thí sinh'], header: { line: 3, rows: 2 }, merged: 1 });
		expect(problemsOf(preview)).toEqual(['6 Ngày sinh date-not-real', '7 Đơn vị cell-empty']);
		expect(repairsOf(preview)).toEqual([
			'5 Họ và tên repaired-nfc',
			'5 Ngày sinh repaired-date',
			'5 Điện thoại repaired-phone'
		]);
		expect(preview.notices.map(({ code }) => bare(code))).toEqual(
			expect.arrayContaining(['hidden-read', 'merged-cells', 'rows-above-skipped'])
		);
		const mended = await take(bytes, {
			sheet: 'Thí sinh',
			fillMerged: true,
			edits: [{ line: 6, position: 2, text: '28/02/1990' }]
		});
		expect(problemsOf(mended)).toEqual([]);
		expect(mended.rows.map(({ value }) => [value.birthDate, value.phone, value.unitCode])).toEqual([
			['1990-02-03', '0912345678', 'DV01'],
			['1990-02-28', '', 'DV02'],
			[null, '', 'DV02']
		]);
		expect(repairsOf(mended)).toEqual(
			expect.arrayContaining(['6 Ngày sinh edited', '6 Đơn vị repaired-unit', '7 Đơn vị repaired-merged'])
		);
	});

	it('takes columns for what a person says they are, whatever their headers', async () => {
		const rows = [
			['Ký hiệu', 'Người', '', 'Nơi', 'Nơi'],
			['A1', 'Lê An', 'bỏ', 'DV01', 'x']
		];
		const bytes = await writeXlsx({ sheets: [{ name: 'A', rows }] });
		expect(problemsOf(await take(bytes))).toEqual(['1 Nơi double-column']);
		const columns = { '0': 'code', '1': 'full_name', '2': '', '3': 'unit_code', '4': '' };
		const preview = await take(bytes, { header: { line: 1, rows: 1 }, columns });
		expect(preview.rows.map(({ value }) => [value.code, value.fullName, value.unitCode])).toEqual([
			['A1', 'Lê An', 'DV01']
		]);
		expect(preview.shape?.columns.map(({ position, meaning }) => `${position} ${meaning}`)).toEqual([
			'0 code',
			'1 full_name',
			'2 ',
			'3 unit_code',
			'4 '
		]);
	});

	it('keeps the zeros that Excel shows before a code', async () => {
		const cells = new Map([['1,0', { value: 7, type: 'number' as const, style: { numFmt: '000' } }]]);
		const rows = [
			['SBD', 'Họ và tên', 'Đơn vị'],
			[7, 'Lê An', 'DV01']
		];
		const preview = await take(await writeXlsx({ sheets: [{ name: 'A', rows, cells }] }));
		expect(preview.rows[0]?.value.code).toBe('007');
		expect(repairsOf(preview)).toEqual(['2 SBD repaired-zeros']);
	});
});

describe('old workbooks and OpenDocument', () => {
	const rows = [
		['Mã đơn vị', 'Tên đơn vị', 'Số đảng viên'],
		['DV01', 'Chi bộ Một', 12],
		['DV02', 'Chi bộ Hai', 'nhiều']
	];
	it.each(['xls', 'ods'] as const)('.%s is read as .xlsx is', async (kind) => {
		const book = xlsx.utils.book_new();
		xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), 'Đơn vị');
		const bytes =
			kind === 'xls'
				? new Uint8Array(xlsx.write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer)
				: await writeOds({ sheets: [{ name: 'Đơn vị', rows }] });
		const preview = await parseUnits(bytes, '');
		expect(preview.rows.map(({ value }) => [value.code, value.name, value.members])).toEqual([
			['DV01', 'Chi bộ Một', 12]
		]);
		expect(problemsOf(preview)).toEqual(['3 Số đảng viên count-not-valid']);
	});
});

/** What the fonts of before Unicode made of a text, found by asking for every letter what it is converted from. */
function inOldCode(text: string, code: 'tcvn3' | 'vni'): string {
	const back = new Map<string, string>();
	const signs = Array.from({ length: 95 }, (_, at) => String.fromCharCode(0xa1 + at));
	const pairs = code === 'vni' ? [...'aeouyôöAEOUYÔÖ'].flatMap((vowel) => signs.map((sign) => vowel + sign)) : [];
	for (const sign of [...signs, ...pairs]) {
		const letter = fromOldCode(sign, code);
		if ([...letter].length === 1 && letter !== sign && !back.has(letter)) back.set(letter, sign);
	}
	return [...text].map((letter) => back.get(letter) ?? letter).join('');
}

describe('text in the fonts of before Unicode (I-14)', () => {
	const people = ['Nguyễn Văn Đức', 'Trần Thị Hường', 'Đỗ Ngọc Hân', 'Lê Quốc Việt'];
	it.each(['tcvn3', 'vni'] as const)('%s is offered converted, taken only once somebody has said so', async (code) => {
		const names = people.map((name) => inOldCode(name, code));
		expect(names.map((name) => fromOldCode(name, code))).toEqual(people);
		const rows = [
			['SBD', 'Họ và tên', 'Đơn vị'],
			...names.map((name, at) => [`TS${at}`, name, 'DV01']),
			['TS9', 'Phạm Hữu Nghị', 'DV01']
		];
		const bytes = await writeXlsx({ sheets: [{ name: 'A', rows }] });
		const asked = await take(bytes);
		expect(problemsOf(asked)).toEqual(['null null old-font']);
		expect(asked.shape?.oldColumns).toMatchObject([{ position: 1, code }]);
		const taken = await take(bytes, { fonts: { '1': code } });
		expect(taken.rows.map(({ value }) => value.fullName)).toEqual([...people, 'Phạm Hữu Nghị']);
	});
});
