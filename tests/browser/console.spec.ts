// The console's keyboard and its right side: palette, shortcuts, the hall as it sees itself, filters in the address, undo.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { m } from '../../src/lib/paraglide/messages.js';
import { expect, test } from './fixtures.ts';
import { inspectPage } from './inspect-page.ts';

const alive = (page: Page) => page.waitForFunction(() => history.scrollRestoration === 'manual');
const open = async (page: Page, path: string) => {
	await page.goto(path);
	await alive(page);
};
const palette = (page: Page) => page.getByRole('dialog', { name: m.palette_title() });
const sheet = (page: Page) => page.getByRole('dialog', { name: m.keys_title() });

test('Ctrl K finds a page by a few letters without marks and goes there', async ({ house, asOrganiser }) => {
	const contest = await house.contest().sample();
	const page = await asOrganiser();
	await open(page, `/organise/${contest.id}`);
	await page.keyboard.press('Control+k');
	await expect(palette(page).getByRole('option')).not.toHaveCount(0);
	expect(await inspectPage(page, 'vi', true)).toEqual([]);

	await page.keyboard.type('phieu du');
	await expect(palette(page).getByRole('option')).toHaveText([new RegExp(m.nav_slips())]);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(`/organise/${contest.id}/slips`);
	await expect(palette(page)).toBeHidden();

	await page.getByRole('button', { name: m.palette_open() }).first().click();
	await page.keyboard.type('khong co trang nao');
	await expect(palette(page).getByText(m.palette_nothing())).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(palette(page)).toBeHidden();
	await expect(page).toHaveURL(`/organise/${contest.id}/slips`);
});

test('letters lead to pages, "?" shows them all, "/" searches; in a field they are letters, and they can be turned off', async ({
	house,
	asOrganiser
}) => {
	const contest = await house.contest().sample();
	const page = await asOrganiser();
	await open(page, `/organise/${contest.id}`);
	await expect(page.getByRole('link', { name: m.nav_people() }).getByText('G N')).toBeVisible();
	await page.keyboard.type('gn');
	await expect(page).toHaveURL(`/organise/${contest.id}/people`);

	await page.keyboard.press('/');
	const field = page.getByRole('searchbox');
	await expect(field).toBeFocused();
	await page.keyboard.type('gb?/');
	await expect(field).toHaveValue('gb?/');
	await expect(page).toHaveURL(/\/people\?q=/);
	await field.blur();

	await page.keyboard.press('?');
	await expect(sheet(page).getByText(m.keys_palette_keys())).toBeVisible();
	expect(await inspectPage(page, 'vi', true)).toEqual([]);
	await sheet(page).getByRole('checkbox', { name: m.keys_one_key() }).uncheck();
	await page.keyboard.press('Escape');
	await expect(sheet(page)).toBeHidden();
	await page.keyboard.type('gb?');
	await page.keyboard.press('Control+k');
	await expect(palette(page)).toBeVisible();
	await expect(sheet(page)).toBeHidden();
	await expect(page).toHaveURL(/\/people/);
});

test('beside the next act stand the hall as it sees itself, what comes next, and who is with us', async ({
	house,
	asOrganiser,
	asContestant
}) => {
	const contest = await house
		.contest()
		.sample()
		.round({ codes: ['LS01', 'LS02'] });
	await asContestant('TS01');
	const page = await asOrganiser();
	const aside = page.getByRole('complementary', { name: m.live_seen() });
	await open(page, `/organise/${contest.id}`);
	const nextAct = page
		.getByRole('main')
		.getByRole('link', { name: m.ready_open_round({ title: 'Câu hỏi kiến thức' }) });
	await expect(nextAct).toBeVisible();
	// R232: the round holds two of twenty, which stops nothing and is said.
	const short = page.getByRole('listitem').filter({ hasText: m.ready_rounds({ part: 'Kiến thức' }) });
	await expect(short).toContainText('2/20');
	await expect(short).toContainText(m.ready_missing());
	await expect(aside.getByText(m.live_next())).toHaveCount(0);
	await nextAct.click();
	await expect(aside.getByText(m.live_question({ number: 1, of: 2 }))).toBeVisible();
	await contest.run({ do: 'open-lobby' });
	await contest.run({ do: 'show-question' });
	const hall = aside.frameLocator('iframe');
	const asked = page.locator('form.desk').getByText(/họp ở đâu/);
	await expect(asked).toBeVisible();
	await expect(hall.getByRole('heading', { level: 1 })).toHaveText((await asked.textContent()) ?? '');
	await expect(aside.getByText(m.live_question({ number: 2, of: 2 }))).toBeVisible();
	await expect(aside.getByText(`1/54 ${m.run_connected()}`)).toBeVisible();
	// The small picture is no screen of the hall.
	await expect(aside.getByText(m.run_others_here({ screens: 0, judges: 0 }))).toBeVisible();
	expect(await aside.boundingBox().then((box) => (box?.x ?? 0) > 900 && (box?.y ?? 768) < 768)).toBe(true);

	await contest.run({ do: 'start-timer' });
	await expect(hall.getByText(m.common_state_open())).toBeVisible();
});

