// What a program that lays out no rows by itself needs of a workbook, and what its pages say of themselves.
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { workbook } from './write-workbook.ts';

const heightsOf = async (bytes: Uint8Array) => {
	const { sheets } = await readXlsx(bytes);
	return [...(sheets[0]?.rowDefs ?? [])].map(([row, { height }]) => [row, height]);
};

test('a row whose text goes on below is as high as its lines, and the others have no height of their own', async () => {
	const columns = [{ title: 'Đơn vị', width: 20, kind: 'text' as const }];
	const rows = [['Chi bộ'], ['Đảng bộ Văn phòng Đoàn đại biểu Quốc hội'], ['Một\nhai\nba'], [null], ['x'.repeat(45)]];
	expect(await heightsOf(await workbook([{ name: 'Danh sách', columns, rows }]))).toEqual([
		[2, 48],
		[3, 48],
		[5, 48]
	]);
});

test('a head is as high as its longest title, and letters narrower than a figure leave no empty line', async () => {
	const columns = [
		{ title: 'Xử lý tình huống', width: 14, kind: 'points' as const },
		{ title: 'Đơn vị', width: 40, kind: 'text' as const }
	];
	// 42 letters in a column of 40 figures.
	const rows = [[3000, 'Chi bộ Trung tâm Kiểm soát bệnh tật tỉnh A']];
	expect(await heightsOf(await workbook([{ name: 'Điểm', columns, rows }]))).toEqual([[0, 32]]);
});

test('each printed page says contest, sheet and number, and text stands apart from figures', async () => {
	const columns = [{ title: 'Giải', kind: 'text' as const }];
	const sheets = ['A', 'B'].map((name) => ({ name, columns, rows: [['Giải Nhất']] }));
	const read = async (language: 'vi' | 'en') =>
		(await readXlsx(await workbook(sheets, { contest: '2026: Nói & làm', language }), { readStyles: true })).sheets;
	for (const { headerFooter, pageSetup, cells } of await read('vi')) {
		expect(headerFooter?.oddHeader).toContain('&11 2026: Nói && làm\n');
		expect(headerFooter?.oddHeader).toMatch(/&A$/);
		expect(headerFooter?.oddFooter).toMatch(/Trang &P\/&N$/);
		expect(pageSetup?.showGridLines).toBe(true);
		expect(cells?.get('1,0')?.style?.alignment?.indent).toBe(1);
	}
	expect((await read('en'))[0]?.headerFooter?.oddFooter).toMatch(/Page &P of &N$/);
});
