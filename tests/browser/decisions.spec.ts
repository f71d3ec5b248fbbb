// A wrong key put right by two people on two machines: preview, proposal, confirmation, log; what each of them may see.
import { granted } from '../../src/cli/rehearsal/set-up.ts';
import { m } from '../../src/lib/paraglide/messages.js';
import { readRoundQuestions } from '../../src/lib/server/stores/rounds.ts';
import { submitAnswer } from '../../src/lib/server/usecases/submit-answer.ts';
import { expect, test, type BuiltContest, type House } from './fixtures.ts';
import { inspectPage } from './inspect-page.ts';
import { holdDown } from './journey-steps.ts';
import { asSecondOrganiser, changesIn, confirmKey, correctKey, reason } from './decision-steps.ts';

/** One question, sealed, of which the key is A: TS01 chose A, TS02 chose B, TS03 nothing. One of 20 is worth 5,00. */
async function playedContest(house: House): Promise<BuiltContest> {
	const contest = await house
		.contest()
		.sample()
		.keeping(3)
		.round({ codes: ['LS01'] })
		.atQuestion(1);
	const [asked] = await readRoundQuestions(house.app.database.drizzle, contest.roundId ?? '');
	for (const [number, option] of [
		['TS01', 'A'],
		['TS02', 'B']
	] as const) {
		const contestantId = contest.slips.get(number)?.contestant?.id ?? '';
		const seat = { kind: 'contestant' as const, slipId: '', contestId: contest.id, contestantId, epoch: 0 };
		const choice = { kind: 'options' as const, options: [option] };
		const given = {
			operation: crypto.randomUUID(),
			roundId: contest.roundId,
			questionId: asked?.question.id,
			choice,
			device: { epoch: 0, counter: 1 }
		};
		granted(await submitAnswer(house.app, seat, given, house.app.clock.now()), number);
	}
	await contest.closeQuestion();
	return contest;
}

const changes = [/^TS02 .* 0,00 → 5,00; đồng hạng 2 → hạng 1$/, /^TS01 .* 5,00 → 0,00; hạng 1 → đồng hạng 2$/];

test('two organisers correct a key: the second sees the same differences and confirms', async ({
	house,
	asOrganiser,
	asNobody,
	asContestant
}) => {
	const contest = await playedContest(house);
	const first = await asOrganiser();
	await correctKey(first, contest.id);
	await expect(changesIn(first)).toHaveText(changes);
	await first.keyboard.press('Tab');
	await expect(first.getByRole('button', { name: m.decide_propose() })).toBeFocused();
	await first.keyboard.press('Enter');
	await expect(first.getByText(m.decide_done_proposed())).toBeVisible();
	// Whoever proposed has no button to confirm with.
	await expect(first.getByText(m.decide_waits_for_second())).toBeVisible();
	await expect(first.getByRole('button', { name: m.decide_confirm() })).toHaveCount(0);

	const second = await asNobody();
	await asSecondOrganiser(house, contest.organiser, contest.id, second);
	await confirmKey(second, contest.id, changes);

	await first.goto(`/organise/${contest.id}/results`);
	await expect(first.getByRole('row').filter({ hasText: 'TS02' }).getByRole('cell').first()).toHaveText('1');
	await first.goto(`/organise/${contest.id}/log`);
	await expect(first.getByRole('row').filter({ hasText: m.log_kind_decision_confirmed() })).toContainText(
		'Trần Thị Hai'
	);
	const download = first.waitForEvent('download');
	await first.goto(`/organise/${contest.id}/results`);
	await first.getByRole('link', { name: m.outcome_record() }).click();
	expect((await download).suggestedFilename()).toBe('hoithi-2026-12-01.json');
	// Phones have been reached by none of it.
	const phone = await asContestant('TS02');
	await expect(phone.getByText(reason)).toHaveCount(0);
});

test('the second person does not agree; a secretary sees that something is proposed, and not what', async ({
	house,
	asOrganiser,
	asNobody,
	asSecretary
}) => {
	const contest = await playedContest(house);
	const first = await asOrganiser();
	await correctKey(first, contest.id);
	await first.getByRole('button', { name: m.decide_propose() }).click();
	await expect(first.getByText(m.decide_done_proposed())).toBeVisible();

	const secretary = await asSecretary();
	await secretary.goto(`/organise/${contest.id}/decisions`);
	await expect(secretary.getByText(m.decide_of_the_bank_text())).toBeVisible();
	await expect(secretary.getByText('LS01')).toHaveCount(0);
	await expect(secretary.getByRole('link', { name: m.decide_form_key() })).toHaveCount(0);

	const second = await asNobody();
	await asSecondOrganiser(house, contest.organiser, contest.id, second);
	await second.goto(`/organise/${contest.id}/decisions`);
	for (const [width, height] of [
		[360, 640],
		[1920, 1080]
	] as const) {
		await second.setViewportSize({ width, height });
		expect(await inspectPage(second, 'vi', true), `${width}`).toEqual([]);
	}
	await second.getByRole('button', { name: m.decide_reject() }).click();
	const dialog = second.getByRole('dialog');
	await dialog.getByLabel(m.turns_reason()).fill('Chưa có ý kiến của tổ thẩm định');
	await dialog.getByRole('button', { name: m.decide_reject() }).click();
	await expect(second.getByText(m.decide_done_rejected())).toBeVisible();
	await expect(second.getByRole('listitem').filter({ hasText: m.decide_state_rejected() })).toBeVisible();
	await first.goto(`/organise/${contest.id}/results`);
	await expect(first.getByRole('row').filter({ hasText: 'TS01' }).getByRole('cell').first()).toHaveText('1');
});

test('a key the hall has seen: the head judge’s open page shows the proposal by itself, and who can confirm it', async ({
	house,
	people
}) => {
	const contest = await playedContest(house);
	await contest.run({ do: 'reveal' });
	const head = await people.asJudge('GK01');
	await head.goto(`/organise/${contest.id}/decisions?do=points`);
	// What is being filled in stays as it is while news comes.
	await head.getByLabel(m.decide_contestant()).selectOption('TS02');
	await head.getByLabel(m.decide_points(), { exact: true }).fill('0,5');

	const organiser = await people.asOrganiser();
	await correctKey(organiser, contest.id);
	await organiser.getByRole('button', { name: m.decide_propose() }).click();
	await expect(organiser.getByText(m.decide_confirmers({ names: 'Vũ Ngọc Khải' }))).toBeVisible();

	await expect(head.getByRole('heading', { name: 'Sửa đáp án câu LS01 thành B' })).toBeVisible();
	await expect(head.getByLabel(m.decide_contestant())).toHaveValue('TS02');
	await expect(head.getByLabel(m.decide_points(), { exact: true })).toHaveValue('0,5');
	await expect(changesIn(head)).toHaveText(changes);
	await holdDown(head.getByRole('button', { name: m.decide_confirm() }));
	await expect(head.getByText(m.decide_done_confirmed({ sequence: 1 }))).toBeVisible();
	// Whoever proposed sees it decided without asking again.
	await expect(organiser.getByText(m.decide_number({ sequence: 1 }))).toBeVisible();
});
