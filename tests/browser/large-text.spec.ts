// A contestant who needs large letters: at 320 px and 200 % text everything is there, inside the screen and within reach.
import type { Page } from '@playwright/test';
import { m } from '../../src/lib/paraglide/messages.js';
import { expect, test } from './fixtures.ts';

/** Texts that stand outside the width of the screen, and the page itself when it is wider. */
const outside = (page: Page) =>
	page.evaluate(() => {
		const { scrollWidth } = document.documentElement;
		const lost = [...document.querySelectorAll('body *')]
			.filter((element) => element.getClientRects().length > 0 && !element.closest('.visually-hidden, .skip-link'))
			.map((element) => ({ text: element.textContent.trim().slice(0, 40), box: element.getBoundingClientRect() }))
			.filter(({ box }) => box.width > 1 && (box.left < -1 || box.right > innerWidth + 1))
			.map(({ text }) => text);
		return scrollWidth > innerWidth ? [...lost, `${scrollWidth} px wide`] : lost;
	});

test('a question is read and answered at 320 px and 200 % text', async ({ house, asContestant }) => {
	const contest = await house
		.contest()
		.sample()
		.round({ codes: ['LS01', 'LS17'] })
		.atQuestion(1);
	await contest.run({ do: 'extend', byMs: 60_000 });
	const page = await asContestant('TS01');
	await page.setViewportSize({ width: 320, height: 640 });
	await page.addStyleTag({ content: 'html { font-size: 200% }' });
	const main = page.getByRole('main');
	await expect(main.getByRole('heading', { level: 1 })).toContainText('họp ở đâu');
	const answers = main.getByRole('button');
	await expect(answers).toHaveCount(4);

	await expect(page.getByRole('banner').getByText(m.common_connected())).toBeAttached();
	expect(await outside(page)).toEqual([]);
	expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');

	// The words for a lost line are longer than the dot for a good one.
	await page.context().setOffline(true);
	await expect(page.getByText(m.common_offline())).toBeVisible();
	expect(await outside(page)).toEqual([]);
	await page.context().setOffline(false);
	await expect(page.getByText(m.common_offline())).toBeHidden();

	// The last answer is not hidden behind the time bar at the foot.
	const last = answers.last();
	await last.scrollIntoViewIfNeeded();
	await last.click();
	await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
	await expect(last).toContainText(m.play_your_choice());
});
