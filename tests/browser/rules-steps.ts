// The steps of writing rules from nothing as people click them; each says what the page itself must show.
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import type { Rules } from '../../src/lib/contest/rules/rules.ts';
import { readRulesFile } from '../../src/lib/formats/rules-file/read-rules-file.ts';
import { m } from '../../src/lib/paraglide/messages.js';

/** Founds a contest whose rules are a blank page; gives its id. */
export async function foundFromNothing(page: Page, name: string): Promise<string> {
	await page.goto('/organise/new');
	await page.getByRole('radio', { name: m.console_template_nothing_title() }).check();
	await page.getByLabel(m.console_contest_name()).fill(name);
	await page.getByLabel(m.console_contest_organiser()).fill('Đảng ủy Khối các cơ quan tỉnh');
	await page.getByLabel(m.console_contest_day()).fill('01/12/2026');
	await page.getByRole('button', { name: m.console_create_contest() }).click();
	await expect(page).toHaveURL(/\/organise\/[0-9a-f-]{36}\/rules$/);
	return new URL(page.url()).pathname.split('/')[2] ?? '';
}

const outline = (page: Page) => page.getByRole('navigation', { name: m.rules_outline() });
const piece = (page: Page) => page.locator('#piece');

/** Opens a piece of the rules; whoever presses it stands at its beginning. */
export async function openPiece(page: Page, title: string | RegExp): Promise<void> {
	await outline(page).getByRole('button', { name: title }).click();
	await expect(piece(page)).toBeFocused();
}

/** A stage of its own, and its page. */
export async function addStage(page: Page): Promise<void> {
	await openPiece(page, m.rules_stages());
	await piece(page).getByRole('button', { name: m.rules_stages_add() }).click();
	await expect(piece(page).getByRole('heading', { level: 2, name: 'HT · Hội thi' })).toBeVisible();
}

/** A part of the first stage, and its page. */
export async function addPart(page: Page, kind: string, title: string): Promise<void> {
	await openPiece(page, /^HT · Hội thi/);
	await piece(page).getByLabel(m.rules_part_kind()).selectOption({ label: kind });
	await piece(page).getByRole('button', { name: m.rules_parts_add() }).click();
	await expect(piece(page).getByRole('heading', { level: 2, name: title })).toBeVisible();
}

/** A field of the piece that is open. */
export async function fill(page: Page, label: string, value: string): Promise<void> {
	await piece(page).getByLabel(label, { exact: true }).fill(value);
	await piece(page).getByLabel(label, { exact: true }).press('Tab');
}

/** Each added at the end of the chain, in this order. */
export async function addTieBreaks(page: Page, labels: string[]): Promise<void> {
	await openPiece(page, m.rules_ties());
	const kinds = piece(page).getByLabel(m.rules_tie_kind(), { exact: true });
	for (const [index, label] of labels.entries()) {
		await kinds.last().selectOption({ label });
		await piece(page).getByRole('button', { name: m.rules_ties_add() }).click();
		await expect(kinds).toHaveCount(index + 2);
	}
}

export async function addAwards(page: Page, count: number): Promise<void> {
	await openPiece(page, m.rules_awards());
	for (let number = 1; number <= count; number++) {
		await piece(page).getByRole('button', { name: m.rules_awards_add() }).click();
		await expect(piece(page).getByLabel(m.rules_award_quota(), { exact: true })).toHaveCount(number);
	}
}

/** Goes to the place of a problem and gives the field that has the focus then. */
export async function goToProblem(page: Page, sentence: RegExp): Promise<string | null> {
	const problem = page
		.getByRole('region', { name: m.rules_preflight() })
		.getByRole('listitem')
		.filter({ hasText: sentence });
	await problem.getByRole('button', { name: m.rules_go_there() }).click();
	await expect(page.locator('[data-path]:focus')).toBeVisible();
	return page.locator('[data-path]:focus').getAttribute('data-path');
}

export async function saveRules(page: Page, version: number, reason = ''): Promise<void> {
	await page.getByLabel(m.rules_reason()).fill(reason);
	await page.getByRole('button', { name: m.rules_save() }).click();
	await expect(page.getByText(m.rules_saved({ version }))).toBeVisible();
}

/** The stored rules as the file people keep. */
export async function downloadRules(page: Page): Promise<Rules> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: m.rules_download() }).click()
	]);
	const reading = readRulesFile(new Uint8Array(await readFile(await download.path())));
	if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
	return reading.value;
}
