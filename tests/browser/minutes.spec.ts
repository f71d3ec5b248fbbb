// A session in real browsers: locked, signed by two, sealed, opened by two, the hands void, changed, and signed again.
import type { Page } from '@playwright/test';
import { m } from '../../src/lib/paraglide/messages.js';
import { expect, founder, test } from './fixtures.ts';
import { reopenSheet } from './journey-steps.ts';
import { perform } from './minutes-steps.ts';
import { panelOf } from './panel.ts';

const stage = (page: Page) => page.getByRole('main');
const hands = (page: Page) => page.getByRole('list', { name: m.minutes_hands() }).getByRole('listitem');

test('R149 a session is locked, signed, sealed, opened by two, and signed anew after the change', async ({
	house,
	asJudge,
	asSecretary,
	asOrganiser
}) => {
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(2).lots();
	const panel = await panelOf(house.app, contest);
	const turns = await panel.turns();
	for (const { id } of turns) await panel.run(id, 'call', 'step-on-stage', 'start', 'end');
	for (const { id } of turns)
		for (const code of panel.codes) {
			await panel.mark(code, id, 1);
			if (code !== 'GK03' || id !== turns[0]?.id) await panel.lock(code, id);
		}
	const at = `/organise/${contest.id}/minutes`;
	const [first] = turns;
	if (!first) throw new Error('nobody in the running order');

	const head = await asJudge('GK01');
	await head.goto(at);
	await expect(stage(head).getByText(m.minutes_open()).first()).toBeVisible();
	await expect(stage(head).getByText(new RegExp(`GK03 .*${first.contestant.number}`))).toBeVisible();
	await expect(head.getByRole('button', { name: m.minutes_lock() })).toHaveCount(0);
	await panel.lock('GK03', first.id);
	await perform(head, m.minutes_lock(), m.minutes_done_lock());
	await perform(head, m.minutes_sign(), m.minutes_done_sign());
	await expect(hands(head)).toHaveCount(1);

	const secretary = await asSecretary();
	const { password } = await contest.secretary();
	await secretary.goto(at);
	await perform(secretary, m.minutes_sign(), m.minutes_done_sign(), { password });
	await perform(head, m.minutes_seal(), m.minutes_done_seal());
	await expect(stage(head).getByText(m.minutes_sealed()).first()).toBeVisible();

	// The board offers no sheet to open while the session is locked.
	await head.goto(`/judge/${contest.id}/panel`);
	await expect(head.getByText(m.matrix_all_in())).toBeVisible();
	await expect(head.getByText(m.matrix_reopen_hint())).toHaveCount(0);

	const organiser = await asOrganiser();
	await organiser.goto(at);
	const reason = 'Nhập nhầm điểm thuyết trình';
	await perform(organiser, m.minutes_ask(), m.minutes_done_ask(), { password: founder.password, reason });
	await expect(organiser.getByRole('button', { name: new RegExp(`^${m.minutes_open_again()}`) })).toHaveCount(0);
	await head.goto(at);
	await expect(stage(head).getByText(new RegExp(`${reason}.*${m.minutes_awaits_opening_head()}`))).toBeVisible();
	await perform(head, m.minutes_open_again(), m.minutes_done_open());
	await expect(hands(head)).toHaveCount(3);
	await expect(head.getByText(m.minutes_void(), { exact: true })).toHaveCount(3);
	await expect(stage(head).getByText(new RegExp(`${reason}.*${m.minutes_sign_anew()}`))).toBeVisible();

	// One sheet is opened, changed and signed; then the session is locked and its minutes signed again.
	await reopenSheet(head, contest.id, { judge: 'GK03', number: first.contestant.number, reason });
	await expect(head.getByText(m.board_to_sign_again(), { exact: true }).first()).toBeVisible();
	await panel.mark('GK03', first.id, 2);
	await panel.lock('GK03', first.id);
	await head.goto(at);
	await perform(head, m.minutes_lock(), m.minutes_done_lock());
	await perform(head, m.minutes_sign(), m.minutes_done_sign());
	await secretary.goto(at);
	await perform(secretary, m.minutes_sign(), m.minutes_done_sign());
	await expect(hands(secretary).filter({ hasNotText: m.minutes_void() })).toHaveCount(2);

	await secretary.getByRole('link', { name: new RegExp(`^${m.minutes_print()}`) }).click();
	await expect(secretary.getByRole('heading', { level: 1, name: m.minutes_paper_heading() })).toBeVisible();
	await expect(secretary.getByText(m.minutes_void())).toHaveCount(3);
	await expect(secretary.getByText(m.minutes_code())).toBeVisible();
	await expect(secretary.getByRole('heading', { name: m.minutes_circumstances() })).toBeVisible();
	const opened = new RegExp(`GK03 .* chấm ${first.contestant.number} .*${reason}`);
	await expect(secretary.getByRole('listitem').filter({ hasText: opened })).toBeVisible();
});
