// The projector and its desk: clicker and buttons step through the ceremony and blank, nothing scrolls, no cursor, and a dead slip says so to the hall.
import type { Page } from '@playwright/test';
import { granted } from '../../src/cli/rehearsal/set-up.ts';
import { m } from '../../src/lib/paraglide/messages.js';
import { directHall } from '../../src/lib/server/usecases/direct-hall.ts';
import { issueSlips } from '../../src/lib/server/usecases/issue-slips.ts';
import { expect, test, type BuiltContest, type House } from './fixtures.ts';
import { panelOf } from './panel.ts';

/** Two contestants, every sheet locked: the ceremony has two steps. */
async function judged(house: House): Promise<BuiltContest> {
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(2).lots();
	const panel = await panelOf(house.app, contest);
	for (const [place, { id }] of (await panel.turns()).entries()) {
		await panel.run(id, 'call', 'step-on-stage', 'start', 'end');
		for (const code of panel.codes) {
			await panel.mark(code, id, place);
			await panel.lock(code, id);
		}
	}
	return contest;
}

const show = async (house: House, contest: BuiltContest, hall: object) =>
	granted(await directHall(house.app, contest.organiser, { contestId: contest.id, hall }), 'direct the hall');
const alive = (page: Page) => page.waitForFunction(() => history.scrollRestoration === 'manual');

test('R55, R56 Page Down reveals place by place, Page Up takes one back, B blanks and brings back', async ({
	house,
	asOrganiser
}) => {
	const contest = await judged(house);
	await show(house, contest, { show: 'ceremony', step: 0 });
	const page = await asOrganiser();
	await page.setViewportSize({ width: 1920, height: 1080 });
	await page.goto(`/screen/${contest.id}`);
	await alive(page);
	await expect(page.getByRole('heading', { name: m.hall_ceremony_title() })).toBeVisible();
	const rank = (place: number) => page.getByText(m.hall_rank({ rank: place }), { exact: true });

	await page.keyboard.press('PageDown');
	await expect(rank(2)).toBeVisible();
	await page.keyboard.press('PageDown');
	await expect(rank(1)).toBeVisible();
	// The hall may have moved before the answer to who moved it is back.
	const answered = Promise.withResolvers<void>();
	await page.route(/\?\/direct$/, async (route) => {
		const response = await route.fetch();
		await answered.promise;
		await route.fulfill({ response });
	});
	await page.keyboard.press('b');
	await expect(rank(1)).toHaveCount(0);
	await page.keyboard.press('b');
	await expect(rank(1)).toBeVisible();
	answered.resolve();
	await page.keyboard.press('PageUp');
	await expect(rank(2)).toBeVisible();

	const { overflow, cursor } = await page.evaluate(() => ({
		overflow: getComputedStyle(document.documentElement).overflow,
		cursor: getComputedStyle(document.documentElement).cursor
	}));
	expect({ overflow, cursor }).toEqual({ overflow: 'hidden', cursor: 'none' });
});

test('a master of ceremonies steps by clicker and cannot leave the ceremony by accident', async ({ house, asMc }) => {
	const contest = await judged(house);
	await show(house, contest, { show: 'ceremony', step: 0 });
	const page = await asMc();
	await page.goto(`/mc/${contest.id}`);
	await alive(page);
	await expect(page.getByRole('heading', { name: m.hall_ceremony_title() })).toBeVisible();
	await page.keyboard.press('b');
	await page.keyboard.press('PageDown');
	await expect(page.getByText(m.hall_rank({ rank: 2 }), { exact: true })).toBeVisible();
});

test('R56 at the desk a press too many takes nothing back and changes nothing', async ({
	house,
	asOrganiser,
	asScreen
}) => {
	const contest = await judged(house);
	await show(house, contest, { show: 'ceremony', step: 0 });
	const screen = await asScreen();
	const page = await asOrganiser();
	await page.setViewportSize({ width: 360, height: 640 });
	await page.goto(`/organise/${contest.id}/hall`);
	await alive(page);
	await expect(page.getByText(m.direct_screens({ count: 1 }))).toBeVisible();
	const forward = page.getByRole('button', { name: m.direct_forward() });
	const place = await forward.boundingBox();
	if (!place) throw new Error('no button to step forward');
	const pressThere = () => page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);

	await pressThere();
	await expect(screen.getByText(m.hall_rank({ rank: 2 }), { exact: true })).toBeVisible();
	await expect(page.getByRole('progressbar', { name: m.direct_step_word() })).toHaveAttribute('aria-valuenow', '1');
	expect(await forward.boundingBox()).toEqual(place);
	await pressThere();
	await expect(page.getByText(m.direct_all())).toBeVisible();
	await pressThere();
	await expect(page.getByRole('button', { name: m.direct_show_ranking() })).toBeEnabled();
	await expect(page.getByRole('progressbar', { name: m.direct_step_word() })).toHaveAttribute('aria-valuenow', '2');
	await expect(screen.getByText(m.hall_rank({ rank: 1 }), { exact: true })).toBeVisible();
});

test('the small picture at the desk speaks as the hall does, whoever looks at it', async ({
	house,
	asOrganiser,
	asScreen
}) => {
	const contest = await judged(house);
	await show(house, contest, { show: 'ceremony', step: 0 });
	await asScreen();
	const page = await asOrganiser();
	await page.goto(`/language?to=en&back=${encodeURIComponent(`/organise/${contest.id}/hall`)}`);
	await expect(page.getByRole('heading', { level: 1, name: m.direct_title({}, { locale: 'en' }) })).toBeVisible();
	const hall = page.frameLocator('iframe');
	await expect(hall.getByRole('heading', { name: m.hall_ceremony_title({}, { locale: 'vi' }) })).toBeVisible();
});

test('a screen slip has no keys: the hall is directed from elsewhere', async ({ house, asScreen }) => {
	const contest = await judged(house);
	await show(house, contest, { show: 'ceremony', step: 0 });
	const page = await asScreen();
	await alive(page);
	await expect(page.getByRole('heading', { name: m.hall_ceremony_title() })).toBeVisible();
	await page.keyboard.press('b');
	await page.keyboard.press('PageDown');
	await show(house, contest, { show: 'ceremony', step: 1 });
	await expect(page.getByText(m.hall_rank({ rank: 2 }), { exact: true })).toBeVisible();
});

test('a replaced slip tells the hall in its own letters, whether the page was open or is opened again', async ({
	house,
	asScreen,
	noise
}) => {
	noise.expect(/status of 401/);
	const contest = await house.contest().sample();
	const page = await asScreen();
	await alive(page);
	granted(
		await issueSlips(house.app, contest.organiser, { contestId: contest.id, who: 'screens-anew' }),
		'slips of the screens'
	);
	const title = page.getByRole('heading', { level: 1, name: m.hall_revoked_title() });
	await expect(title).toBeVisible();
	await page.reload();
	await expect(title).toBeVisible();
	expect(await title.evaluate((element) => parseFloat(getComputedStyle(element).fontSize))).toBeGreaterThanOrEqual(48);
	expect(
		await page.evaluate(() => getComputedStyle(document.querySelector('.hall') ?? document.body).backgroundColor)
	).not.toBe('rgb(251, 250, 247)');
});
