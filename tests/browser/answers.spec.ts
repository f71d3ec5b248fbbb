// Contestants refresh, lose the network and come back, and take another phone: one effective answer each, the right state each time.
import type { Page } from '@playwright/test';
import { m } from '../../src/lib/paraglide/messages.js';
import { showStandings } from '../../src/lib/server/usecases/show-standings.ts';
import { verifyLog } from '../../src/lib/server/usecases/verify-log.ts';
import { expect, test, type BuiltContest, type House } from './fixtures.ts';
import { lineOf } from './weak-line.ts';

/** LS01 and LS02 have one right answer each: A and D. */
const codes = ['LS01', 'LS02'];
const cutLine = /net::|WebSocket|Failed to (load|fetch)/;

const option = (page: Page, letter: string) =>
	page
		.getByRole('main')
		.getByRole('button')
		.filter({ has: page.getByRole('img', { name: letter, exact: true }) });
const isChosen = (page: Page, letter: string) => expect(option(page, letter)).toHaveAttribute('aria-pressed', 'true');
const saved = (page: Page) => page.getByText(/^Đã lưu lúc \d{2}:\d{2}:\d{2}$/);
const kept = (page: Page) => page.getByText(m.play_kept());
const sending = (page: Page) => page.getByText(m.play_sending());

interface Row {
	letters: string;
	ordinal: number;
	question: string;
}

/** Every stored tap of a contestant, in order. */
async function rowsOf(house: House, contest: BuiltContest, number: string): Promise<Row[]> {
	return house.app.database.sql<Row[]>`
		select array_to_string(array(select jsonb_array_elements_text(a.choice -> 'options')), '') as letters,
			a.ordinal, q.code as question
		from answer a join contestant c on c.id = a.contestant_id join question q on q.id = a.question_id
		where a.contest_id = ${contest.id} and c.number = ${number}
		order by a.sequence`;
}

/** By the database's clock. */
async function secondsLeft(house: House, contest: BuiltContest): Promise<number> {
	const [row] = await house.app.database.sql<{ left: number }[]>`
		select extract(epoch from deadline_at - clock_timestamp())::float8 as left from round where id = ${contest.roundId}`;
	return row?.left ?? NaN;
}

/** The question is running, with a minute more than it needs, so that a slow machine does not run out of it. */
async function contestAtQuestion(house: House): Promise<BuiltContest> {
	const contest = await house.contest().sample().round({ codes }).atQuestion(1);
	await contest.run({ do: 'extend', byMs: 60_000 });
	return contest;
}

test('“saved” is said only once the answer is a row', async ({ house, asContestant }) => {
	const contest = await contestAtQuestion(house);
	const phone = await asContestant('TS01');
	// Whoever stores an answer has to wait for the question's row.
	await house.app.database.sql.begin(async (sql) => {
		await sql`select from round_question where round_id = ${contest.roundId} for update`;
		await option(phone, 'B').click();
		await expect(sending(phone).or(kept(phone))).toBeVisible();
		expect(await rowsOf(house, contest, 'TS01')).toEqual([]);
		await expect(saved(phone)).toHaveCount(0);
	});
	await expect(saved(phone)).toBeVisible();
	expect(await rowsOf(house, contest, 'TS01')).toEqual([{ letters: 'B', ordinal: 1, question: 'LS01' }]);
});

test('a refresh shows the same question, the same choice, the same receipt and the time that is really left', async ({
	house,
	asContestant
}) => {
	const contest = await contestAtQuestion(house);
	const phone = await asContestant('TS02');
	const question = await phone.getByRole('heading', { level: 1 }).innerText();
	await option(phone, 'A').click();
	const receipt = await saved(phone).innerText();
	await option(phone, 'C').click();
	await isChosen(phone, 'C');
	await expect.poll(() => rowsOf(house, contest, 'TS02')).toHaveLength(2);

	await phone.reload();
	await expect(phone.getByRole('heading', { level: 1 })).toHaveText(question);
	await isChosen(phone, 'C');
	await expect(option(phone, 'A')).toHaveAttribute('aria-pressed', 'false');
	await expect(saved(phone)).toBeVisible();
	expect(receipt).toMatch(/^Đã lưu/);

	const before = await secondsLeft(house, contest);
	const [minutes = NaN, seconds = NaN] = (await phone.getByRole('timer').innerText()).split(':').map(Number);
	const shown = minutes * 60 + seconds;
	const after = await secondsLeft(house, contest);
	expect(shown).toBeGreaterThan(after - 1);
	expect(shown).toBeLessThan(before + 2);
	expect((await rowsOf(house, contest, 'TS02')).map(({ letters }) => letters)).toEqual(['A', 'C']);
});

