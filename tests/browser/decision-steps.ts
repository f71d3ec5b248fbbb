// The steps of putting a key right by two people, as they click them: LS01, whose key is A, becomes B.
import { expect, type Page } from '@playwright/test';
import { granted } from '../../src/cli/rehearsal/set-up.ts';
import { m } from '../../src/lib/paraglide/messages.js';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { addStaff } from '../../src/lib/server/usecases/add-staff.ts';
import type { House } from './fixtures.ts';
import { holdDown } from './journey-steps.ts';
import { enterAs } from './signing-in.ts';

export const reason = 'Theo biên bản rà soát đáp án';

/** One line for each contestant whose points or rank change. */
export const changesIn = (page: Page) => page.locator('.diff .people li');

/** Signs a second organiser in on this page. */
export async function asSecondOrganiser(
	house: House,
	organiser: StaffSeat,
	contestId: string,
	page: Page
): Promise<void> {
	const login = `hai-${contestId.slice(-12)}`;
	const wish = { contestId, login, displayName: 'Trần Thị Hai', role: 'organiser' };
	const { invitation } = granted(await addStaff(house.app, organiser, wish), 'second organiser');
	await enterAs(page, { login, password: 'một mật khẩu đủ dài', invitation });
}

/** By keyboard, up to the preview of what would change. */
export async function correctKey(page: Page, contestId: string): Promise<void> {
	await page.goto(`/organise/${contestId}/results`);
	await page.getByRole('link', { name: m.decide_link() }).click();
	await page.getByRole('link', { name: m.decide_form_key() }).click();
	await page.getByLabel(m.decide_question()).selectOption('LS01');
	await page.getByRole('button', { name: m.decide_next() }).click();
	await expect(page.getByRole('radio', { name: /^A\. / })).toBeChecked();
	await page.getByRole('radio', { name: /^A\. / }).focus();
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('radio', { name: /^B\. / })).toBeChecked();
	await page.keyboard.press('Tab');
	await page.keyboard.type(reason);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: m.decide_preview_title() })).toBeVisible();
}

/** The second person sees the same changes, and the first touch alone confirms nothing. */
export async function confirmKey(page: Page, contestId: string, changes: RegExp[]): Promise<void> {
	await page.goto(`/organise/${contestId}/decisions`);
	await expect(page.getByRole('heading', { name: 'Sửa đáp án câu LS01 thành B' })).toBeVisible();
	await expect(page.getByText(reason)).toBeVisible();
	await expect(changesIn(page)).toHaveText(changes);
	const confirm = page.getByRole('button', { name: m.decide_confirm() });
	await confirm.click();
	await expect(confirm).toBeVisible();
	await holdDown(confirm);
	await expect(page.getByText(m.decide_done_confirmed({ sequence: 1 }))).toBeVisible();
	await expect(page.getByText('Sửa đáp án câu LS01 thành B')).toBeVisible();
}
