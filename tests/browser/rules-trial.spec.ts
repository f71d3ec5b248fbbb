// The trial beside the rules: a weight is changed and named people move; problems, several rankings, other people, a cut line, the keyboard.
import type { Locator, Page } from '@playwright/test';
import { ruleTemplates } from '../../src/lib/contest/rules/templates.ts';
import { m } from '../../src/lib/paraglide/messages.js';
import { stagedRules } from '../staged-rules.ts';
import { expect, test } from './fixtures.ts';
import { inspectPage } from './inspect-page.ts';
import { fill, openPiece } from './rules-steps.ts';

const trial = (page: Page) => page.getByRole('region', { name: m.rules_trial(), exact: true });
const ranking = (page: Page) => trial(page).getByRole('table');
/** The line of one contestant, as it is read out. */
const place = (page: Page, number: string) =>
	ranking(page)
		.getByRole('row')
		.filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${number} `) }) });
const places = (page: Page) => ranking(page).getByRole('rowheader');
const headline = (page: Page) => trial(page).getByRole('status');

async function tabTo(page: Page, target: Locator): Promise<void> {
	const isThere = () => target.evaluate((element) => element === document.activeElement);
	for (let presses = 0; presses < 150 && !(await isThere()); presses++) await page.keyboard.press('Tab');
	await expect(target).toBeFocused();
}

test('a weight is changed, and the ranks move', async ({ asOrganiser, house }) => {
	const contest = await house.contest({ template: 'ba-phan' }).sample();
	const page = await asOrganiser();
	await page.goto(`/organise/${contest.id}/rules?at=stages[0].parts[1].weight`);
	await expect(headline(page)).toHaveText(m.rules_trial_unchanged());
	await expect(trial(page)).toContainText(m.rules_trial_own({ count: 54 }));
	await expect(place(page, 'TS02')).toHaveText(/^8 .*giữ nguyên hạng.*Phạm Quang Huy.*83,93/);

	await fill(page, m.rules_part_weight(), '60');
	await expect(headline(page)).toHaveText(m.rules_trial_moved({ count: 26 }));
	await expect(place(page, 'TS02')).toHaveText(/^4 .*lên 4 hạng.*Phạm Quang Huy.*67,98.*trước 83,93/);
	await expect(place(page, 'TS47')).toHaveText(/xuống \d hạng/);
	await expect(place(page, 'TS10')).toHaveText(/^1 .*giữ nguyên hạng.*72,57/);
	const details = ranking(page).getByRole('row').filter({ hasText: 'Thuyết trình' }).first();
	await expect(details).toContainText('Giải Nhất');
	await expect(details).toContainText(/Đề cương 18,32\s*Thuyết trình 27,79\s*Xử lý tình huống 26,46/);
	await expect(details).toContainText('Hạng 1 với 72,57 điểm.');
	await trial(page).getByText(m.rules_trial_details()).click();
	await expect(trial(page).getByText(/^54 thí sinh thay đổi điểm; .*2 giải đổi người nhận\.$/)).toBeVisible();

	await fill(page, m.rules_part_weight(), '100');
	await expect(headline(page)).toHaveText(m.rules_trial_still());
	await expect(place(page, 'TS02')).toHaveText(/^8 /);
});

test('rules that cannot be run leave the last good table, marked as old', async ({ asOrganiser, house }) => {
	const contest = await house.contest({ template: 'chi-trac-nghiem' });
	const page = await asOrganiser();
	await page.goto(`/organise/${contest.id}/rules`);
	await expect(trial(page)).toContainText(m.rules_trial_sample({ count: 54 }));
	await expect(places(page)).toHaveCount(10);
	await openPiece(page, m.rules_ties());
	await page
		.locator('#piece')
		.getByRole('button', { name: m.rules_item_up({ name: `3. ${m.rules_tie_share()}` }) })
		.click();
	await expect(trial(page).getByText(m.rules_trial_problems({ count: 1 }))).toBeVisible();
	await expect(trial(page).getByText(m.rules_trial_old_mark(), { exact: true })).toBeVisible();
	await expect(places(page)).toHaveCount(10);
	for (const width of [1366, 360]) {
		await page.setViewportSize({ width, height: 768 });
		expect(await inspectPage(page, 'vi', true)).toEqual([]);
	}
	await page
		.locator('#piece')
		.getByRole('button', { name: m.rules_item_down({ name: `2. ${m.rules_tie_share()}` }) })
		.click();
	await expect(headline(page)).toHaveText(m.rules_trial_still());
	await expect(trial(page).getByText(m.rules_trial_old_mark(), { exact: true })).toHaveCount(0);
});

test('every ranking of every stage can be looked at; the one that is written comes first', async ({
	asOrganiser,
	house
}) => {
	const rankings = structuredClone(stagedRules);
	const [first] = rankings.stages;
	if (first) first.rankedBy = ['category'];
	const contest = await house.contest().sample().rules(rankings);
	const page = await asOrganiser();
	await page.goto(`/organise/${contest.id}/rules`);
	const choice = trial(page).getByLabel(m.rules_trial_table());
	await expect(choice.locator('option:checked')).toHaveText('Chung khảo');
	await expect(places(page)).toHaveCount(4);
	await openPiece(page, /^SK · Sơ khảo/);
	await expect(choice.locator('option:checked')).toHaveText('Sơ khảo · Cấp tỉnh');
	await choice.selectOption({ label: 'Chung khảo' });
	await expect(places(page)).toHaveCount(4);
	await expect(ranking(page)).toHaveAccessibleName(`${m.rules_trial()}: Chung khảo`);
});

test('by keyboard alone: a weight, the ranking that follows, everybody in it', async ({ asOrganiser, house }) => {
	const contest = await house.contest({ template: 'ba-phan' }).sample();
	const page = await asOrganiser();
	await page.goto(`/organise/${contest.id}/rules?at=stages[0].parts[2].weight`);
	await expect(page.locator('[data-path="stages[0].parts[2].weight"]')).toBeFocused();
	await page.keyboard.press('Control+A');
	await page.keyboard.type('150');
	await expect(headline(page)).toHaveText(/^\d+ thí sinh đổi hạng/);
	await tabTo(page, trial(page).getByText(m.rules_trial_details()));
	await page.keyboard.press('Enter');
	await expect(trial(page).getByText(/thí sinh thay đổi điểm/)).toBeVisible();
	const all = trial(page).getByRole('button', { name: m.rules_trial_all({ count: 54 }) });
	await tabTo(page, all);
	await page.keyboard.press('Enter');
	await expect(places(page)).toHaveCount(54);
	await expect(trial(page).getByRole('button', { name: m.rules_trial_top({ count: 10 }) })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(places(page)).toHaveCount(10);
});

test('in English, on all sizes, nothing is cut off and nobody is shut out', async ({ asOrganiser, house }) => {
	const contest = await house.contest({ template: 'kien-thuc-thuyet-trinh' }).sample();
	const page = await asOrganiser();
	await page.context().addCookies([{ name: 'hoithi_language', value: 'en', url: house.url }]);
	await page.goto(`/organise/${contest.id}/rules?at=stages[0].parts[1].weight`);
	await page.locator('[data-path="stages[0].parts[1].weight"]').fill('40');
	const english = { locale: 'en' } as const;
	const region = page.getByRole('region', { name: m.rules_trial({}, english), exact: true });
	await expect(region.getByRole('status')).toHaveText(/^Contestants with another rank .*: [1-9]/);
	await region.getByRole('button', { name: m.rules_trial_all({ count: 54 }, english) }).click();
	for (const [width, height] of [
		[360, 640],
		[820, 1180],
		[1366, 768],
		[1920, 1080]
	] as const) {
		await page.setViewportSize({ width, height });
		expect([width, ...(await inspectPage(page, 'en', width === 360 || width === 1920))]).toEqual([width]);
	}
});

test('over a cut line it says so, and is loaded again on request', async ({ asOrganiser, house, noise }) => {
	noise.expect(/rules\/trial/);
	const contest = await house.contest({ template: 'chi-trac-nghiem' });
	const page = await asOrganiser();
	await page.route('**/rules/trial', (route) => route.abort());
	await page.goto(`/organise/${contest.id}/rules`);
	await expect(trial(page).getByText(m.rules_trial_lost())).toBeVisible();
	await page.unroute('**/rules/trial');
	await trial(page).getByRole('button', { name: m.rules_trial_load() }).click();
	await expect(places(page)).toHaveCount(10);
});

test('rules written from nothing are tried as soon as they can be; once the contest has begun there is no trial', async ({
	asOrganiser,
	house
}) => {
	const contest = await house.contest({ template: 'nothing' });
	const page = await asOrganiser();
	await page.goto(`/organise/${contest.id}/rules`);
	await expect(trial(page).getByText(m.rules_trial_problems({ count: 1 }))).toBeVisible();
	await expect(ranking(page)).toHaveCount(0);
	const file = { name: 'the-le.json', mimeType: 'application/json', buffer: rulesFile() };
	await page.getByLabel(m.rules_upload_choose()).setInputFiles(file);
	await page.getByRole('button', { name: m.rules_upload() }).click();
	await expect(headline(page)).toHaveText(m.rules_trial_first());
	await expect(places(page)).toHaveCount(10);

	const begun = await house.contest({ template: 'chi-trac-nghiem' }).sample().round().inLobby();
	page.once('dialog', (dialog) => void dialog.accept());
	await page.goto(`/organise/${begun.id}/rules`);
	await expect(page.getByText(m.rules_started())).toBeVisible();
	await expect(trial(page)).toHaveCount(0);
});

function rulesFile(): Buffer {
	return Buffer.from(JSON.stringify(ruleTemplates['chi-trac-nghiem']));
}
