// R100, R103, R104 on a phone: matching by lists, an answer that is typed; by thumb and by keyboard, the receipt beside what was given.
import type { Page } from '@playwright/test';
import { m } from '../../src/lib/paraglide/messages.js';
import { expect, test, type BuiltContest, type House } from './fixtures.ts';
import { moreQuestionCodes, moreQuestions, pictureWords } from './more-questions.ts';

/** What is stored of a contestant's answers, oldest first. */
async function choicesOf(house: House, contest: BuiltContest, number: string): Promise<unknown[]> {
	const rows = await house.app.database.sql<{ choice: unknown }[]>`
		select a.choice from answer a join contestant c on c.id = a.contestant_id
		where a.contest_id = ${contest.id} and c.number = ${number} order by a.sequence`;
	return rows.map(({ choice }) => choice);
}

async function begin(contest: BuiltContest): Promise<void> {
	await contest.run({ do: 'show-question' });
	await contest.run({ do: 'start-timer' });
	await contest.run({ do: 'extend', byMs: 60_000 });
}

test('pairs are saved once every item has one, and may be changed', async ({ house, asContestant, asScreen }) => {
	const contest = await house.contest().sample().questions(moreQuestions).round({ codes: moreQuestionCodes });
	await contest.run({ do: 'open-lobby' });
	const phone = await asContestant('TS01');
	const hall = await asScreen();
	await begin(contest);
	const lists = phone.getByRole('combobox');
	await expect(lists).toHaveCount(4);
	await expect(hall.getByText('Tháng 2/1930')).toBeVisible();

	await phone.getByLabel(/Đảng Cộng sản Việt Nam ra đời/).selectOption('Tháng 2/1930');
	await phone.getByLabel(/Cách mạng Tháng Tám/).selectOption('Tháng 8/1945');
	await phone.getByLabel(/Giải phóng miền Nam/).selectOption('Tháng 5/1954');
	await expect(phone.getByText(m.play_nothing_chosen())).toBeVisible();
	// By keyboard: the list is a plain one, so typing finds its line.
	await phone.getByLabel(/Điện Biên Phủ/).focus();
	await phone.keyboard.type('Tháng 4');
	await expect(phone.getByText(/^Đã lưu lúc/)).toBeVisible();
	await phone.getByLabel(/Điện Biên Phủ/).selectOption('Tháng 5/1954');
	await phone.getByLabel(/Giải phóng miền Nam/).selectOption('Tháng 4/1975');
	await expect.poll(() => choicesOf(house, contest, 'TS01')).toHaveLength(3);

	await phone.reload();
	await expect(phone.getByLabel(/Giải phóng miền Nam/).locator('option:checked')).toHaveText('Tháng 4/1975');
	await contest.closeQuestion();
	await contest.run({ do: 'reveal' });
	await expect(phone.getByText(m.play_right(), { exact: true })).toBeVisible();
	await expect(phone.getByText(m.common_answer_correct())).toHaveCount(4);
	const pair = hall.getByRole('listitem').filter({ hasText: 'Giải phóng miền Nam' });
	await expect(pair).toContainText('Tháng 4/1975');
});

/** Arrived, in its own proportions, and whole on the screen. */
async function expectPicture(page: Page): Promise<void> {
	const picture = page.getByRole('img', { name: pictureWords });
	await expect(picture).toBeInViewport({ ratio: 1 });
	await expect
		.poll(() => picture.evaluate((each: HTMLImageElement) => [each.naturalWidth, each.naturalHeight]))
		.toEqual([1280, 800]);
}

test('R330, R331 a typed answer to a question with a picture is sent by the button or by Enter, and any accepted wording is right', async ({
	house,
	asContestant,
	asScreen,
	asSecretary
}) => {
	const contest = await house
		.contest()
		.sample()
		.questions(moreQuestions)
		.round({ codes: ['GC01'] });
	const secretary = await asSecretary();
	await secretary.goto(`/secretary/${contest.id}/answers`);
	await contest.run({ do: 'open-lobby' });
	const phone = await asContestant('TS02');
	await phone.setViewportSize({ width: 360, height: 640 });
	const hall = await asScreen();
	await begin(contest);
	await expectPicture(phone);
	await expectPicture(hall);
	await expectPicture(secretary);
	const field = phone.getByRole('textbox', { name: m.play_text_label() });
	await phone.getByRole('button', { name: m.play_number_send() }).click();
	await expect(phone.getByText(m.play_text_error())).toBeVisible();
	await field.fill('Quảng trường Nhà hát');
	await phone.getByRole('button', { name: m.play_number_send() }).click();
	await expect(phone.getByText(/^Đã lưu lúc/)).toBeVisible();
	// Nothing new to send, until something else is typed: then the answer that counts stands below.
	await expect(phone.getByRole('button', { name: m.play_number_send() })).toBeDisabled();
	await expect(phone.getByText(m.play_may_change())).toBeVisible();
	await field.fill(' ba  đình.');
	await expect(phone.getByText(m.play_number_yours({ value: 'Quảng trường Nhà hát' }))).toBeVisible();
	await field.press('Enter');
	await expect(field).toHaveValue('ba  đình.');
	await expect(phone.getByText(m.play_number_yours({ value: 'ba  đình.' }))).toHaveCount(0);
	await expect(phone.getByText(/^Đã lưu lúc/)).toBeVisible();
	await expect
		.poll(() => choicesOf(house, contest, 'TS02'))
		.toEqual(['Quảng trường Nhà hát', 'ba  đình.'].map((value) => ({ kind: 'text', value })));

	await contest.closeQuestion();
	await contest.run({ do: 'reveal' });
	await expect(phone.getByText(m.play_right(), { exact: true })).toBeVisible();
	await expect(phone.getByText(m.play_number_right({ value: 'Quảng trường Ba Đình' }))).toBeVisible();
});
