// A judge's press on submit is never lost: not before the page's script has arrived, and not while the foot says what is saved.
import { m } from '../../src/lib/paraglide/messages.js';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** No script of the page arrives before the returned function is called. */
async function holdScripts(page: Page): Promise<() => void> {
	let release = () => {};
	const arrived = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/_app/**/*.js', async (route) => {
		await arrived;
		await route.continue();
	});
	return () => release();
}

test('pressed before the script runs, it asks as soon as the script does, with what was typed', async ({
	house,
	people
}) => {
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(1).lots();
	const judge = await people.asJudge('GK02');
	const release = await holdScripts(judge);
	await judge.goto(`/judge/${contest.id}`, { waitUntil: 'commit' });
	await judge.locator('input[name="mark.DC1"]').fill('3,5');
	await judge.getByRole('button', { name: m.judge_submit(), exact: true }).click();
	release();
	const dialog = judge.getByRole('dialog');
	await expect(dialog.getByText(m.judge_submit_missing_title())).toBeVisible();
	await expect(dialog.getByRole('listitem').filter({ hasText: 'DC2' })).toBeVisible();
	await expect(dialog.getByRole('listitem').filter({ hasText: 'DC1' })).toHaveCount(0);
	await dialog.getByRole('button', { name: m.judge_submit_back() }).click();
	await expect(judge.getByText(/^Đã lưu nháp lúc/)).toBeVisible();
});

test('what cannot be heard before the script runs cannot be pressed', async ({ house, people }) => {
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(1).lots();
	const judge = await people.asJudge('GK02');
	const release = await holdScripts(judge);
	await judge.goto(`/judge/${contest.id}`, { waitUntil: 'commit' });
	const decline = judge.getByRole('button', { name: m.interest_own() });
	await expect(decline).toBeDisabled();
	release();
	await decline.click();
	await expect(judge.getByRole('dialog')).toBeVisible();
});

test('on a narrow phone the button stays under the finger while a mark is saved', async ({ house, people }) => {
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(1).lots();
	const judge = await people.asJudge('GK02');
	await judge.setViewportSize({ width: 360, height: 640 });
	await judge.goto(`/judge/${contest.id}`);
	const submit = judge.getByRole('button', { name: m.judge_submit(), exact: true });
	let answer = () => {};
	const answered = new Promise<void>((resolve) => (answer = resolve));
	await judge.route('**/judge/**', async (route) => {
		if (route.request().method() === 'POST') await answered;
		await route.continue();
	});
	await expect(judge.getByText(m.common_connected())).toBeAttached();
	const atFirst = await submit.boundingBox();
	await judge.locator('input[name="mark.DC1"]').fill('3,5');
	await judge.locator('textarea[name="comment.general"]').fill('Rõ ràng');
	await expect(
		judge.getByText(`${m.judge_waiting_marks({ count: 1 })} · ${m.judge_waiting_comments({ count: 1 })}`)
	).toBeVisible();
	const whileSaving = await submit.boundingBox();
	answer();
	await expect(judge.getByText(/^Đã lưu nháp lúc/)).toBeVisible();
	expect([whileSaving, await submit.boundingBox()]).toEqual([atFirst, atFirst]);
});
