// What a judge types before the page's script has arrived is kept and saved like everything else.
import type { Page } from '@playwright/test';
import { m } from '../../src/lib/paraglide/messages.js';
import { expect, test } from './fixtures.ts';

const bandsOf = (page: Page, code: string) =>
	page
		.locator('section.criterion')
		.filter({ has: page.locator(`input[name="mark.${code}"]`) })
		.locator('.bands button');

test('marks typed and tapped on a slow tablet, before the script runs, are saved', async ({ house, people }) => {
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(2).lots();
	const judge = await people.asJudge('GK02');
	let release = () => {};
	const arrived = new Promise<void>((resolve) => (release = resolve));
	await judge.route('**/_app/**/*.js', async (route) => {
		await arrived;
		await route.continue();
	});
	await judge.goto(`/judge/${contest.id}`, { waitUntil: 'commit' });
	const [first, second] = [judge.locator('input[name="mark.DC1"]'), judge.locator('input[name="mark.DC2"]')];
	await first.fill('3,5');
	await second.fill('4');
	const [tapped, band] = [judge.locator('input[name="mark.DC3"]'), bandsOf(judge, 'DC3').nth(1)];
	await band.tap();
	await expect(band).toHaveAttribute('aria-pressed', 'true');
	const chosen = await tapped.inputValue();
	expect(chosen).not.toBe('');
	release();
	await expect(judge.getByText(/^Đã lưu nháp lúc/)).toBeVisible();
	await judge.reload();
	await expect(first).toHaveValue('3,50');
	await expect(second).toHaveValue('4,00');
	await expect(tapped).toHaveValue(chosen);
});

test('what an earlier visit could not send is not pushed out by what is typed before the script runs', async ({
	house,
	noise,
	people
}) => {
	noise.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket is already in CLOSING/);
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(1).lots();
	const closed = await people.asJudge('GK02');
	await closed.goto(`/judge/${contest.id}`);
	await expect(closed.getByText(m.common_connected())).toBeAttached();
	await closed.context().setOffline(true);
	await closed.locator('input[name="mark.DC1"]').fill('3,5');
	await expect(closed.getByText(m.judge_waiting_marks({ count: 1 }), { exact: true })).toBeVisible();
	await closed.close();
	const judge = await closed.context().newPage();
	await judge.context().setOffline(false);
	let release = () => {};
	const arrived = new Promise<void>((resolve) => (release = resolve));
	await judge.route('**/_app/**/*.js', async (route) => {
		await arrived;
		await route.continue();
	});
	await judge.goto(`/judge/${contest.id}`, { waitUntil: 'commit' });
	await judge.locator('input[name="mark.DC2"]').fill('4');
	release();
	await expect(judge.getByText(/^Đã lưu nháp lúc/)).toBeVisible();
	await expect
		.poll(
			async () =>
				(
					await house.app.database.sql`
			select marks from scoresheet s join turn t on t.id = s.turn_id where t.contest_id = ${contest.id}`
				)[0]?.marks
		)
		.toEqual({ DC1: 350, DC2: 400 });
});
