// A sheet on paper in real browsers: printed, taken over from the screen, typed twice, settled by the head judge.
import { m } from '../../src/lib/paraglide/messages.js';
import { expect, test, type House } from './fixtures.ts';
import { panelOf } from './panel.ts';
import { anotherSecretary, field, finish, moveSheet, typeAll } from './paper-steps.ts';
import { enterAs } from './signing-in.ts';

const reason = 'Máy tính bảng hết pin giữa buổi';

async function onStage(house: House) {
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(2).lots();
	const panel = await panelOf(house.app, contest);
	const [turn] = await panel.turns();
	if (!turn) throw new Error('nobody in the running order');
	await panel.run(turn.id, 'call', 'step-on-stage', 'start', 'end');
	return { contest, panel, turn };
}

test('a judge goes over to paper, two secretaries type it, the head judge settles what differs', async ({
	house,
	asOrganiser,
	asJudge,
	asNobody,
	noise
}) => {
	noise.expect(/status of 40[019]/);
	const { contest, panel, turn } = await onStage(house);
	const number = turn.contestant.number;

	const organiser = await asOrganiser();
	await organiser.goto(`/organise/${contest.id}/papers/sheets?fill=blank&judge=GK02&contestant=${number}`);
	const qr = organiser.getByRole('img', { name: /[0-9A-Z]{3}-[0-9A-Z]{3}$/ });
	await expect(qr).toBeVisible();
	const code = /[0-9A-Z]{3}-[0-9A-Z]{3}$/.exec((await qr.getAttribute('aria-label')) ?? '')?.[0] ?? '';

	const judge = await asJudge('GK02');
	await judge.goto(`/judge/${contest.id}?turn=${turn.id}`);
	await field(judge, 'TT1').fill('3,5');
	await field(judge, 'TT1').blur();
	await expect(judge.getByText(/^Đã lưu nháp lúc/)).toBeVisible();
	await moveSheet(judge, m.paper_judge_to(), reason);
	await expect(judge.getByText(m.paper_judge_on(), { exact: true })).toBeVisible();
	await expect(judge.getByText(m.paper_judge_on_text({ code }))).toBeVisible();
	await expect(judge.getByText(m.paper_judge_kept({ marked: 1, of: 17 }))).toBeVisible();

	// The code is no credential: whoever scans it signs in first, and then stands at the right sheet.
	const one = await contest.secretary();
	const first = await asNobody();
	await enterAs(first, one);
	await first.context().clearCookies();
	expect((await first.goto(`/secretary/${contest.id}/papers/${code.toLowerCase().replace('-', '')}`))?.status()).toBe(
		401
	);
	await first.getByRole('link', { name: m.account_sign_in() }).click();
	await first.getByLabel(m.account_login()).fill(one.login);
	await first.getByLabel(m.account_password()).fill(one.password);
	await first.getByRole('button', { name: m.account_sign_in() }).click();
	await expect(first).toHaveURL(`/secretary/${contest.id}/papers/${code}`);
	await expect(first.getByRole('heading', { level: 1, name: m.paper_entry_title({ code }) })).toBeVisible();

	await typeAll(first, { TT1: '9' });
	await finish(first).click();
	await expect(first.getByText(m.refused_sheet_mark_not_valid())).toBeVisible();
	await field(first, 'TT1').fill('4,5');
	await first.getByLabel(m.paper_entry_sum()).fill('99');
	await expect(first.getByText(m.paper_entry_sum_differs({ sum: '20,50' }))).toBeVisible();
	await first.getByLabel(m.paper_entry_sum()).fill('20,5');
	await finish(first).click();
	await expect(first.getByText(m.paper_entry_outcome_first({ code }))).toBeVisible();
	await expect(first.getByText(m.paper_entry_mine(), { exact: true })).toBeVisible();

	const second = await asNobody();
	await enterAs(second, await anotherSecretary(house, contest));
	await second.goto(`/secretary/${contest.id}/papers`);
	await second.getByLabel(m.paper_find()).fill('000000');
	await second.getByRole('button', { name: m.paper_find_open() }).click();
	await expect(second.getByText(m.refused_paper_code_unknown({ code: '000000' }))).toBeVisible();
	await second.getByLabel(m.paper_find()).fill(code.replace('-', ' '));
	await second.getByRole('button', { name: m.paper_find_open() }).click();
	await expect(second.getByText(m.paper_entry_second({ name: 'Lê Thị Thư' }))).toBeVisible();
	expect(await second.content()).not.toContain('4,5');
	await typeAll(second, { TT1: '5' });
	await finish(second).click();
	await expect(second.getByText(m.paper_entry_outcome_differs({ code, criteria: 'TT1' }))).toBeVisible();

	const head = await asJudge('GK01');
	await head.goto(`/judge/${contest.id}/papers`);
	await expect(head.getByText(m.paper_differ_blind())).toBeVisible();
	await panel.mark('GK01', turn.id, 1);
	await panel.lock('GK01', turn.id);
	await head.getByRole('radio', { name: /4,50/ }).check();
	await head.getByLabel(m.turns_reason()).fill('Đã đối chiếu với phiếu gốc');
	await head.getByRole('button', { name: m.paper_differ_settle() }).click();
	await expect(head.getByText(m.paper_differ_settled({ total: '20,50' }))).toBeVisible();
	await expect(head.getByText(m.paper_differ_none(), { exact: true })).toBeVisible();

	await expect(judge.getByText(m.paper_judge_locked({ names: 'Lê Thị Thư và Trần Thị Hai' }))).toBeVisible();
	await expect(second.getByText(m.paper_state_confirmed(), { exact: true }).first()).toBeVisible();
	await organiser.goto(`/organise/${contest.id}/log`);
	const line = organiser.getByRole('row').filter({ hasText: m.log_kind_sheet_locked() }).first();
	await line.getByText(m.log_details()).click();
	await expect(line).toContainText('Trần Thị Hai');
	const [stored] = await house.app.database.sql`
		select s.origin, s.marks ->> 'TT1' as tt1 from scoresheet s join judge j on j.id = s.judge_id
		where s.turn_id = ${turn.id} and j.code = 'GK02' order by s.revision desc limit 1`;
	expect(stored).toEqual({ origin: 'paper', tt1: '450' });
});

test('and back to the screen: the judge goes on from the own draft, the secretary is told', async ({
	house,
	asJudge,
	asSecretary
}) => {
	const { contest, turn } = await onStage(house);
	const judge = await asJudge('GK02');
	await judge.goto(`/judge/${contest.id}?turn=${turn.id}`);
	await field(judge, 'TT1').fill('3,5');
	await field(judge, 'TT1').blur();
	await expect(judge.getByText(/^Đã lưu nháp lúc/)).toBeVisible();

	const secretary = await asSecretary();
	await moveSheet(judge, m.paper_judge_to(), reason);
	await secretary.goto(`/secretary/${contest.id}/papers`);
	await secretary.getByRole('link', { name: new RegExp(m.paper_state_first()) }).click();
	await field(secretary, 'TT1').fill('1');
	await moveSheet(judge, m.paper_judge_back(), reason);
	await expect(field(judge, 'TT1')).toHaveValue('3,50');
	await expect(secretary.getByText(m.paper_state_screen(), { exact: true })).toBeVisible();
	await field(judge, 'TT2').fill('7');
	await field(judge, 'TT2').blur();
	await expect(judge.getByText(/^Đã lưu nháp lúc/)).toBeVisible();
});
