// The secretary's desk: an answer entered for somebody before the close, each kind of question, what is refused, and the log.
import type { Page } from '@playwright/test';
import { m } from '../../src/lib/paraglide/messages.js';
import { expect, test, type BuiltContest, type House } from './fixtures.ts';
import { seenByAxe } from './inspect-page.ts';

const reason = 'Điện thoại của thí sinh hết pin';

const openEntry = async (page: Page, contest: BuiltContest) => {
	await page.goto(`/secretary/${contest.id}`);
	await page.getByRole('link', { name: m.entry_title() }).click();
	await expect(page.getByRole('heading', { level: 1, name: m.entry_title() })).toBeVisible();
};
const personLink = (page: Page, number: string) => page.getByRole('link').filter({ hasText: number });
const choose = async (page: Page, typed: string, number: string) => {
	await page.getByRole('searchbox', { name: m.entry_find() }).fill(typed);
	await expect(page.getByText(m.entry_found({ count: 1 }), { exact: true })).toBeVisible();
	await personLink(page, number).click();
	await expect(page.getByRole('heading', { level: 2 })).toContainText(number);
};
const saveButton = (page: Page) => page.getByRole('button', { name: m.entry_save() });
const done = (page: Page, number: string) => page.getByText(new RegExp(`^Đã lưu câu trả lời của ${number} .* lúc \\d`));

/** What counts for a contestant at the question of this code. */
async function storedOf(house: House, contest: BuiltContest, number: string, code: string) {
	const [row] = await house.app.database.sql<
		{ choice: unknown; ordinal: number; reason: string | null; by: boolean }[]
	>`
		select a.choice, a.ordinal, a.reason, a.entered_by is not null as by from answer a
		join contestant c on c.id = a.contestant_id join question q on q.id = a.question_id
		where a.contest_id = ${contest.id} and c.number = ${number} and q.code = ${code} order by a.ordinal desc limit 1`;
	return row ?? null;
}

async function codeOfKind(house: House, contest: BuiltContest, kind: string): Promise<string> {
	const [row] = await house.app.database.sql<{ code: string }[]>`
		select code from question where contest_id = ${contest.id} and kind = ${kind} order by code limit 1`;
	if (!row) throw new Error(`the sample has no question of kind ${kind}`);
	return row.code;
}

test('a secretary enters an answer by keyboard; the phone, the organiser and the log show it', async ({
	house,
	asSecretary,
	asContestant,
	asOrganiser
}) => {
	const contest = await house
		.contest()
		.sample()
		.round({ codes: ['LS01', 'LS02'] })
		.atQuestion(1);
	await contest.run({ do: 'extend', byMs: 60_000 });
	const phone = await asContestant('TS01');
	const page = await asSecretary();
	await openEntry(page, contest);
	await expect(page.getByRole('timer')).toBeVisible();

	// Without marks, by name.
	await page.getByRole('searchbox', { name: m.entry_find() }).focus();
	await page.keyboard.type('do thi ngoc anh');
	await expect(page.getByText(m.entry_found({ count: 1 }), { exact: true })).toBeVisible();
	await expect(personLink(page, 'TS01')).toContainText(m.entry_not_answered());
	await page.keyboard.press('Tab');
	await expect(personLink(page, 'TS01')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 2, name: /TS01/ })).toBeVisible();

	await page.getByRole('radio', { name: /^C/ }).focus();
	await page.keyboard.press('Space');
	await page.keyboard.press('Tab');
	await expect(page.getByLabel(m.turns_reason())).toBeFocused();
	await page.keyboard.type('pin');
	await page.keyboard.press('Enter');
	await expect(done(page, 'TS01')).toHaveCount(0);
	await page.getByLabel(m.turns_reason()).fill(reason);
	await page.keyboard.press('Enter');
	await expect(done(page, 'TS01')).toBeVisible();
	await expect(page.getByText(/^Lần trả lời 1 /)).toBeVisible();
	await expect(page.getByRole('searchbox', { name: m.entry_find() })).toBeFocused();
	await expect(personLink(page, 'TS01')).toContainText(m.entry_answered());
	expect(await storedOf(house, contest, 'TS01', 'LS01')).toEqual({
		choice: { kind: 'options', options: ['C'] },
		ordinal: 1,
		reason,
		by: true
	});

	await expect(phone.getByRole('button', { pressed: true })).toContainText(m.play_your_choice());
	const organiser = await asOrganiser();
	await organiser.goto(`/organise/${contest.id}/log`);
	const line = organiser.getByRole('row').filter({ hasText: m.log_kind_answer_entered() });
	await expect(line).toContainText('Lê Thị Thư');
	await line.getByText(m.log_details()).click();
	await expect(line).toContainText(reason);
	await expect(line).toContainText('TS01');
	await expect(organiser.getByText(m.log_head())).toBeVisible();

	// An answer from the phone afterwards is the newer one; the secretary is told before replacing it.
	await phone.getByRole('main').getByRole('button').filter({ hasText: /\S/ }).first().click();
	await expect.poll(async () => (await storedOf(house, contest, 'TS01', 'LS01'))?.ordinal).toBe(2);
	await expect(page.getByText(m.entry_will_replace())).toBeVisible();
});

