// The steps of a whole contest as people click them; each says what the clicking screen itself must show.
import { expect, type Locator, type Page } from '@playwright/test';
import { m } from '../../src/lib/paraglide/messages.js';
import { pin } from '../server/lock-signed.ts';

const seatPassword = 'một mật khẩu đủ dài';
const samples = 'src/lib/formats/sample';
const files = {
	units: 'units.csv',
	contestants: 'contestants.csv',
	judges: 'judges.csv',
	questions: 'question-bank.csv',
	topics: 'topics.csv',
	situations: 'situations.csv',
	rubrics: 'rubric.json'
};

/** Presses until held long enough; the button says so itself by what happens then. */
export async function holdDown(button: Locator): Promise<void> {
	const page = button.page();
	await button.hover();
	await page.mouse.down();
	// The page counts from when it felt the press, which on a busy machine is later than it was made.
	await expect(button.and(page.locator('.holding'))).toHaveCount(0);
	await page.mouse.up();
}

/** Lets go once it is done, however busy the page is meanwhile. */
export async function holdUntil(button: Locator, done: Locator): Promise<void> {
	const { mouse } = button.page();
	await button.hover();
	await mouse.down();
	await expect(done).toBeVisible();
	await mouse.up();
}

/** Founds a contest from the template of knowledge and presentation; gives its id. */
export async function foundContest(page: Page, name: string): Promise<string> {
	await page.getByRole('link', { name: m.home_new_contest() }).click();
	await page.getByRole('radio', { name: /^Kiến thức và thuyết trình/ }).check();
	await page.getByLabel(m.console_contest_name()).fill(name);
	await page.getByLabel(m.console_contest_organiser()).fill('Đảng ủy Khối các cơ quan tỉnh');
	await page.getByLabel(m.console_contest_place()).fill('Hội trường lớn');
	await page.getByLabel(m.console_contest_day()).fill('01/12/2026');
	await page.getByRole('button', { name: m.console_create_contest() }).click();
	await expect(page).toHaveURL(/\/organise\/[0-9a-f-]{36}\/people$/);
	return new URL(page.url()).pathname.split('/')[2] ?? '';
}

/** Every sample file through preview and commit. */
export async function importSamples(page: Page, contestId: string): Promise<void> {
	for (const [kind, file] of Object.entries(files)) {
		await page.goto(`/organise/${contestId}/import/${kind}`);
		await page.getByLabel(m.console_import_choose()).setInputFiles(`${samples}/${file}`);
		await page.getByRole('button', { name: m.console_import_preview() }).click();
		await expect(page.getByText(/^\d+ dòng: \d+ mới, 0 thay đổi, 0 giữ nguyên, 0 có lỗi/)).toBeVisible();
		await page.locator('form[action="?/commit"]').getByRole('button').click();
		await expect(page.getByText(m.console_imported())).toBeVisible();
	}
}

/** Accounts for the panel and a secretary; gives the links by name, as they stand on the printed invitations. */
export async function inviteStaff(page: Page, contestId: string, secretary: string): Promise<Map<string, string>> {
	const links = new Map<string, string>();
	const collect = async (count: number) => {
		await expect(page.getByText(m.console_invitations_ready({ count }))).toBeVisible();
		for (const slip of await page.getByRole('article').all())
			links.set(
				(await slip.locator('.name').innerText()).replaceAll('\u00a0', ' '),
				await slip.locator('.link').innerText()
			);
	};
	await page.goto(`/organise/${contestId}/people?tab=judges`);
	await page.getByRole('button', { name: m.console_appoint({ count: 7 }) }).click();
	await collect(7);
	await page.getByRole('link', { name: m.console_tab_staff() }).click();
	await page.getByLabel(m.common_name()).fill(secretary);
	await page.getByLabel(m.console_login(), { exact: true }).fill(`thu-ky-${contestId.slice(-12)}`);
	await page.getByLabel(m.console_role(), { exact: true }).selectOption('secretary');
	await page.getByRole('button', { name: m.common_add() }).click();
	await collect(1);
	return links;
}

/** Sets a password with the printed link and goes through the own door. */
export async function takeSeat(page: Page, link: string, door: string): Promise<void> {
	await page.goto(new URL(link).pathname);
	await page.getByLabel(m.account_new_password()).fill(seatPassword);
	await page.getByRole('button', { name: m.welcome_go() }).click();
	await page.getByRole('link', { name: door }).first().click();
}

export async function callTheRoll(page: Page, contestId: string, numbers: string[]): Promise<void> {
	await page.goto(`/organise/${contestId}/people`);
	for (const [index, number] of numbers.entries()) {
		await page.getByRole('searchbox').fill(number);
		const row = page.getByRole('row').filter({ hasText: number });
		await expect(page.getByRole('row')).toHaveCount(2);
		await row.getByRole('button', { name: m.console_not_here() }).click();
		await expect(row.getByText(m.console_here())).toBeVisible();
		await expect(
			page.getByRole('status').filter({ hasText: new RegExp(`\\b${index + 1}/${numbers.length}\\b`) })
		).toBeVisible();
	}
}

