// What a judge types before the page's script has arrived is kept and saved like everything else.
import { expect, test } from './fixtures.ts';

test('marks typed on a slow tablet, before the script runs, are saved', async ({ house, people }) => {
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
	release();
	await expect(judge.getByText(/^Đã lưu nháp lúc/)).toBeVisible();
	await judge.reload();
	await expect(first).toHaveValue('3,50');
	await expect(second).toHaveValue('4,00');
});
