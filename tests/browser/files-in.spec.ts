// A list as an office keeps it: titles, a header of two rows, names in an old font, a day that does not exist. It is mapped, converted, mended, stored and taken back.
import { writeXlsx } from 'hucre/xlsx';
import { m } from '../../src/lib/paraglide/messages.js';
import { expect, test } from './fixtures.ts';

const rows = [
	['DANH S¸CH THÝ SINH'],
	['Sè b¸o danh', 'Hä vµ tªn', 'Thông tin', '', 'N¬i sinh ho¹t'],
	['', '', 'Ngày sinh', 'Điện thoại', ''],
	['TS01', 'NguyÔn V¨n §øc', '3/2/1990', 912345678, 'DV01'],
	['TS02', 'TrÇn ThÞ H­êng', '31/02/1990', '', 'DV01']
];

test('an old list is mapped, converted, mended, stored and taken back', async ({ house, asOrganiser }) => {
	const contest = await house.contest();
	await house.app.database
		.sql`insert into unit (contest_id, code, name) values (${contest.id}, 'DV01', 'Chi bộ Một') on conflict do nothing`;
	const page = await asOrganiser();
	await page.goto(`/organise/${contest.id}/import/contestants`);
	await page.waitForFunction(() => history.scrollRestoration === 'manual');
	const buffer = Buffer.from(await writeXlsx({ sheets: [{ name: 'Thí sinh', rows }] }));
	const file = page.locator('input[type=file]');
	await file.setInputFiles({ name: 'Danh sách.xlsx', mimeType: 'application/octet-stream', buffer });
	await page.getByRole('button', { name: m.console_import_preview() }).click();

	await expect(page.getByText('Nguyễn Văn Đức', { exact: true })).toBeVisible();
	await page.getByRole('button', { name: m.files_convert() }).click();

	const unit = page.getByLabel(m.files_meaning({ letter: 'E' }));
	await unit.selectOption('unit_code');
	await page.getByRole('button', { name: m.files_look_again() }).click();

	const born = page.getByLabel(m.files_cell({ line: 5, header: 'Ngày sinh' }));
	await expect(born).toHaveValue('31/02/1990');
	await born.fill('28/02/1990');
	await page.getByRole('button', { name: m.files_look_again() }).first().click();

	await page.getByRole('button', { name: m.console_import_all_rows({ count: 2 }) }).click();
	await expect(page.getByText(m.console_imported())).toBeVisible();
	const stored = () => house.app.database.sql`
		select full_name, birth_date::text as born, phone from contestant
		where contest_id = ${contest.id} and number in ('TS01', 'TS02') order by number`;
	expect([...(await stored())]).toEqual([
		{ full_name: 'Nguyễn Văn Đức', born: '1990-02-03', phone: '0912345678' },
		{ full_name: 'Trần Thị Hường', born: '1990-02-28', phone: '' }
	]);
	await page.getByRole('button', { name: m.files_undo() }).click();
	await expect(page.getByText(m.files_undone_says({ removed: 2, restored: 0 }))).toBeVisible();
	expect([...(await stored())]).toEqual([]);
});
