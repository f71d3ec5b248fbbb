// Rules written from nothing and the contest held by them: problems met and mended, the round, a key put right by two people, the result published.
import { m } from '../../src/lib/paraglide/messages.js';
import { asSecondOrganiser, changesIn, confirmKey, correctKey } from './decision-steps.ts';
import { expect, test } from './fixtures.ts';
import { callNext, drawLots, holdDown, joinWithCode, makeRound, pressNext, printSlips } from './journey-steps.ts';
import {
	addAwards,
	addPart,
	addStage,
	addTieBreaks,
	downloadRules,
	fill,
	foundFromNothing,
	goToProblem,
	openPiece,
	saveRules
} from './rules-steps.ts';
import { keepOnly, markAs, openPhone, option, organiserOf } from './short-day.ts';

test.describe.configure({ timeout: 300_000 });

const name = 'Hội thi viết từ trang trắng';
const numbers = ['TS01', 'TS02', 'TS03'];

test('from a blank page to a published result', async ({ browser, house, watch, asOrganiser, asNobody, noise }) => {
	noise.expect(/status of 409/);
	const page = await asOrganiser();
	const id = await foundFromNothing(page, name);
	const problems = page.getByRole('region', { name: m.rules_preflight() });
	let round = '';
	let order: string[] = [];

	await test.step('the blank page complains; stage, parts, chain and awards are written', async () => {
		await expect(problems.getByRole('status')).toHaveText(m.rules_preflight_count({ count: 1 }));
		await addStage(page);
		await addPart(page, m.rules_part_quiz(), 'KT · Kiến thức');
		await fill(page, m.rules_part_points(), '40');
		await fill(page, m.rules_question_count(), '2');
		await fill(page, m.rules_question_points(), '20,00');
		await addPart(page, m.rules_part_presentation(), 'TT · Thuyết trình');
		await page.getByLabel(`${m.rules_timing()}: ${m.rules_set_this()}`).check();
		await fill(page, m.rules_timing_most(), '8:00');
		await addTieBreaks(page, [m.rules_tie_part(), m.rules_tie_right(), m.rules_tie_share()]);
		await addAwards(page, 3);
	});

	await test.step('a number that is none stays out of the document and keeps it from being saved', async () => {
		await openPiece(page, /^HT · Hội thi/);
		await fill(page, m.rules_stage_total(), 'một trăm');
		await page.getByRole('button', { name: m.rules_save() }).click();
		await expect(page.getByText(m.rules_mend_fields())).toBeVisible();
		await expect(page.getByLabel(m.rules_stage_total(), { exact: true })).toBeFocused();
		await fill(page, m.rules_stage_total(), '100');
	});

	await test.step('parts that do not add up are named with their place, and mended', async () => {
		const sentence = /các phần cộng lại được 90,00 điểm/;
		expect(await goToProblem(page, sentence)).toBe('stages[0].total');
		await openPiece(page, /^TT · Thuyết trình/);
		await fill(page, m.rules_part_points(), '60,00');
		await expect(problems.getByText(sentence)).toHaveCount(0);
	});

	await test.step('a draft with a problem is saved; the file is the document', async () => {
		await expect(problems.getByText(/chưa có bảng tiêu chí/)).toBeVisible();
		await saveRules(page, 2, 'Bản thảo đầu tiên');
		const rules = await downloadRules(page);
		expect(rules.stages[0]?.parts.map(({ code, maxPoints }) => [code, maxPoints])).toEqual([
			['KT', 4000],
			['TT', 6000]
		]);
		expect(rules.stages[0]?.parts[1]).toMatchObject({ timing: { mostMs: 480_000 } });
		expect(rules.stages[0]?.tieBreaks).toEqual([
			{ kind: 'part', part: 'KT' },
			{ kind: 'right-answers' },
			{ kind: 'share' }
		]);
		expect(rules.awards.map(({ title, quota }) => [title.vi, quota])).toEqual([
			['Giải Nhất', 1],
			['Giải Nhì', 2],
			['Giải Ba', 3]
		]);
	});

	await test.step('the versions say who, why and what', async () => {
		await page.getByRole('link', { name: m.rules_versions_link() }).click();
		await expect(page.getByText('Bản thảo đầu tiên')).toBeVisible();
		await expect(page.getByText('Vòng thi «HT · Hội thi»: thêm')).toBeVisible();
	});

	await test.step('with the sample only the running order is missing, and the lobby stays shut', async () => {
		await page.goto(`/organise/${id}/people`);
		await page.getByRole('button', { name: m.console_load_sample() }).click();
		await expect(page.getByText(/^\d+ phiếu mời đã sẵn sàng/)).toBeVisible();
		await keepOnly(house, id, numbers);
		await makeRound(page, id, ['LS01', 'LS02']);
		round = new URL(page.url()).pathname;
		await pressNext(page, m.run_open_lobby());
		await expect(page.getByText(/^Chưa bắt đầu được\. .*chưa có lượt thi/)).toBeVisible();
		await page.goto(`/organise/${id}/preflight`);
		await expect(page.getByText(m.preflight_count({ count: 1 }))).toBeVisible();
		await expect(page.getByRole('link', { name: m.preflight_override() })).toHaveAttribute(
			'href',
			`/organise/${id}/decisions?kind=override&problem=slot-missing&path=turns`
		);
		await page.getByRole('link', { name: m.preflight_mend() }).click();
		await expect(page).toHaveURL(`/organise/${id}/lots`);
		order = await drawLots(page, id, numbers);
		await page.goto(`/organise/${id}/preflight`);
		await expect(page.getByText(m.preflight_good(), { exact: true })).toBeVisible();
	});

	await test.step('the round opens; from now on only words may change', async () => {
		await page.goto(round);
		await pressNext(page, m.run_open_lobby());
		await expect(
			page.locator('[data-next-act]').getByRole('button', { name: m.run_show_question({ number: 1 }) })
		).toBeVisible();
		await page.goto(`/organise/${id}/rules`);
		await expect(page.getByText(m.rules_started())).toBeVisible();
		await expect(page.getByLabel(m.rules_reference(), { exact: true })).toBeEnabled();
		await expect(page.getByLabel(m.rules_rounding_mode(), { exact: true })).toBeDisabled();
		await expect(page.getByRole('button', { name: m.rules_categories_add() })).toHaveCount(0);
		await expect(page.getByLabel(m.rules_upload_choose())).toHaveCount(0);
	});

	await test.step('the round: TS01 has both questions right, TS02 one, TS03 sends nothing', async () => {
		const { codes } = await printSlips(page, id);
		const [one, two] = [await openPhone(browser, house, watch), await openPhone(browser, house, watch)];
		await joinWithCode(one, codes.get('TS01') ?? '', m.join_this_is_me());
		await joinWithCode(two, codes.get('TS02') ?? '', m.join_this_is_me());
		await page.goto(round);
		for (const [index, taps] of [
			['A', 'B'],
			['D', 'D']
		].entries()) {
			await pressNext(page, m.run_show_question({ number: index + 1 }));
			await pressNext(page, m.run_start_timer());
			for (const [index, phone] of [one, two].entries()) {
				await option(phone, taps[index] ?? '').click();
				await expect(phone.getByText(/^Đã lưu lúc/)).toBeVisible();
			}
			await pressNext(page, m.run_close());
			await pressNext(page, m.run_reveal());
			await expect(page.getByText(m.run_phase_revealed())).toBeVisible();
			await expect(one.getByText(m.play_right())).toBeVisible();
		}
		await pressNext(page, m.run_finish());
		await expect(one.getByText(m.play_round_finished_title())).toBeVisible();
	});

	await test.step('the key of the first question was wrong: what would change, and a second person confirms', async () => {
		const changes = [/^TS02 .* 20,00 → 40,00; hạng 2 → 1$/, /^TS01 .* 40,00 → 20,00; hạng 1 → 2$/];
		await correctKey(page, id);
		await expect(changesIn(page)).toHaveText(changes);
		await page.getByRole('button', { name: m.decide_propose() }).click();
		await expect(page.getByText(m.decide_done_proposed())).toBeVisible();
		const second = await asNobody();
		await asSecondOrganiser(house, organiserOf(house, id), id, second);
		await confirmKey(second, id, changes);
	});

	await test.step('the presentations', async () => {
		await page.goto(`/organise/${id}/stage`);
		for (const [index, number] of order.entries()) {
			await pressNext(page, index === 0 ? m.turns_call() : callNext(number));
			await pressNext(page, m.turns_step_on_stage());
			await pressNext(page, m.turns_start());
			await pressNext(page, m.turns_end());
			const judges = ['GK01', 'GK02', 'GK03', 'GK04', 'GK05', 'GK06', 'GK07'];
			await markAs(house, id, judges, number, number === 'TS03' ? '1' : '2,5');
		}
	});

	await test.step('the result follows the rules and the new key, and is published', async () => {
		await page.goto(`/organise/${id}/results`);
		await expect(page.getByText(m.outcome_complete())).toBeVisible();
		// TS02: 40 + 17,5 of 50 = 21 of 60. TS01: 20 + 21. TS03: 7 of 50 = 8,40 of 60.
		const places = page.getByRole('table', { name: m.outcome_ranking() }).getByRole('row').filter({ hasText: /TS0/ });
		await expect(places).toContainText(['61,00', '41,00', '8,40']);
		await expect(places).toContainText(['TS02', 'TS01', 'TS03']);
		await expect(places).toContainText(['Giải Nhất', 'Giải Nhì', 'Giải Nhì']);
		await page.getByLabel(m.outcome_publish_name()).fill(name);
		await holdDown(page.getByRole('button', { name: m.outcome_publish_hold() }));
		await expect(page.getByRole('link', { name: m.outcome_published_link() })).toBeVisible();
		const anybody = await asNobody();
		await anybody.goto(`/results/${id}`);
		await expect(anybody.getByRole('listitem').filter({ hasText: 'TS02' }).first()).toContainText('Giải Nhất');
	});
});
