// What a program that lays out no rows by itself needs of a workbook.
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { workbook } from './write-workbook.ts';

test('a row whose text goes on below is as high as its lines, and the others have no height of their own', async () => {
	const columns = [{ title: 'Đơn vị', width: 20, kind: 'text' as const }];
	const rows = [['Chi bộ'], ['Đảng bộ Văn phòng Đoàn đại biểu Quốc hội'], ['Một\nhai\nba'], [null]];
	const { sheets } = await readXlsx(await workbook([{ name: 'Danh sách', columns, rows }]));
	expect([...(sheets[0]?.rowDefs ?? [])].map(([row, { height }]) => [row, height])).toEqual([
		[2, 32],
		[3, 48]
	]);
});
