// How a judge of the day comes to a sheet and marks it: by taps, by a keyboard alone, by typing into one mark after the other; it must not know the day.
import type { Page } from '@playwright/test';
import { formatPoints } from '../../../src/lib/contest/points.ts';
import type { Criterion } from '../../../src/lib/contest/rubric.ts';
import { m } from '../../../src/lib/paraglide/messages.js';
import { expect } from '../../browser/fixtures.ts';
import { field, typeAll } from '../../browser/paper-steps.ts';
import type { SheetMarks } from './day-plan.ts';

export type Way = 'taps' | 'keys' | 'typing';

export const texts = (marks: SheetMarks): Record<string, string> =>
	Object.fromEntries(Object.entries(marks).map(([code, points]) => [code, formatPoints(points, 'vi', 0)]));

/** The sheet of this contestant is the one in hand. */
export async function isAtSheet(page: Page, number: string): Promise<void> {
	await expect(page).toHaveTitle(new RegExp(`^${number} `));
}

/** Through the list, which works without a network too. */
export async function openFromList(page: Page, number: string): Promise<void> {
	const link = page.getByRole('listitem').getByRole('link').filter({ hasText: number });
	if (!(await link.isVisible()))
		await page
			.locator('summary')
			.filter({ hasText: /^Danh sách thí sinh/ })
			.click();
	await link.click();
	await isAtSheet(page, number);
}

export async function enter(page: Page, criteria: Criterion[], marks: SheetMarks, way: Way): Promise<void> {
	if (way === 'keys') return typeAll(page, texts(marks));
	for (const criterion of criteria) {
		const points = marks[criterion.code]!;
		if (way === 'taps') await tap(page, criterion, points);
		else {
			await field(page, criterion.code).fill(formatPoints(points, 'vi', 0));
			await field(page, criterion.code).press('Tab');
		}
		await expect(field(page, criterion.code)).toHaveValue(formatPoints(points));
	}
}

/** The band, then the mark in it. */
async function tap(page: Page, { name, bands }: Criterion, points: number): Promise<void> {
	const band = bands.find(({ min, max }) => points >= min && points <= max)!;
	await page
		.getByRole('group', { name: m.judge_bands({ name }) })
		.getByRole('button', { name: new RegExp(`^${band.label}`) })
		.tap();
	await page
		.getByRole('group', { name: m.judge_values({ name }) })
		.getByRole('button', { name: formatPoints(points), exact: true })
		.tap();
}