test('an answer tapped without network is kept, survives a reload and is stored once when the line is back', async ({
	house,
	noise,
	asContestant
}) => {
	noise.expect(cutLine);
	const contest = await contestAtQuestion(house);
	const phone = await asContestant('TS03');
	const line = await lineOf(phone);
	await option(phone, 'A').click();
	await expect(saved(phone)).toBeVisible();

	await line.cut();
	await expect(phone.getByText(m.common_offline()).or(phone.getByText(m.common_reconnecting()))).toBeVisible();
	await option(phone, 'B').click();
	await expect(kept(phone)).toBeVisible();
	await expect(saved(phone)).toHaveCount(0);
	expect((await rowsOf(house, contest, 'TS03')).map(({ letters }) => letters)).toEqual(['A']);

	await line.mend();
	await phone.reload();
	await isChosen(phone, 'B');
	await expect(saved(phone)).toBeVisible();
	expect(await rowsOf(house, contest, 'TS03')).toEqual([
		{ letters: 'A', ordinal: 1, question: 'LS01' },
		{ letters: 'B', ordinal: 2, question: 'LS01' }
	]);

	// The same without a reload: the phone comes back by itself.
	await line.cut();
	await option(phone, 'D').click();
	await expect(kept(phone)).toBeVisible();
	await line.mend();
	await expect(saved(phone)).toBeVisible();
	expect((await rowsOf(house, contest, 'TS03')).map(({ letters }) => letters)).toEqual(['A', 'B', 'D']);
});

test('a phone that was away until after the close is told that its answer did not arrive', async ({
	house,
	noise,
	asContestant
}) => {
	noise.expect(cutLine);
	const contest = await contestAtQuestion(house);
	const phone = await asContestant('TS04');
	const line = await lineOf(phone);
	await expect(option(phone, 'A')).toBeVisible();
	await line.cut();
	await option(phone, 'B').click();
	await expect(kept(phone)).toBeVisible();
	await contest.closeQuestion();

	await line.mend();
	await expect(phone.getByText(m.play_closed())).toBeVisible();
	// Closed by hand, a minute before its time: nobody is told that the time is up.
	await expect(phone.getByRole('timer')).toHaveCount(0);
	await expect(phone.getByText(m.refused_answer_too_late())).toBeVisible();
	await expect(option(phone, 'B')).toHaveAttribute('aria-pressed', 'false');
	await expect(saved(phone)).toHaveCount(0);
	expect(await rowsOf(house, contest, 'TS04')).toEqual([]);

	await contest.run({ do: 'reveal' });
	await expect(phone.getByText(m.play_unanswered())).toBeVisible();
	// The stale answer troubles nobody at the next question.
	await contest.run({ do: 'show-question' });
	await contest.run({ do: 'start-timer' });
	await option(phone, 'D').click();
	await expect(saved(phone)).toBeVisible();
	expect(await rowsOf(house, contest, 'TS04')).toEqual([{ letters: 'D', ordinal: 1, question: 'LS02' }]);
});

