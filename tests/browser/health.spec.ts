// The hall's health follows by itself: who is connected, who has sent, who has gone; and it says when its own figures are old.
import type { Page } from '@playwright/test';
import { m } from '../../src/lib/paraglide/messages.js';
import { expect, test } from './fixtures.ts';
import { inspectPage } from './inspect-page.ts';

const lines = (page: Page) => page.getByRole('region', { name: /^Thí sinh/ }).getByRole('listitem');
const line = (page: Page, number: string) => lines(page).filter({ hasText: number });

test('each contestant has a cell that follows the line and the answer', async ({
	house,
	noise,
	asOrganiser,
	asContestant
}) => {
	noise.expect(/net::|Failed to (load|fetch)/);
	const contest = await house
		.contest()
		.sample()
		.keeping(3)
		.round({ codes: ['LS01'] })
		.atQuestion(1);
	await contest.run({ do: 'extend', byMs: 600_000 });
	const board = await asOrganiser();
	await board.goto(`/organise/${contest.id}/health`);
	await expect(lines(board)).toHaveCount(3);
	await expect(line(board, 'TS01')).toContainText(m.health_state_away());
	await expect(board.getByText(/^3 người chưa trả lời: TS01 /)).toBeVisible();

	const phone = await asContestant('TS01');
	await expect(line(board, 'TS01')).toContainText(m.health_state_unsent());
	const answer = phone
		.getByRole('main')
		.getByRole('button')
		.filter({ has: phone.getByRole('img', { name: 'A', exact: true }) });
	await answer.click();
	await expect(line(board, 'TS01')).toContainText(m.health_state_answered());
	await expect(board.getByText(/^2 người chưa trả lời: TS02 /)).toBeVisible();
	await phone.context().close();
	await expect(line(board, 'TS01')).toContainText(m.health_state_away());
	await expect(line(board, 'TS01')).toContainText(m.health_state_answered());

	await board.getByRole('checkbox', { name: m.health_attention() }).check();
	await expect(lines(board)).toHaveCount(3);
	expect(await inspectPage(board, 'vi', true)).toEqual([]);

	// Without the network the figures stay, and are called old.
	await board.context().setOffline(true);
	const old = board.getByText(/^Chưa lấy được số liệu mới\./);
	await expect(old).toBeVisible();
	await board.context().setOffline(false);
	await expect(old).toBeHidden();
});