/** Order, topics and situations, each frozen and then drawn with what three witnesses say; gives the contestant numbers in running order. */
export async function drawLots(page: Page, contestId: string, among: string[]): Promise<string[]> {
	await page.goto(`/organise/${contestId}/lots`);
	for (const title of [m.console_lots_order(), m.console_lots_topics(), m.console_lots_situations()]) {
		const card = page.getByRole('region', { name: title });
		await card.getByRole('button', { name: m.console_lots_freeze(), exact: true }).click();
		await expect(card.getByText(m.console_lots_read_out())).toBeVisible();
		for (const [at, said] of ['7', '21', '3'].entries()) {
			await card.getByLabel(m.console_lots_witness({ number: at + 1 })).fill(`Đại biểu ${at + 1}`);
			await card.getByLabel(m.console_lots_said({ number: at + 1 })).fill(said);
		}
		await card.getByRole('button', { name: m.console_lots_draw(), exact: true }).click();
		await expect(card.getByText(m.console_lots_witnesses())).toBeVisible();
	}
	const text = await page.getByRole('table', { name: m.console_running_order() }).innerText();
	const order = text.match(/TS\d+/g) ?? [];
	expect([...order].sort()).toEqual([...among].sort());
	return order;
}

export async function makeRound(page: Page, contestId: string, codes: string[]): Promise<void> {
	await page.goto(`/organise/${contestId}/rounds/new`);
	await page.getByRole('radio', { name: m.console_round_pick_codes() }).check();
	await page.getByLabel(m.console_round_codes()).fill(codes.join(', '));
	await page.getByRole('button', { name: m.console_round_create() }).click();
	await expect(page).toHaveURL(/\/rounds\/[0-9a-f-]{36}$/);
}

/** Prints what is asked for and reads the short codes off the paper, by contestant number. */
export async function printSlips(
	page: Page,
	contestId: string
): Promise<{ codes: Map<string, string>; screen: string }> {
	await page.goto(`/organise/${contestId}/slips`);
	const read = async () => {
		const codes = new Map<string, string>();
		for (const slip of await page.getByRole('article').all())
			codes.set(await slip.locator('.number').innerText(), await slip.locator('p.code').innerText());
		return codes;
	};
	await page.getByRole('button', { name: /^In \d+ phiếu còn thiếu$/ }).click();
	await expect(page.getByText(/^\d+ phiếu đã sẵn sàng để in$/)).toBeVisible();
	const codes = await read();
	await page.getByRole('button', { name: m.console_slips_screen() }).click();
	await expect(page.getByText(m.console_slips_ready({ count: 1 }))).toBeVisible();
	const [screen = ''] = (await read()).values();
	return { codes, screen };
}

/** By the short code printed under the QR code. */
export async function joinWithCode(page: Page, code: string, act: string): Promise<void> {
	await page.goto('/');
	await page.getByLabel(m.join_code_label()).fill(code);
	await page.getByRole('button', { name: m.join_go_on() }).click();
	await page.getByRole('button', { name: act }).click();
}

/** "Mời TS03 …": the large button of the stage names whom it calls. */
export const callNext = (number: string) => new RegExp(`^${m.turns_call_next({ who: number })} `);

/** The large button of rounds and stage, once it says this. */
export async function pressNext(page: Page, words: string | RegExp): Promise<void> {
	await page.locator('[data-next-act]').getByRole('button', { name: words, exact: true }).click();
}

/** Every criterion of the open sheet, with a decimal comma, saved by itself. */
export async function fillSheet(page: Page, mark: string): Promise<void> {
	const inputs = page.locator('input[inputmode="decimal"]');
	await expect(inputs.first()).toBeEnabled();
	for (const input of await inputs.all()) {
		await input.fill(mark);
		await input.press('Tab');
	}
	await isSaved(page);
}

/** What the judge sees once the server has every mark of the open sheet. */
export async function isSaved(page: Page): Promise<void> {
	await expect(page.getByText(/^Đã lưu nháp lúc/)).toBeVisible();
}

export async function submitSheet(page: Page): Promise<void> {
	await page.getByRole('button', { name: m.judge_submit(), exact: true }).click();
	const dialog = page.getByRole('dialog');
	await dialog.locator('input[name="pin"]').fill(pin);
	// Whoever has no PIN yet sets it with the password of `takeSeat`.
	const password = dialog.getByLabel(m.account_password());
	if (await password.isVisible()) await password.fill(seatPassword);
	const hold = page.getByRole('button', { name: m.judge_submit_hold() });
	await holdUntil(hold, page.getByText(/^Phiếu đã nộp và khoá lúc/));
}

/** The head judge opens a sheet again on the board of the panel. */
export async function reopenSheet(
	head: Page,
	contestId: string,
	{ judge, number, reason }: { judge: string; number: string; reason: string }
): Promise<void> {
	await head.goto(`/judge/${contestId}/panel`);
	await head
		.getByRole('row')
		.filter({ hasText: number })
		.getByRole('button', { name: new RegExp(`^${m.matrix_reopen_sheet({ judge })}`) })
		.click();
	const dialog = head.getByRole('dialog');
	await dialog.getByLabel(m.turns_reason()).fill(reason);
	await dialog.locator('input[name="pin"]').fill(pin);
	await dialog.getByRole('button', { name: m.matrix_reopen(), exact: true }).click();
	await expect(dialog).toBeHidden();
}