test('after the close nothing can be entered, by the button or past it', async ({ house, asSecretary, noise }) => {
	noise.expect(/status of 409/);
	const contest = await house
		.contest()
		.sample()
		.round({ codes: ['LS01', 'LS02'] })
		.atQuestion(1, 'shown');
	const page = await asSecretary();
	await openEntry(page, contest);
	await expect(page.getByText(m.entry_not_started())).toBeVisible();
	await choose(page, 'TS02', 'TS02');
	await expect(saveButton(page)).toBeDisabled();
	await contest.run({ do: 'start-timer' });
	await expect(saveButton(page)).toBeEnabled();
	await page.getByRole('radio', { name: /^A/ }).check();
	await page.getByLabel(m.turns_reason()).fill(reason);

	await contest.closeQuestion();
	await expect(page.getByText(m.entry_closed())).toBeVisible();
	await expect(saveButton(page)).toBeDisabled();
	// What was typed stays, and a page that has missed the news is refused by the server in words.
	await expect(page.getByLabel(m.turns_reason())).toHaveValue(reason);
	await saveButton(page).evaluate((button: HTMLButtonElement) => (button.disabled = false));
	await saveButton(page).click();
	await expect(page.getByText(m.refused_answer_too_late())).toBeVisible();
	expect(await storedOf(house, contest, 'TS02', 'LS01')).toBeNull();
});

test('every kind of question has its way of being entered', async ({ house, asSecretary, noise }) => {
	noise.expect(/status of 409/);
	const bare = await house.contest().sample();
	const codes: Record<string, string> = {};
	for (const kind of ['multiple', 'truefalse', 'numeric', 'ordering'])
		codes[kind] = await codeOfKind(house, bare, kind);
	const contest = await house
		.contest()
		.sample()
		.round({ codes: Object.values(codes) })
		.inLobby();
	const page = await asSecretary();
	await openEntry(page, contest);
	await expect(page.getByText(m.entry_no_question())).toBeVisible();
	const begin = async () => {
		await contest.run({ do: 'show-question' });
		await contest.run({ do: 'start-timer' });
	};
	const send = async () => {
		await page.getByLabel(m.turns_reason()).fill(reason);
		await saveButton(page).click();
	};
	const choiceOf = async (kind: string) => (await storedOf(house, contest, 'TS03', codes[kind] ?? ''))?.choice;

	await begin();
	await choose(page, 'ts03', 'TS03');
	await send();
	await expect(page.getByText(m.entry_choose_some())).toBeVisible();
	await page.getByRole('checkbox', { name: /^A/ }).check();
	await page.getByRole('checkbox', { name: /^C/ }).check();
	await send();
	await expect.poll(() => choiceOf('multiple')).toEqual({ kind: 'options', options: ['A', 'C'] });

	await contest.closeQuestion();
	await begin();
	await page.getByRole('radio', { name: /^B/ }).check();
	await send();
	await expect.poll(() => choiceOf('truefalse')).toEqual({ kind: 'options', options: ['B'] });

	await contest.closeQuestion();
	await begin();
	await page.getByRole('textbox', { name: m.entry_choice() }).fill('tám');
	await send();
	await expect(page.getByText(m.play_number_error())).toBeVisible();
	await page.getByRole('textbox', { name: m.entry_choice() }).fill('8,75');
	await send();
	await expect.poll(() => choiceOf('numeric')).toEqual({ kind: 'number', value: '8.75' });

	await contest.closeQuestion();
	await begin();
	const places = page.getByRole('combobox');
	await expect(places.first()).toBeVisible();
	const count = await places.count();
	for (let place = 0; place < count; place++) await places.nth(place).selectOption('A');
	await send();
	await expect(page.getByText(m.entry_choose_order())).toBeVisible();
	const order = [...'ABCDE'].slice(0, count).reverse();
	for (const [place, letter] of order.entries()) await places.nth(place).selectOption(letter);
	await send();
	await expect.poll(() => choiceOf('ordering')).toEqual({ kind: 'options', options: order });
});

