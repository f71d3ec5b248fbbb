// A judge asks on the own desk not to mark a contestant, an organiser sees it, names a judge's unit, and takes the first back.
import { m } from '../../src/lib/paraglide/messages.js';
import { expect, test } from './fixtures.ts';
import { inspectPage } from './inspect-page.ts';

const sizes = [
	[360, 640],
	[820, 1180],
	[1366, 768],
	[1920, 1080]
] as const;

test('R154 who has an interest marks nothing of that contestant, and both desks say so', async ({ house, people }) => {
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(2).lots();
	const judge = await people.asJudge('GK02');
	await judge.goto(`/judge/${contest.id}`);
	const number = (await judge.title()).split(' ')[0] ?? '';
	await judge.getByRole('button', { name: m.interest_own() }).click();
	const asked = judge.getByRole('dialog', { name: m.interest_own_title({ number }) });
	await asked.getByRole('textbox').fill('là em ruột của thí sinh');
	await asked.getByRole('button', { name: m.interest_own() }).click();
	await expect(judge.getByText(m.judge_excused_text())).toBeVisible();
	for (const [width, height] of sizes) {
		await judge.setViewportSize({ width, height });
		expect(await inspectPage(judge, 'vi', true), `desk ${width}`).toEqual([]);
	}

	const organiser = await people.asOrganiser();
	await organiser.goto(`/organise/${contest.id}/people?tab=judges`);
	await expect(organiser.getByText(/^GK02 .*là em ruột của thí sinh/)).toBeVisible();

	await test.step('a unit is named, and whoever comes from it is found', async () => {
		const row = organiser.getByRole('row').filter({ hasText: 'GK03' });
		await row.getByRole('button', { name: /^(Xếp|Đổi) ban/ }).click();
		const dialog = organiser.getByRole('dialog');
		await dialog.getByLabel(m.interest_unit()).selectOption({ index: 1 });
		await dialog.getByRole('button', { name: m.people_save() }).click();
		await expect(organiser.getByText(/^GK03 .*cùng đơn vị với/)).toBeVisible();
		for (const [width, height] of sizes) {
			await organiser.setViewportSize({ width, height });
			expect(await inspectPage(organiser, 'vi', true), `people ${width}`).toEqual([]);
		}
	});

	await test.step('taken back by somebody else, the sheet is there again', async () => {
		await organiser.getByRole('button', { name: m.interest_withdraw() }).click();
		const dialog = organiser.getByRole('dialog');
		await dialog.getByRole('textbox').fill('khai nhầm người');
		await dialog.getByRole('button', { name: m.interest_withdraw() }).click();
		await expect(organiser.getByText(/^GK02 .*là em ruột của thí sinh/)).toHaveCount(0);
		await judge.goto(`/judge/${contest.id}`);
		await expect(judge.getByRole('button', { name: m.judge_submit() })).toBeVisible();
	});
});
