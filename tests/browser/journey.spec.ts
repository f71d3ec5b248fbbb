// One contest from its foundation to the log, by clicking on every screen as people do; each step asserts what the others show.
import { m } from '../../src/lib/paraglide/messages.js';
import { expect, test } from './fixtures.ts';
import {
	callTheRoll,
	callNext,
	drawLots,
	fillSheet,
	foundContest,
	holdDown,
	importSamples,
	inviteStaff,
	joinWithCode,
	makeRound,
	pressNext,
	printSlips,
	submitSheet,
	takeSeat
} from './journey-steps.ts';
import { pin } from '../server/lock-signed.ts';
import { askTwoQuestions, keepOnly, markAs, openPhone, option } from './short-day.ts';

/** A whole day's contest on a machine that has other work as well. */
test.describe.configure({ timeout: 300_000 });

const name = 'Hội thi báo cáo viên giỏi năm 2026';
const numbers = ['TS01', 'TS02', 'TS03'];

test('a whole contest, from its foundation to the log', async ({ browser, house, watch, asOrganiser, asNobody }) => {
	const organiser = await asOrganiser();
	const id = await foundContest(organiser, name);

	await test.step('preparation: files, accounts, roll call, lots, a round, slips', async () => {
		await importSamples(organiser, id);
		await keepOnly(house, id, numbers);
		await askTwoQuestions(house, id);
	});
	const links = await inviteStaff(organiser, id, 'Lê Thị Thư');
	await callTheRoll(organiser, id, numbers);
	const order = await drawLots(organiser, id, numbers);
	const { codes, screen: screenCode } = await printSlips(organiser, id);
	await makeRound(organiser, id, ['LS01', 'LS02']);

	const [screen, one, two] = [
		await asNobody(),
		await openPhone(browser, house, watch),
		await openPhone(browser, house, watch)
	];
	await screen.setViewportSize({ width: 1920, height: 1080 });

	await test.step('the live round', async () => {
		await joinWithCode(screen, screenCode, m.join_open_screen());
		await expect(screen.getByRole('heading', { name })).toBeVisible();
		await pressNext(organiser, m.run_open_lobby());
		await expect(screen.getByText(m.hall_lobby_code())).toBeVisible();
		await joinWithCode(one, codes.get('TS01') ?? '', m.join_this_is_me());
		await joinWithCode(two, codes.get('TS02') ?? '', m.join_this_is_me());
		for (const phone of [one, two]) await expect(phone.getByText(m.play_lobby_title())).toBeVisible();
		const right = { LS01: 'A', LS02: 'D' };
		const taps: [string, string][] = [
			[right.LS01, 'B'],
			[right.LS02, right.LS02]
		];
		for (const [index, [first, second]] of taps.entries()) {
			await pressNext(organiser, m.run_show_question({ number: index + 1 }));
			const count = m.hall_question_number({ number: index + 1, of: 2 });
			await expect(screen.getByText(count)).toBeVisible();
			for (const phone of [one, two]) await expect(phone.getByText(m.play_read_first())).toBeVisible();
			await pressNext(organiser, m.run_start_timer());
			await expect(screen.getByText(m.common_state_open())).toBeVisible();
			await option(one, first).click();
			await option(two, second).click();
			for (const phone of [one, two]) await expect(phone.getByText(/^Đã lưu lúc/)).toBeVisible();
			await expect(organiser.getByText(/^1 người chưa trả lời: .*TS03/)).toBeVisible();
			await pressNext(organiser, m.run_close());
			for (const phone of [one, two]) await expect(phone.getByText(m.play_closed())).toBeVisible();
			await expect(organiser.getByText(m.run_phase_closed())).toBeVisible();
			await expect(screen.getByText(m.common_state_locked())).toBeVisible();
			await expect(screen.getByText(/trả lời đúng$/)).toHaveCount(0);
			await pressNext(organiser, m.run_reveal());
			// Until then the desk still offers the rarer acts of a closed question, finishing among them, to be held.
			await expect(organiser.getByText(m.run_phase_revealed())).toBeVisible();
			await expect(one.getByText(m.play_right())).toBeVisible();
			await expect(two.getByText(first === second ? m.play_right() : m.play_wrong())).toBeVisible();
			const told = m.hall_right_of_answered({ right: first === second ? 2 : 1, answered: 2 });
			await expect(screen.getByText(told)).toBeVisible();
		}
		await pressNext(organiser, m.run_finish());
		await expect(screen.getByText(m.hall_round_finished())).toBeVisible();
		for (const phone of [one, two]) await expect(phone.getByText(m.play_round_finished_title())).toBeVisible();
	});

	const [head, member, secretary] = [await asNobody(), await asNobody(), await asNobody()];
	const openStage = async (number: string, call: string | RegExp) => {
		await pressNext(organiser, call);
		await expect(screen.getByText(m.hall_number({ number }))).toBeVisible();
		await expect(screen.getByText(m.hall_turn_status_called())).toBeVisible();
		await pressNext(organiser, m.turns_step_on_stage());
		await expect(screen.getByText(m.hall_turn_status_on_stage())).toBeVisible();
		await pressNext(organiser, m.turns_start());
		await expect(screen.getByText(m.hall_turn_status_running())).toBeVisible();
	};
	const endTurn = async (isLast: boolean) => {
		await pressNext(organiser, m.turns_end());
		if (!isLast) await expect(screen.getByText(m.hall_turn_status_ended())).toBeVisible();
	};
	const [first = '', second = '', third = ''] = order;

	await test.step('the stage and the sheets', async () => {
		await takeSeat(head, links.get('Vũ Ngọc Khải') ?? '', m.home_door_judge());
		await takeSeat(member, links.get('Đặng Thị Thanh Mai') ?? '', m.home_door_judge());
		await takeSeat(secretary, links.get('Lê Thị Thư') ?? '', m.home_door_secretary());
		await organiser.goto(`/organise/${id}/stage`);
		await openStage(first, m.turns_call());
		for (const judge of [head, member]) {
			await expect(judge.getByRole('main').getByText(first).first()).toBeVisible();
			await fillSheet(judge, '2,5');
		}
		await submitSheet(head);
		await submitSheet(member);
		await endTurn(false);
		await expect(organiser.getByText(m.turns_sheets({ locked: 2, of: 7 }))).toBeVisible();
		const five = ['GK03', 'GK04', 'GK05', 'GK06', 'GK07'];
		await expect(
			secretary.getByText(`${five.join(', ')} chưa nộp phiếu chấm ${first}.`, { exact: true })
		).toBeVisible();
		await markAs(house, id, five, first, '2,5');
		await expect(secretary.getByText(m.matrix_nothing_missing())).toBeVisible();
		const all = ['GK01', 'GK02', 'GK03', 'GK04', 'GK05', 'GK06', 'GK07'];
		for (const [number, mark] of [
			[second, '2'],
			[third, '1']
		] as const) {
			await openStage(number, callNext(number));
			await endTurn(number === third);
			await markAs(house, id, all, number, mark);
		}
		await expect(secretary.getByText(m.matrix_all_in())).toBeVisible();
	});

	await test.step('a sheet is reopened with a reason and submitted again', async () => {
		await head.getByRole('link', { name: m.judge_tab_panel() }).click();
		const row = head.getByRole('row').filter({ hasText: first });
		await row.getByRole('button', { name: m.matrix_reopen() }).first().click();
		await head.getByLabel(m.turns_reason()).fill('Nhập nhầm một tiêu chí');
		await head.getByRole('dialog').locator('input[name="pin"]').fill(pin);
		await head.getByRole('dialog').getByRole('button', { name: m.matrix_reopen() }).click();
		await expect(head.getByText(m.matrix_reopened({ revision: 2 }))).toBeVisible();
		await expect(secretary.getByText(`GK02 Đặng Thị Thanh Mai chưa nộp phiếu chấm ${first}`)).toBeVisible();
		await member.goto(`/judge/${id}`);
		await member.getByRole('link').filter({ hasText: first }).first().click();
		await expect(member.getByText(m.judge_reopened())).toBeVisible();
		await fillSheet(member, '3');
		await submitSheet(member);
		await expect(secretary.getByText(m.matrix_all_in())).toBeVisible();
		await expect(secretary.getByText(m.matrix_revision({ revision: 2 }))).toBeVisible();
	});

	let winner = '';
	await test.step('the result: preview, publication, ceremony', async () => {
		await organiser.goto(`/organise/${id}/results`);
		await expect(organiser.getByText(m.outcome_complete())).toBeVisible();
		const table = organiser.getByRole('table', { name: m.outcome_ranking() });
		const places = table.getByRole('row').filter({ hasText: /TS0[123]/ });
		await expect(places).toHaveCount(3);
		winner = (await places.first().innerText()).match(/TS\d+/)?.[0] ?? '';
		await expect(places.first()).toContainText('Giải Nhất');
		await organiser.getByRole('link', { name: m.outcome_preview() }).click();
		await expect(organiser.getByText(m.outcome_preview_note())).toBeVisible();
		await organiser.getByRole('link', { name: m.outcome_preview_back() }).click();
		await organiser.getByLabel(m.outcome_publish_name()).fill(name);
		await holdDown(organiser.getByRole('button', { name: m.outcome_publish_hold() }));
		await expect(organiser.getByRole('link', { name: m.outcome_published_link() })).toBeVisible();

		await organiser.getByRole('main').getByRole('link', { name: m.outcome_hall() }).click();
		await organiser.getByRole('button', { name: m.direct_ceremony_start() }).click();
		const hidden = screen.getByText(m.hall_ceremony_hidden({ count: 3 }));
		const newest = (rank: number) => screen.getByText(m.hall_rank({ rank }));
		const forward = organiser.getByRole('button', { name: m.direct_forward() });
		await expect(hidden).toBeVisible();
		await forward.click();
		await expect(newest(3)).toBeVisible();
		await expect(screen.getByText(winner)).toHaveCount(0);
		await organiser.getByRole('button', { name: m.direct_back() }).click();
		await expect(hidden).toBeVisible();
		for (const rank of [3, 2, 1]) {
			await forward.click();
			await expect(newest(rank)).toBeVisible();
		}
		await expect(screen.getByText('Giải Nhất')).toBeVisible();
		await expect(screen.getByText(new RegExp(winner))).toBeVisible();
		await expect(organiser.getByText(m.direct_all())).toBeVisible();
	});

	await test.step('what remains: the public page, the paper, the log', async () => {
		const anybody = await asNobody();
		await anybody.goto('/results');
		await anybody.locator(`a[href="/results/${id}"]`).click();
		await expect(anybody.getByRole('heading', { name })).toBeVisible();
		await expect(anybody.getByRole('listitem').filter({ hasText: winner }).first()).toContainText('Giải Nhất');
		await organiser.goto(`/organise/${id}/papers/ranking`);
		await expect(organiser.getByText(m.paper_ranking_heading()).first()).toBeVisible();
		await expect(organiser.getByRole('row').filter({ hasText: winner })).toContainText('Giải Nhất');
		await organiser.goto(`/organise/${id}/papers/certificates?only=first`);
		await expect(organiser.getByText('Chứng nhận', { exact: true })).toBeVisible();
		await expect(organiser.getByText(m.paper_draft_mark(), { exact: true })).toHaveCount(0);
		await organiser.goto(`/organise/${id}/log`);
		await expect(organiser.getByText(/^Nhật ký nguyên vẹn: đã kiểm tra \d+ dòng\.$/)).toBeVisible();
		await expect(organiser.getByRole('row').filter({ hasText: m.log_kind_result_published() })).toBeVisible();
	});
});
