// What is cut out and handed over: every word of every slip, link and invitation stands whole inside its lines, however long its unit is called.
import type { Page } from '@playwright/test';
import { m } from '../../src/lib/paraglide/messages.js';
import { setRegistrationTerms } from '../../src/lib/server/usecases/set-registration-terms.ts';
import { expect, test } from './fixtures.ts';

const contestName =
	'Hội thi báo cáo viên, tuyên truyền viên giỏi chào mừng kỷ niệm 96 năm Ngày thành lập Đảng Cộng sản Việt Nam và 50 năm Ngày giải phóng hoàn toàn miền Nam';

/** Pieces on paper with what is cut off or printed beyond the room inside the lines, if anything. */
async function pieces(page: Page): Promise<{ count: number; cut: string[] }> {
	await expect(page.getByRole('article').first()).toBeVisible();
	await page.emulateMedia({ media: 'print' });
	const found = await page.getByRole('article').evaluateAll((all) => {
		const isCut = (piece: Element) => {
			const { paddingTop, paddingLeft } = getComputedStyle(piece);
			const outer = piece.getBoundingClientRect();
			return [...piece.querySelectorAll('p, svg')].some((each) => {
				const { top, bottom, left, right } = each.getBoundingClientRect();
				const isInside =
					top >= outer.top + parseFloat(paddingTop) - 0.5 &&
					left >= outer.left + parseFloat(paddingLeft) - 0.5 &&
					bottom <= outer.bottom - parseFloat(paddingTop) + 1 &&
					right <= outer.right - parseFloat(paddingLeft) + 1;
				return !isInside || each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1;
			});
		};
		return {
			count: all.length,
			cut: all.filter(isCut).map((piece) => piece.querySelector('.words')?.textContent ?? '')
		};
	});
	await page.emulateMedia({ media: null });
	return found;
}

test('slips, invitations and links are whole in their pieces', async ({ house, people }) => {
	const contest = await house.contest({ name: contestName }).sample();
	const contestId = contest.id;
	await setRegistrationTerms(house.app, contest.organiser, {
		contestId,
		opensAt: '',
		closesAt: '31/12/2099 17:00',
		reserves: 0,
		questions: [],
		seen: 0
	});
	const page = await people.asOrganiser();

	await page.goto(`/organise/${contestId}/slips`);
	const all = page.getByRole('button', { name: m.console_slips_all() });
	await all.focus();
	await page.keyboard.down('Enter');
	expect(await pieces(page), 'slips').toEqual({ count: 54, cut: [] });
	await page.keyboard.up('Enter');

	await page.goto(`/organise/${contestId}/people?tab=staff`);
	await page.getByLabel(m.common_name(), { exact: true }).fill('Nguyễn Phương Hằng Thảo Nguyên');
	await page.getByLabel(m.console_login(), { exact: true }).fill(`thu-ky-${contestId.slice(-12)}`.padEnd(40, '-a'));
	await page.getByLabel(m.console_role(), { exact: true }).selectOption('mc');
	await page.getByRole('button', { name: m.common_add() }).click();
	expect(await pieces(page), 'invitations').toEqual({ count: 1, cut: [] });

	await page.goto(`/organise/${contestId}/registration?tab=units`);
	await page.getByRole('button', { name: m.reg_links_missing() }).click();
	expect(await pieces(page), 'links').toEqual({ count: 62, cut: [] });
});
