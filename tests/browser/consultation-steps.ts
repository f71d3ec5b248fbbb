// The steps of a consultation about two judges who are too far apart, as the head judge clicks them.
import { expect, type Locator, type Page } from '@playwright/test';
import { m } from '../../src/lib/paraglide/messages.js';
import { pin } from '../server/lock-signed.ts';

export const note = 'Hai giám khảo hiểu khác nhau về tiêu chí liên hệ thực tiễn';

/** One card of the screen, by the contestant's number. */
export const cardOf = (page: Page, number: string): Locator =>
	page.getByRole('region').filter({ has: page.getByRole('heading', { name: new RegExp(`^${number} `) }) });

/** Begins, names two who take part, writes what was said and chooses the way out. */
async function consult(page: Page, number: string, way: string): Promise<void> {
	const card = cardOf(page, number);
	await card.getByRole('button', { name: m.consult_begin() }).click();
	await expect(card.getByText(m.consult_state_consulting(), { exact: true })).toBeVisible();
	for (const code of ['GK01', 'GK02'])
		await card
			.getByRole('checkbox', { name: new RegExp(`^${code} `) })
			.first()
			.check();
	await card.getByLabel(m.consult_note()).fill(note);
	await card.getByRole('radio', { name: new RegExp(`^${way}`) }).check();
}

/** Talked over: this judge, who is far, is to look at the sheet again, and it is opened. */
export async function reviseAndReopen(head: Page, number: string, judge: string): Promise<void> {
	const card = cardOf(head, number);
	await consult(head, number, m.consult_way_revise());
	await expect(card.getByRole('checkbox', { name: new RegExp(`^${judge}`) }).last()).toBeChecked();
	await card.getByRole('button', { name: m.consult_end() }).click();
	await expect(head.getByText(m.consult_revise_done())).toBeVisible();
	await card.getByRole('button', { name: m.matrix_reopen() }).click();
	const dialog = head.getByRole('dialog');
	await dialog.getByLabel(m.turns_reason()).fill(note);
	await dialog.locator('input[name="pin"]').fill(pin);
	await dialog.getByRole('button', { name: m.matrix_reopen() }).click();
	await expect(head.getByText(m.matrix_reopened({ revision: 2 }))).toBeVisible();
}

/** Talked over: another judge is to mark; it stands before the preview of that decision. */
export async function previewOther(head: Page, number: string, other: string): Promise<void> {
	const card = cardOf(head, number);
	await consult(head, number, m.consult_way_extra());
	await card.getByLabel(m.consult_other()).selectOption(other);
	await card.getByRole('button', { name: m.consult_preview() }).click();
	await expect(head.getByRole('heading', { name: m.decide_preview_title() })).toBeVisible();
}

/** From the preview; then it waits for a second person. */
export async function putForward(head: Page, number: string): Promise<void> {
	await head.getByRole('button', { name: m.consult_put() }).click();
	await expect(cardOf(head, number).getByText(m.consult_state_proposed(), { exact: true })).toBeVisible();
}
