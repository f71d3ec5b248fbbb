// A whole sheet filled by keyboard alone, and by touch alone: every mark there is, with few keys and few taps, and what a screen reader is told.
import type { Locator, Page } from '@playwright/test';
import { formatPoints } from '../../src/lib/contest/points.ts';
import type { Criterion } from '../../src/lib/contest/rubric.ts';
import { m } from '../../src/lib/paraglide/messages.js';
import { readRubrics } from '../../src/lib/server/stores/bank.ts';
import { pin } from '../server/lock-signed.ts';
import type { House } from './fixtures.ts';
import { expect, test } from './fixtures.ts';
import { inspectPage } from './inspect-page.ts';
import { panelOf } from './panel.ts';

/** The sheet of the contestant who has just been called: every part is open. */
async function openSheet(
	house: House,
	open: (code: string) => Promise<Page>
): Promise<{ judge: Page; criteria: Criterion[] }> {
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(1).lots();
	const panel = await panelOf(house.app, contest);
	const [turn] = await panel.turns();
	await panel.run(turn!.id, 'call', 'step-on-stage', 'start', 'end');
	const judge = await open('GK02');
	await judge.goto(`/judge/${contest.id}`);
	await expect(judge.getByText(m.common_connected())).toBeAttached();
	const names = await judge
		.locator('input[inputmode="decimal"]')
		.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).name));
	const all = (await readRubrics(house.app.database.drizzle, contest.id)).flatMap(({ criteria }) => criteria);
	return { judge, criteria: names.map((name) => all.find(({ code }) => `mark.${code}` === name)!) };
}

async function storedMarks({ app, latest }: House): Promise<Record<string, number> | undefined> {
	const rows = await app.database.sql<{ marks: Record<string, number> }[]>`
		select s.marks from scoresheet s join turn t on t.id = s.turn_id where t.contest_id = ${latest?.id ?? ''}`;
	return rows[0]?.marks;
}

/** The lowest mark of the lowest band, the highest of the next, and so on round. */
function wishOf({ bands }: Criterion, at: number): number {
	const band = bands[at % bands.length]!;
	return at % 2 === 0 ? band.min : band.max;
}

async function tabTo(page: Page, target: Locator): Promise<void> {
	for (let presses = 0; presses < 80; presses++) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error('the keyboard does not come there');
}

