// The steps of locking a session and signing its minutes, as people click them; it must not know what was marked.
import { expect, type Page } from '@playwright/test';
import { m } from '../../src/lib/paraglide/messages.js';
import { pin } from '../server/lock-signed.ts';

/** Presses the act, gives the PIN (a first one with the password), and waits for what is said of it. */
export async function perform(
	page: Page,
	label: string,
	done: string,
	more: { password?: string; reason?: string } = {}
): Promise<void> {
	await page.getByRole('button', { name: new RegExp(`^${label}`) }).click();
	const dialog = page.getByRole('dialog');
	if (more.reason) await dialog.getByLabel(m.turns_reason()).fill(more.reason);
	await dialog.locator('input[name="pin"]').fill(pin);
	// Not asked of an organiser to whom another test of the same house gave a PIN.
	const password = dialog.getByLabel(m.account_password());
	if (more.password && (await password.isVisible())) await password.fill(more.password);
	await dialog.getByRole('button', { name: label, exact: true }).click();
	await expect(dialog).toBeHidden();
	await expect(page.getByRole('main').getByText(done, { exact: true }).first()).toBeVisible();
}
