// No mark is lost: a dead network, several sheets, a closed tab, two devices on one sheet, in a real browser.
import type { Page } from '@playwright/test';
import { m } from '../../src/lib/paraglide/messages.js';
import type { House } from './fixtures.ts';
import { expect, test } from './fixtures.ts';
import { lineOf } from './weak-line.ts';

/** What a browser says of a line that was cut on purpose. */
const cutLine = /ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket is already in CLOSING/;

const field = (page: Page, code: string) => page.locator(`input[name="mark.${code}"]`);
const waiting = (page: Page, count: number) => page.getByText(m.judge_waiting_marks({ count }), { exact: true });

/** Marks as they are stored, by contestant. */
async function storedMarks({ app }: House, contestId: string): Promise<Record<string, Record<string, number>>> {
	const rows = await app.database.sql<{ number: string; marks: Record<string, number> }[]>`
		select c.number, s.marks from scoresheet s join turn t on t.id = s.turn_id join contestant c on c.id = t.contestant_id
		where t.contest_id = ${contestId}`;
	return Object.fromEntries(rows.map(({ number, marks }) => [number, marks]));
}

test('three sheets marked without a network go up when it returns, none of them opened again', async ({
	house,
	noise,
	people
}) => {
	noise.expect(cutLine);
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(4).lots();
	const judge = await people.asJudge('GK02');
	await judge.goto(`/judge/${contest.id}`);
	const line = await lineOf(judge);
	await expect(judge.getByText(m.common_connected())).toBeAttached();
	const links = judge.getByRole('listitem').getByRole('link');
	await expect(links).toHaveCount(4);
	await line.cut();
	for (const [at, mark] of ['1', '2', '3'].entries()) {
		await links.nth(at).click();
		await expect(links.nth(at)).toHaveAttribute('aria-current', 'true');
		await field(judge, 'DC1').fill(mark);
		await expect(waiting(judge, at + 1)).toBeVisible();
	}
	await expect(judge.getByText(m.judge_sheet_waiting(), { exact: true })).toHaveCount(3);
	expect(await storedMarks(house, contest.id)).toEqual({});
	await line.mend();
	await expect(judge.getByText(/điểm chờ gửi/)).toHaveCount(0);
	const stored = Object.values(await storedMarks(house, contest.id));
	expect(stored.map(({ DC1 }) => DC1).sort()).toEqual([100, 200, 300]);
});

test('what a closed tab could not send goes up from the next one, whichever sheet it opens', async ({
	house,
	noise,
	people
}) => {
	noise.expect(cutLine);
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(2).lots();
	const judge = await people.asJudge('GK02');
	await judge.goto(`/judge/${contest.id}`);
	await expect(judge.getByText(m.common_connected())).toBeAttached();
	const [first] = await judge.getByRole('listitem').getByRole('link').all();
	const marked = await first!.getAttribute('href');
	await judge.context().setOffline(true);
	await field(judge, 'DC1').fill('2,5');
	await field(judge, 'DC2').fill('4');
	await expect(waiting(judge, 2)).toBeVisible();
	await judge.close();
	await judge.context().setOffline(false);
	const again = await judge.context().newPage();
	await again.goto(`/judge/${contest.id}`);
	await again.getByRole('listitem').getByRole('link').nth(1).click();
	await expect(again).not.toHaveURL(new RegExp(`${marked?.slice(1)}$`));
	await expect.poll(async () => Object.values(await storedMarks(house, contest.id))).toEqual([{ DC1: 250, DC2: 400 }]);
	await expect(again.getByText(/điểm chờ gửi/)).toHaveCount(0);
});