test('filters stay in the address', async ({ house, asOrganiser }) => {
	const contest = await house.contest().sample();
	await house.app.database.sql`
		update slip set revoked_at = now() from contestant
		where contestant.id = slip.contestant_id and slip.contest_id = ${contest.id} and contestant.number in ('TS03', 'TS04')`;
	const page = await asOrganiser();
	await open(page, `/organise/${contest.id}/slips`);
	const rows = page.getByRole('table').getByRole('rowheader');
	await expect(rows).toHaveCount(54);
	await page.getByRole('link', { name: m.slips_filter_missing() }).click();
	await expect(rows).toHaveCount(2);
	await page.reload();
	await expect(page).toHaveURL(/\?show=missing$/);
	await expect(rows).toHaveCount(2);
	await page.getByRole('link', { name: m.slips_filter_made() }).click();
	await expect(rows).toHaveCount(52);
});

test('an absence and a removed role are undone with one press', async ({ house, asOrganiser }) => {
	const contest = await house.contest().sample();
	const secretary = await contest.secretary();
	const page = await asOrganiser();
	await open(page, `/organise/${contest.id}/people`);
	const row = page.getByRole('row').filter({ hasText: 'TS02' });
	await row.getByRole('button', { name: m.console_not_here() }).click();
	await expect(row.getByRole('button', { name: m.console_here() })).toBeVisible();
	await row.locator('summary').click();
	await row.getByRole('textbox', { name: m.console_reason() }).fill('Ốm');
	await row.getByRole('button', { name: m.console_mark_absent() }).click();
	await expect(row.getByText(m.console_status_absent(), { exact: true })).toBeVisible();
	await page.getByRole('button', { name: m.undo_act() }).click();
	await expect(row.getByText(m.console_status_absent(), { exact: true })).toHaveCount(0);
	await expect(row.getByRole('button', { name: m.console_here() })).toBeVisible();

	await open(page, `/organise/${contest.id}/people?tab=staff`);
	const person = page.getByRole('row').filter({ hasText: secretary.login });
	await person.getByRole('button').filter({ hasText: m.console_remove() }).click();
	await expect(person).toHaveCount(0);
	await page.getByRole('button', { name: m.undo_act() }).click();
	await expect(person.getByText(m.console_role_secretary())).toBeVisible();
});

test('whoever loses a role is told so on the page they have open', async ({ house, asMc, asOrganiser }) => {
	const contest = await house.contest().sample();
	const lectern = await asMc();
	await open(lectern, `/mc/${contest.id}`);
	await expect(lectern.getByText(m.common_connected())).toBeVisible();
	const { login } = await contest.mc();
	const page = await asOrganiser();
	await open(page, `/organise/${contest.id}/people?tab=staff`);
	const person = page.getByRole('row').filter({ hasText: login });
	await person.getByRole('button').filter({ hasText: m.console_remove() }).click();
	await expect(lectern.getByText(m.live_revoked_title())).toBeVisible();
});

test('rows an import cannot take come back as a file, and a rubric is taken from its template', async ({
	house,
	asOrganiser
}) => {
	const contest = await house.contest();
	const page = await asOrganiser();
	const preview = async (kind: string, name: string, buffer: Buffer) => {
		await open(page, `/organise/${contest.id}/import/${kind}`);
		await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
		await page.getByRole('button', { name: m.console_import_preview() }).click();
	};
	await preview('units', 'Đơn vị.csv', Buffer.from('code,name,kind,parent,members\nDV01,Một,,,nhiều\n'));
	await expect(page.getByText(m.console_preview_all_wrong({ total: 1 }))).toBeVisible();
	const handedBack = page.waitForEvent('download');
	await page.getByRole('button', { name: m.console_import_rejected() }).click();
	expect((await handedBack).suggestedFilename()).toBe('don-vi-dong-loi.xlsx');

	await open(page, `/organise/${contest.id}/import/rubrics`);
	const offered = page.waitForEvent('download');
	await page.getByRole('link', { name: m.console_import_template() }).click();
	const template = await offered;
	expect(template.suggestedFilename()).toBe('bang-tieu-chi.xlsx');
	await preview('rubrics', 'bang-tieu-chi.xlsx', await readFile(await template.path()));
	await page.locator('form[action="?/commit"]').getByRole('button').click();
	await expect(page.getByText(m.console_imported())).toBeVisible();
});
