// The steps of a sheet on paper, as a judge who goes over to it and the secretaries who type it click and type them.
import { expect, type Locator, type Page } from '@playwright/test';
import { granted } from '../../src/cli/rehearsal/set-up.ts';
import { m } from '../../src/lib/paraglide/messages.js';
import { addStaff } from '../../src/lib/server/usecases/add-staff.ts';
import type { BuiltContest, Person } from './contest-plan.ts';
import type { House } from './fixtures.ts';

export const field = (page: Page, code: string): Locator => page.locator(`input[name="mark.${code}"]`);
export const finish = (page: Page): Locator => page.getByRole('button', { name: m.paper_entry_done() });

/** A second secretary, who has not been here yet. */
export async function anotherSecretary(house: House, contest: BuiltContest): Promise<Person> {
	const wish = { contestId: contest.id, login: `thu-ky-hai-${contest.id.slice(-8)}`, role: 'secretary' };
	const added = granted(
		await addStaff(house.app, contest.organiser, { ...wish, displayName: 'Trần Thị Hai' }),
		'staff'
	);
	return { login: added.login, password: 'mật khẩu của thư ký hai', invitation: added.invitation };
}

/** Every mark by keyboard alone: a figure, Enter, the next; the last Enter stays where it is. Criteria left out get 1. */
export async function typeAll(page: Page, marks: Record<string, string>): Promise<void> {
	const inputs = page.locator('input[name^="mark."]');
	await expect(inputs.first()).toBeEnabled();
	await inputs.first().focus();
	for (const code of await inputs.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).name.slice(5)))) {
		await expect(field(page, code)).toBeFocused();
		await page.keyboard.type(marks[code] ?? '1');
		await page.keyboard.press('Enter');
	}
}

/** From screen to paper or back, with the reason. */
export async function moveSheet(page: Page, label: string, reason: string): Promise<void> {
	await page.getByRole('button', { name: label, exact: true }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel(m.turns_reason()).fill(reason);
	await dialog.getByRole('button', { name: label, exact: true }).click();
	await expect(dialog).toBeHidden();
}
