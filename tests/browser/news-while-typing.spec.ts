// The answer to a form that comes while somebody types in the next field: what is typed goes where it was meant to.
import { m } from '../../src/lib/paraglide/messages.js';
import { expect, test } from './fixtures.ts';

test('news shows the next form before the answer to the last one has come, and typing there goes on', async ({
	house,
	asOrganiser
}) => {
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(3);
	const page = await asOrganiser();
	await page.goto(`/organise/${contest.id}/lots`);
	await page.waitForFunction(() => history.scrollRestoration === 'manual');
	let answer = () => {};
	const held = new Promise<void>((resolve) => (answer = resolve));
	await page.route(/\?\/freeze$/, async (route) => {
		const response = await route.fetch();
		await held;
		await route.fulfill({ response });
	});
	const card = page.getByRole('region', { name: m.console_lots_order() });
	await card.getByRole('button', { name: m.console_lots_freeze(), exact: true }).click();
	const witness = card.getByLabel(m.console_lots_witness({ number: 1 }));
	await witness.pressSequentially('Đại biểu ');
	const answered = page.waitForResponse(/\?\/freeze$/);
	answer();
	await answered;
	await page.waitForLoadState('networkidle');
	await page.keyboard.insertText('Hoa');
	await expect(witness).toBeFocused();
	await expect(witness).toHaveValue('Đại biểu Hoa');
});