test('two devices on one sheet: both values are shown and the judge chooses for each criterion', async ({
	house,
	noise,
	people
}) => {
	noise.expect(cutLine);
	noise.expect(/status of 409/);
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(1).lots();
	const tablet = await people.asJudge('GK02');
	const laptop = await people.asJudge('GK02');
	for (const page of [tablet, laptop]) {
		await page.goto(`/judge/${contest.id}`);
		// What is typed before the script runs is another test's: it is saved as it stands, not written out.
		await expect(page.getByText(m.common_connected())).toBeAttached();
	}
	await tablet.context().setOffline(true);
	await field(tablet, 'DC1').fill('1');
	await field(tablet, 'DC2').fill('2');
	await expect(waiting(tablet, 2)).toBeVisible();
	await field(laptop, 'DC1').fill('3');
	await field(laptop, 'DC2').fill('4');
	await field(laptop, 'DC3').fill('3,5');
	await expect(laptop.getByText(/^Đã lưu nháp lúc/)).toBeVisible();
	await tablet.context().setOffline(false);
	const dialog = tablet.getByRole('dialog', { name: m.judge_conflict_title() });
	const choice = (code: string, which: string) =>
		dialog.getByRole('group', { name: code, exact: true }).getByRole('radio', { name: which });
	const keep = dialog.getByRole('button', { name: m.judge_conflict_done() });
	await expect(choice('DC3', m.judge_conflict_there())).toBeChecked();
	await expect(keep).toBeDisabled();
	await choice('DC1', m.judge_conflict_here()).check();
	await choice('DC2', m.judge_conflict_there()).check();
	await keep.click();
	await expect(dialog).toBeHidden();
	await expect(tablet.getByText(/^Đã lưu nháp lúc/)).toBeVisible();
	expect(Object.values(await storedMarks(house, contest.id))).toEqual([{ DC1: 100, DC2: 400, DC3: 350 }]);
	await expect(field(laptop, 'DC1')).toHaveValue('3,00');
});

test('where the other copy is lost on its way, marks stay on the device and two copies are spoken of once both are shown', async ({
	house,
	noise,
	people
}) => {
	noise.expect(/ERR_FAILED|Failed to fetch/);
	noise.expect(/status of 409/);
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(1).lots();
	const tablet = await people.asJudge('GK02');
	const laptop = await people.asJudge('GK02');
	for (const page of [tablet, laptop]) await page.goto(`/judge/${contest.id}`);
	await expect(tablet.getByText(m.common_connected())).toBeAttached();
	const isAsked = tablet.waitForRequest(/__data\.json/);
	await tablet.route(/__data\.json/, (route) => route.abort());
	await field(laptop, 'DC1').fill('3');
	await expect(laptop.getByText(/^Đã lưu nháp lúc/)).toBeVisible();
	await field(tablet, 'DC1').fill('1');
	await (await isAsked).response();
	await expect(waiting(tablet, 1)).toBeVisible();
	await expect(field(tablet, 'DC1')).toHaveValue('1');
	await expect(tablet.getByText(m.judge_save_conflict())).toHaveCount(0);
	await expect(tablet.getByText(m.judge_save_unsent())).toBeVisible();
	await tablet.unroute(/__data\.json/);
	const dialog = tablet.getByRole('dialog', { name: m.judge_conflict_title() });
	await expect(dialog).toBeVisible();
	await dialog.getByRole('button', { name: m.judge_conflict_keep_mine() }).click();
	await dialog.getByRole('button', { name: m.judge_conflict_done() }).click();
	await expect(tablet.getByText(/^Đã lưu nháp lúc/)).toBeVisible();
	expect(Object.values(await storedMarks(house, contest.id))).toEqual([{ DC1: 100 }]);
});

test('a whole contest of 54 sheets with long comments fits on the device', async ({ house, people }) => {
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(1).lots();
	const judge = await people.asJudge('GK02');
	await judge.goto(`/judge/${contest.id}`);
	const kept = await judge.evaluate(() => {
		const comments = Object.fromEntries(Array.from({ length: 17 }, (_, at) => [`C${at}`, 'ấ'.repeat(1000)]));
		for (let at = 0; at < 54; at++)
			localStorage.setItem(`full_${at}`, JSON.stringify({ version: 1, marks: {}, comments }));
		return Object.keys(localStorage).filter((place) => place.startsWith('full_')).length;
	});
	expect(kept).toBe(54);
});
