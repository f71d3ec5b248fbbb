// An outline is handed in twice and once late; the organiser sees all of it, and a judge reads what counts beside the sheet and never meets the name. What being late costs, two people decide.
import sharp from 'sharp';
import { m } from '../../src/lib/paraglide/messages.js';
import { asSecondOrganiser } from './decision-steps.ts';
import { expect, test } from './fixtures.ts';
import { inspectPage } from './inspect-page.ts';
import { holdDown } from './journey-steps.ts';

const sizes = [
	[360, 640],
	[820, 1180],
	[1366, 768],
	[1920, 1080]
] as const;

test('R273 R276 handed in twice and once late, seen by the organiser, and read beside the rubric without a name', async ({
	house,
	people,
	noise
}) => {
	noise.expect(/status of 422/);
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(2).lots();
	const organiser = await people.asOrganiser();
	await organiser.goto(`/organise/${contest.id}/entries`);
	const dialog = organiser.getByRole('dialog');

	await test.step('what is asked, and until when', async () => {
		await organiser.getByRole('button', { name: m.entries_ask_new() }).click();
		await dialog.getByLabel('.png').check();
		await dialog.getByLabel(m.entries_ask_due()).fill('2100-12-01T17:00');
		await dialog.getByRole('button', { name: m.entries_ask_save() }).click();
		await expect(organiser.getByText(m.entries_due({ due: '01/12/2100 17:00' }))).toBeVisible();
	});

	const row = organiser.getByRole('row').filter({ hasText: 'TS01' });
	const name = (await row.getByRole('rowheader').innerText()).split('\n')[0]!.replace('TS01', '').trim();
	async function handIn(file: { name: string; mimeType: string; buffer: Buffer }, said: string) {
		await row.getByRole('button', { name: /^(Nộp thay|Nộp bản mới)/ }).click();
		await dialog.locator('input[type=file]').setInputFiles(file);
		await dialog.getByRole('button', { name: m.entries_hand_in(), exact: true }).click();
		await expect(dialog.getByText(said)).toBeVisible();
		await dialog.getByRole('button', { name: m.common_close() }).last().click();
	}
	const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}\n%%EOF`);
	const png = await sharp({ create: { width: 300, height: 420, channels: 3, background: '#ddd' } })
		.png()
		.toBuffer();

	await test.step('twice in time, a program never, and once late', async () => {
		await row.getByRole('button', { name: /^Nộp thay/ }).click();
		await dialog
			.locator('input[type=file]')
			.setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ') });
		await dialog.getByRole('button', { name: m.entries_hand_in(), exact: true }).click();
		await expect(dialog.getByText(m.refused_file_unknown_kind())).toBeVisible();
		await dialog.getByRole('button', { name: m.common_cancel() }).click();

		await handIn(
			{ name: `${name}.pdf`, mimeType: 'application/pdf', buffer: pdf('một') },
			m.entries_sent({ version: 1 })
		);
		await handIn(
			{ name: `${name}.pdf`, mimeType: 'application/pdf', buffer: pdf('hai') },
			m.entries_sent({ version: 2 })
		);
		await organiser.getByRole('button', { name: m.entries_ask_change_short() }).click();
		await dialog.getByLabel(m.entries_ask_due()).fill('2020-12-01T17:00');
		await dialog.getByRole('button', { name: m.entries_ask_save() }).click();
		await handIn({ name: `${name}.png`, mimeType: 'image/png', buffer: png }, m.entries_sent({ version: 3 }));
		await expect(row.getByText(m.entries_late(), { exact: true })).toBeVisible();
		await row.getByText(m.entries_other_versions({ count: 2 })).click();
		await expect(row.getByText(m.entries_version({ number: 1 }))).toBeVisible();
		for (const [width, height] of sizes) {
			await organiser.setViewportSize({ width, height });
			expect(await inspectPage(organiser, 'vi', width === 360 || width === 1366), `entries ${width}`).toEqual([]);
		}
	});

	await test.step('a judge reads it under its number', async () => {
		const judge = await people.asJudge('GK02');
		await judge.goto(`/judge/${contest.id}`);
		await judge.getByRole('link', { name: /TS01/ }).click();
		await expect(judge.getByRole('heading', { level: 1, name: m.queue_anonymous() })).toBeVisible();
		const shown = judge.getByRole('img', { name: 'TS01 Đề cương.png' });
		await expect(shown).toBeVisible();
		await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(300);
		await expect(judge.getByText(m.queue_marked())).toBeVisible();
		expect(await judge.content()).not.toContain(name);
		const file = await judge.request.get((await shown.getAttribute('src'))!);
		expect(file.headers()['content-disposition']).toMatch(/^inline; filename="TS01 De cuong\.png"/);
		expect(file.headers()['content-security-policy']).toContain('sandbox');
		for (const [width, height] of sizes) {
			await judge.setViewportSize({ width, height });
			expect(await inspectPage(judge, 'vi', width === 360 || width === 1366), `desk ${width}`).toEqual([]);
		}
		const [version] = (await organiser
			.locator('a[href*="/entries/"][data-sveltekit-reload]')
			.first()
			.getAttribute('href'))!
			.split('/')
			.slice(-1);
		expect((await judge.request.get(`/organise/${contest.id}/entries/${version}`)).status()).toBe(403);
	});
});

test('R340 R343 what comes late has a price: one press writes the proposal, a second person confirms it, and another is spared', async ({
	house,
	people,
	asNobody
}) => {
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(2).lots();
	const organiser = await people.asOrganiser();
	const dialog = organiser.getByRole('dialog');
	const part = 'Đề cương';
	const price = { points: '1,50', part };
	const looksRight = async (page: typeof organiser, what: string) => {
		for (const [width, height] of sizes) {
			await page.setViewportSize({ width, height });
			expect(await inspectPage(page, 'vi', width === 360 || width === 1366), `${what} ${width}`).toEqual([]);
		}
	};
	await organiser.goto(`/organise/${contest.id}/entries`);

	await test.step('what it costs is asked for, with a decimal comma', async () => {
		await organiser.getByRole('button', { name: m.entries_ask_new() }).click();
		await dialog.getByLabel(m.entries_ask_due()).fill('2020-12-01T17:00');
		await dialog.getByLabel(m.entries_ask_late()).selectOption('penalty');
		await dialog.getByLabel(m.entries_ask_late_points()).fill('1,5');
		await looksRight(organiser, 'ask');
		await dialog.getByRole('button', { name: m.entries_ask_save() }).click();
		await expect(organiser.getByText(m.entries_late_penalty_says(price))).toBeVisible();
	});

	await test.step('whoever hands in late reads the price first', async () => {
		for (const number of ['TS01', 'TS02']) {
			const row = organiser.getByRole('row').filter({ hasText: number });
			await row.getByRole('button', { name: /^Nộp thay/ }).click();
			await expect(dialog.getByText(m.entries_now_late_penalty({ ...price, due: '01/12/2020 17:00' }))).toBeVisible();
			const buffer = Buffer.from(`%PDF-1.7\n${number}\n%%EOF`);
			await dialog.locator('input[type=file]').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer });
			await dialog.getByRole('button', { name: m.entries_hand_in(), exact: true }).click();
			await expect(dialog.getByText(m.entries_sent({ version: 1 }))).toBeVisible();
			await dialog.getByRole('button', { name: m.common_close() }).last().click();
			await expect(row.getByRole('link', { name: m.entries_penalty_waits(price) })).toBeVisible();
		}
		await looksRight(organiser, 'entries');
	});

	await test.step('it waits for a result, and one press writes the proposal', async () => {
		await organiser.goto(`/organise/${contest.id}/results`);
		await expect(organiser.getByText(m.outcome_missing_late({ part, numbers: 'TS01, TS02' }))).toBeVisible();
		await organiser.goto(`/organise/${contest.id}/decisions`);
		await looksRight(organiser, 'decisions');
		await organiser.getByRole('button', { name: `${m.late_entry_take({ points: '1,50' })} TS01` }).click();
		await expect(organiser.getByText(/Đề cương: hạn 01\/12\/2020 17:00, nộp lúc/).last()).toBeVisible();
		await organiser.getByRole('button', { name: m.decide_propose() }).click();
		await expect(organiser.getByText(m.late_entry_proposed())).toBeVisible();
	});

	const second = await asNobody();
	await test.step('the second person confirms it, and proposes that another is spared', async () => {
		await asSecondOrganiser(house, contest.organiser, contest.id, second);
		await second.goto(`/organise/${contest.id}/decisions`);
		await holdDown(second.getByRole('button', { name: m.decide_confirm() }));
		await expect(second.getByText(m.decide_done_confirmed({ sequence: 1 }))).toBeVisible();
		await second.getByRole('button', { name: `${m.late_entry_spare()} TS02` }).click();
		await second.getByRole('dialog').getByLabel(m.turns_reason()).fill('Bão, mất điện cả huyện');
		await second.getByRole('dialog').getByRole('button', { name: m.decide_preview() }).click();
		await second.getByRole('button', { name: m.decide_propose() }).click();
		await expect(second.getByText(m.late_entry_proposed())).toBeVisible();
	});

	await test.step('the first confirms that, and nothing waits any more', async () => {
		await organiser.goto(`/organise/${contest.id}/decisions`);
		await holdDown(organiser.getByRole('button', { name: m.decide_confirm() }));
		await expect(organiser.getByText(m.decide_done_confirmed({ sequence: 2 }))).toBeVisible();
		await expect(organiser.getByRole('heading', { name: m.late_entries_title() })).toBeHidden();
		await organiser.goto(`/organise/${contest.id}/entries`);
		await expect(organiser.getByText(m.entries_penalty_taken({ points: '1,50', sequence: 1 }))).toBeVisible();
		await expect(organiser.getByText(m.entries_penalty_spared({ sequence: 2 }))).toBeVisible();
	});
});