test('by keyboard alone: figures and one key for each criterion, bands by arrows, and the signature', async ({
	house,
	people
}) => {
	const { judge, criteria } = await openSheet(house, people.asJudge);
	const keys = judge.keyboard;
	await tabTo(judge, judge.getByRole('button', { name: m.judge_layout_grid() }));
	await keys.press('Enter');
	await expect(judge.getByRole('grid')).toHaveCount(3);
	const mark = (code: string) => judge.locator(`input[name="mark.${code}"]`);
	await tabTo(judge, mark('DC1'));
	for (const [at, criterion] of criteria.entries()) {
		await expect(mark(criterion.code)).toBeFocused();
		const figures = formatPoints(wishOf(criterion, at), 'vi', 0);
		for (const key of figures) await keys.press(key);
		await keys.press('Enter');
	}
	const wished = Object.fromEntries(criteria.map((criterion, at) => [criterion.code, wishOf(criterion, at)]));
	await expect.poll(() => storedMarks(house)).toEqual(wished);

	await test.step('a mark that does not fit is not left, and says why', async () => {
		const last = mark('TH5');
		await expect(last).toBeFocused();
		await keys.press('ArrowUp');
		await expect(mark('TH4')).toBeFocused();
		await keys.press('9');
		await keys.press('Enter');
		await expect(mark('TH4')).toBeFocused();
		await expect(mark('TH4')).toHaveAttribute('aria-invalid', 'true');
		await expect(mark('TH4')).toHaveAccessibleDescription(
			m.judge_mark_between({ min: '0,00', max: '4,00', step: '0,25' })
		);
	});

	await test.step('arrows lead to the bands, and a figure typed there begins the mark', async () => {
		await keys.press('Backspace');
		await keys.press('ArrowRight');
		await keys.press('ArrowRight');
		await keys.press('Enter');
		await expect(mark('TH4')).toHaveValue('2,25');
		await expect(mark('TH5')).toBeFocused();
		await keys.press('ArrowRight');
		await keys.press('1');
		await keys.press('+');
		await expect(mark('TH5')).toHaveValue('1,25');
		await expect.poll(() => storedMarks(house)).toEqual({ ...wished, TH4: 225, TH5: 125 });
	});

	await test.step('what a screen reader is told', async () => {
		await expect(judge.getByRole('row').filter({ hasText: 'TH4' })).toMatchAriaSnapshot(`
			- row:
			  - rowheader "TH4 Thái độ, ứng xử"
			  - gridcell:
			    - textbox "TH4 Thái độ, ứng xử": 2,25
			  - gridcell:
			    - button /Chưa đạt/
			  - gridcell:
			    - button /Khá/ [pressed]
			  - gridcell:
			    - button /Tốt/
		`);
		expect(await inspectPage(judge, 'vi', true)).toEqual([]);
	});

	await test.step('the grid is kept on the device', async () => {
		await judge.reload();
		await expect(judge.getByRole('grid')).toHaveCount(3);
		await expect(mark('DC1')).toHaveValue(formatPoints(wished.DC1 ?? 0));
	});

	await test.step('signed', async () => {
		await tabTo(judge, judge.getByRole('button', { name: m.judge_submit(), exact: true }));
		await keys.press('Enter');
		const dialog = judge.getByRole('dialog');
		await tabTo(judge, dialog.locator('input[name="pin"]'));
		for (const key of pin) await keys.press(key);
		await tabTo(judge, dialog.getByRole('button', { name: m.judge_submit_hold() }));
		await keys.press('Enter', { delay: 1_150 });
		await expect(judge.getByText(/^Phiếu đã nộp và khoá lúc/)).toBeVisible();
	});
});

test('by touch alone: every mark in at most three taps', async ({ house, people }) => {
	const { judge, criteria } = await openSheet(house, people.asJudge);
	for (const [at, criterion] of criteria.entries()) {
		const wish = wishOf(criterion, at);
		const band = criterion.bands[at % criterion.bands.length]!;
		const bands = judge.getByRole('group', { name: m.judge_bands({ name: criterion.name }) });
		const values = judge.getByRole('group', { name: m.judge_values({ name: criterion.name }) });
		await bands.getByRole('button', { name: new RegExp(`^${band.label}`) }).tap();
		await values.getByRole('button', { name: formatPoints(wish), exact: true }).tap();
		await expect(judge.locator(`input[name="mark.${criterion.code}"]`)).toHaveValue(formatPoints(wish));
	}
	const wished = Object.fromEntries(criteria.map((criterion, at) => [criterion.code, wishOf(criterion, at)]));
	await expect.poll(() => storedMarks(house)).toEqual(wished);
	await judge.getByRole('button', { name: m.judge_submit(), exact: true }).tap();
	await expect(judge.getByRole('dialog').getByText(m.turns_no_penalty())).toBeVisible();
});

test('on a phone a chosen band moves nothing: the next tap lands where it was aimed', async ({ house, people }) => {
	const { judge, criteria } = await openSheet(house, people.asJudge);
	await judge.setViewportSize({ width: 360, height: 640 });
	const first = criteria[0]!;
	const bands = judge.getByRole('group', { name: m.judge_bands({ name: first.name }) }).getByRole('button');
	const next = judge.getByRole('region', { name: criteria[1]!.name });
	const places = () =>
		judge
			.evaluate(() => scrollY)
			.then(async (scrolled) =>
				Promise.all(
					[...(await bands.all()), next].map(async (each) => {
						const box = await each.boundingBox();
						return [box?.x, (box?.y ?? 0) + scrolled, box?.width, box?.height];
					})
				)
			);
	const before = await places();
	for (const band of await bands.all()) {
		await band.tap();
		await expect(band).toHaveAttribute('aria-pressed', 'true');
		expect(await places()).toEqual(before);
	}
});
