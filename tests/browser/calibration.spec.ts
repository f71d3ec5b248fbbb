// The head judge puts a sample before the panel, a judge marks it on the own desk, and both see how far apart the panel was.
import { m } from '../../src/lib/paraglide/messages.js';
import { pin } from '../server/lock-signed.ts';
import { expect, test } from './fixtures.ts';
import { inspectPage } from './inspect-page.ts';
import { holdUntil } from './journey-steps.ts';
import { submitSamples } from './sample-steps.ts';

test('R311 a sample is marked on trial, blind, and the last sheet opens the spread to the panel and the head judge', async ({
	house,
	people
}) => {
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(2);
	const title = 'Bài mẫu 1';
	const head = await people.asJudge('GK01');
	await head.goto(`/organise/${contest.id}/calibration`);
	await head.getByRole('button', { name: m.calibration_new() }).click();
	const dialog = head.getByRole('dialog');
	await dialog.getByLabel(m.calibration_part()).selectOption('TT');
	await dialog.getByLabel(m.calibration_title()).fill(title);
	await dialog.getByLabel(m.calibration_sample()).fill('Chiếu tại phòng họp tầng 2.');
	await dialog.getByRole('button', { name: m.calibration_save() }).click();
	await expect(head.getByText(m.calibration_saved())).toBeVisible();
	await expect(head.getByRole('button', { name: m.calibration_end() })).toBeVisible();
	const [row] = await house.app.database.sql`select id from calibration where contest_id = ${contest.id}`;
	await submitSamples(house.app, contest, String(row?.id), 'GK02');
	await expect(head.getByText(/^Chưa nộp: GK02 [^,]+$/)).toBeVisible();
	await expect(head.getByText(m.calibration_criteria())).toHaveCount(0);

	const judge = await people.asJudge('GK02');
	await judge.goto(`/judge/${contest.id}`);
	await judge.getByRole('link', { name: m.calibration_card_open({ title }) }).click();
	await expect(judge.getByText(m.calibration_not_counted())).toBeVisible();
	await expect(judge.getByText(m.calibration_criteria())).toHaveCount(0);
	for (const bands of await judge.getByRole('group', { name: /^Các mức của tiêu chí/ }).all())
		await bands.getByRole('button').first().click();
	await expect(judge.getByText(/^Đã lưu nháp lúc/)).toBeVisible();
	await judge.reload();
	await judge.getByRole('button', { name: m.judge_submit() }).click();
	const signing = judge.getByRole('dialog');
	await expect(signing.getByText(m.calibration_submit_explained())).toBeVisible();
	await signing.getByLabel(m.judge_pin()).fill(pin);
	const spread = judge.getByRole('table', { name: m.calibration_criteria() });
	await holdUntil(signing.getByRole('button', { name: m.judge_submit_hold() }), spread);

	for (const page of [judge, head]) {
		await expect(page.getByRole('table', { name: m.calibration_criteria() })).toBeVisible();
		const own = page.getByRole('table', { name: m.calibration_judges() }).getByRole('row').filter({ hasText: 'GK02' });
		await expect(own.getByText(/trung bình của ban/)).toBeVisible();
		expect(await inspectPage(page, 'vi', page === judge)).toEqual([]);
	}
});