test('the page keeps its width, its names and its words on every screen, and is only for secretaries', async ({
	house,
	asSecretary,
	asOrganiser,
	noise
}) => {
	noise.expect(/status of 403/);
	const contest = await house
		.contest()
		.sample()
		.round({ codes: ['LS01'] })
		.atQuestion(1);
	await contest.run({ do: 'extend', byMs: 60_000 });
	const page = await asSecretary();
	await openEntry(page, contest);
	await choose(page, 'TS04', 'TS04');
	for (const [width, height] of [
		[360, 640],
		[820, 1180],
		[1366, 768],
		[1920, 1080]
	] as const) {
		await page.setViewportSize({ width, height });
		const wider = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
		expect(await wider(), `${width}`).toBeLessThanOrEqual(0);
	}
	expect(await seenByAxe(page)).toEqual([]);
	await page.getByRole('link', { name: 'English' }).click();
	await expect(page.getByRole('button', { name: m.entry_save({}, { locale: 'en' }) })).toBeVisible();
	await expect(page.getByText('TS04').first()).toBeVisible();

	const organiser = await asOrganiser();
	const answer = await organiser.goto(`/secretary/${contest.id}/answers`);
	expect(answer?.status()).toBe(403);
	await organiser.goto(`/secretary/${contest.id}`);
	await expect(organiser.getByRole('link', { name: m.entry_title() })).toHaveCount(0);
});

test('a number typed on a slow laptop, before the script runs, is looked for', async ({ house, asSecretary }) => {
	const contest = await house
		.contest()
		.sample()
		.round({ codes: ['LS01'] })
		.atQuestion(1);
	const page = await asSecretary();
	let release = () => {};
	const arrived = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/_app/**/*.js', async (route) => {
		await arrived;
		await route.continue();
	});
	await page.goto(`/secretary/${contest.id}/answers`, { waitUntil: 'commit' });
	await page.getByRole('searchbox', { name: m.entry_find() }).fill('TS04');
	release();
	await expect(page.getByText(m.entry_found({ count: 1 }), { exact: true })).toBeVisible();
});

test('judges, secretaries and the MC sign out from their own pages', async ({
	house,
	asJudge,
	asSecretary,
	asMc,
	noise
}) => {
	noise.expect(/status of 401/);
	const contest = await house.contest({ template: 'kien-thuc-thuyet-trinh' }).sample().lots();
	const pages: [Page, string][] = [
		[await asJudge('GK01'), `/judge/${contest.id}`],
		[await asSecretary(), `/secretary/${contest.id}`],
		[await asMc(), `/mc/${contest.id}`]
	];
	for (const [page, path] of pages) {
		await page.goto(path);
		await page.getByRole('button', { name: m.account_sign_out() }).click();
		await expect(page.getByText(m.account_sign_in_staff())).toBeVisible();
		expect((await page.goto(path))?.status(), path).toBe(401);
	}
});
