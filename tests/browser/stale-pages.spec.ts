// Pages that time has passed by: one from before a deploy (F-47), one whose phone slept (F-49); both come right by themselves.
import type { Page } from '@playwright/test';
import { m } from '../../src/lib/paraglide/messages.js';
import { expect, test, type BuiltContest, type House } from './fixtures.ts';

/** LS01 and LS02 have one right answer each: A and D. */
const codes = ['LS01', 'LS02'];

const option = (page: Page, letter: string) =>
	page
		.getByRole('main')
		.getByRole('button')
		.filter({ has: page.getByRole('img', { name: letter, exact: true }) });
const saved = (page: Page) => page.getByText(/^Đã lưu lúc \d{2}:\d{2}:\d{2}$/);

/** The question is running, with a minute more than it needs. */
async function contestAtQuestion(house: House): Promise<BuiltContest> {
	const contest = await house.contest().sample().round({ codes }).atQuestion(1);
	await contest.run({ do: 'extend', byMs: 60_000 });
	return contest;
}

/** As the node tells of itself every two seconds. */
async function connectedPhones(house: House, contest: BuiltContest): Promise<number> {
	const [row] = await house.app.database.sql<{ count: number }[]>`
		select count(*)::int as count from node, jsonb_array_elements(contestants) line where line ->> 0 = ${contest.id}`;
	return row?.count ?? 0;
}

/** From now on the page's handshake says what a page of the version before says. */
async function speakOldVersion(page: Page): Promise<void> {
	await page.routeWebSocket(/\/socket\.io\//, (socket) => {
		const server = socket.connectToServer();
		socket.onMessage((message) => server.send(String(message).replace(/"protocol":\d+/, '"protocol":0')));
	});
	await page.reload();
}

test('F-47 a page from before a deploy answers its question, and loads itself anew only when that is over', async ({
	house,
	asContestant
}) => {
	const contest = await contestAtQuestion(house);
	const phone = await asContestant('TS01');
	await speakOldVersion(phone);
	const loads: string[] = [];
	phone.on('load', () => void loads.push(phone.url()));
	await option(phone, 'A').click();
	await expect(saved(phone)).toBeVisible();
	await option(phone, 'B').click();
	await expect(option(phone, 'B')).toHaveAttribute('aria-pressed', 'true');
	await expect(saved(phone)).toBeVisible();
	expect(loads, 'loaded during the question').toEqual([]);
	const anew = phone.waitForEvent('load');
	await contest.closeQuestion();
	await anew;
	await contest.run({ do: 'reveal' });
	await contest.run({ do: 'show-question' });
	await contest.run({ do: 'start-timer' });
	await expect(option(phone, 'C')).toBeEnabled();
	await option(phone, 'C').click();
	await expect(saved(phone)).toBeVisible();
	// The page that came has the same handshake here; once is enough for one version.
	expect(loads).toHaveLength(1);
});

test('F-49 a phone whose lid was closed wakes on the right question with its stored answer', async ({
	house,
	asContestant,
	noise
}) => {
	noise.expect(/WebSocket|net::/);
	const contest = await contestAtQuestion(house);
	const phone = await asContestant('TS02');
	await option(phone, 'B').click();
	await expect(saved(phone)).toBeVisible();
	await expect.poll(() => connectedPhones(house, contest)).toBe(1);
	const sleep = await phone.context().newCDPSession(phone);
	await sleep.send('Debugger.enable');
	// No timer runs and no ping is answered any more: the server gives the line up.
	await sleep.send('Debugger.pause');
	await expect.poll(() => connectedPhones(house, contest), { timeout: 30_000 }).toBe(0);
	await contest.run({ do: 'extend', byMs: 30_000 });
	await sleep.send('Debugger.resume');
	await expect(option(phone, 'B')).toHaveAttribute('aria-pressed', 'true');
	await expect(saved(phone)).toBeVisible();
	await expect(phone.getByText(m.play_sending())).toHaveCount(0);
});