test('a second phone takes over and the first one may take its place back, with all its tabs; the last tap is the answer', async ({
	house,
	asContestant
}) => {
	const contest = await contestAtQuestion(house);
	const first = await asContestant('TS05');
	await option(first, 'B').click();
	await expect(saved(first)).toBeVisible();

	const second = await asContestant('TS05');
	await isChosen(second, 'B');
	await expect(saved(second)).toBeVisible();
	await option(second, 'C').click();
	await isChosen(first, 'C');
	await expect(option(first, 'B')).toHaveAttribute('aria-pressed', 'false');

	// The first phone only shows now, until the contestant goes on there.
	await expect(first.getByText(m.play_elsewhere_title())).toBeVisible();
	await expect(option(first, 'A')).toBeDisabled();
	await first.getByRole('button', { name: m.play_elsewhere_take() }).click();
	await expect(second.getByText(m.play_elsewhere_title())).toBeVisible();
	await expect(first.getByText(m.play_elsewhere_title())).toHaveCount(0);
	const tab = await first.context().newPage();
	await tab.goto('/play');
	await isChosen(tab, 'C');
	await option(tab, 'A').click();
	for (const page of [first, second, tab]) {
		await isChosen(page, 'A');
		await expect(saved(page)).toBeVisible();
	}
	expect((await rowsOf(house, contest, 'TS05')).map(({ letters, ordinal }) => letters + ordinal)).toEqual([
		'B1',
		'C2',
		'A3'
	]);

	await contest.closeQuestion();
	await contest.run({ do: 'reveal' });
	for (const page of [first, second, tab]) await expect(page.getByText(m.play_right())).toBeVisible();
	const outcomes = await house.app.database.sql`
		select o.is_right, o.points from outcome o join contestant c on c.id = o.contestant_id
		where o.round_id = ${contest.roundId} and c.number = 'TS05'`;
	expect(outcomes.map((row) => ({ ...row }))).toEqual([{ is_right: true, points: expect.any(Number) }]);
	expect(await verifyLog(house.app, contest.id)).toMatchObject({ ok: true });
});

test('an answer that came by plain HTTP shows on the other phones of the contestant', async ({
	house,
	asContestant
}) => {
	const contest = await contestAtQuestion(house);
	const first = await asContestant('TS08');
	await option(first, 'B').click();
	await expect(saved(first)).toBeVisible();
	const silent = await asContestant('TS08');
	await isChosen(silent, 'B');
	const [question] = await house.app.database.sql<{ id: string }[]>`
		select id from question where contest_id = ${contest.id} and code = 'LS01'`;
	const answer = {
		roundId: contest.roundId,
		questionId: question?.id,
		choice: { kind: 'options', options: ['C'] },
		device: { epoch: 2, counter: 9 }
	};
	const status = await silent.evaluate(async (given) => {
		const headers = { 'content-type': 'application/json' };
		const body = JSON.stringify({ operation: '0193b0a0-0000-7000-8000-00000000c0de', ...given });
		return (await fetch('/play/answer', { method: 'POST', headers, body })).status;
	}, answer);
	expect(status).toBe(200);
	for (const page of [first, silent]) await isChosen(page, 'C');
});

test('the standing comes to every phone when the organiser shows it', async ({ house, asContestant }) => {
	const contest = await contestAtQuestion(house);
	const winner = await asContestant('TS06');
	const other = await asContestant('TS07');
	await option(winner, 'A').click();
	await option(other, 'B').click();
	for (const page of [winner, other]) await expect(saved(page)).toBeVisible();
	await contest.closeQuestion();
	await contest.run({ do: 'reveal' });
	await expect(winner.getByText(m.play_right())).toBeVisible();
	await expect(other.getByText(m.play_wrong())).toBeVisible();
	const show = (to: 'contestants' | 'hall') =>
		showStandings(house.app, contest.organiser, { contestId: contest.id, to, shown: true });
	await show('contestants');
	await expect(winner.getByText(/^Điểm của đồng chí: [\d,]+$/)).toBeVisible();
	await expect(winner.getByText(m.play_right())).toBeVisible();
	await expect(other.getByText(m.play_standing_unranked())).toBeVisible();
	// With the hall, the phones leave the question too; the next question leads them back.
	await show('hall');
	for (const page of [winner, other])
		await expect(page.getByRole('heading', { name: m.play_standing_now() })).toBeVisible();
	await contest.run({ do: 'show-question' });
	await expect(winner.getByText(m.play_read_first())).toBeVisible();
	await contest.run({ do: 'start-timer' });
	await contest.closeQuestion();
	await contest.run({ do: 'finish' });
	await winner.reload();
	await expect(winner.getByText(/^Điểm của đồng chí: [\d,]+$/)).toBeVisible();
});
