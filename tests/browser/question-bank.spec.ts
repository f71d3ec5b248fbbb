// A question is written, reviewed and approved by somebody else, drawn unseen into a sealed set, and seen when the round begins.
import { granted } from '../../src/cli/rehearsal/set-up.ts';
import { m } from '../../src/lib/paraglide/messages.js';
import { readLives } from '../../src/lib/server/stores/find-questions.ts';
import { stepQuestions } from '../../src/lib/server/usecases/step-questions.ts';
import { asSecondOrganiser } from './decision-steps.ts';
import { expect, test } from './fixtures.ts';
import { pressNext } from './journey-steps.ts';

const words = 'Căn cước điện tử có giá trị như thẻ căn cước không?';
const code = 'CC01';

test('R281, R286 from the first draft to the first question of a sealed set', async ({
	house,
	asOrganiser,
	asNobody
}) => {
	const contest = await house.contest({ template: 'chi-trac-nghiem' }).sample();
	const bank = `/organise/${contest.id}/bank`;
	const author = await asOrganiser();
	const other = await asNobody();
	await asSecondOrganiser(house, contest.organiser, contest.id, other);

	await test.step('written', async () => {
		await author.goto(`${bank}/write`);
		await author.getByLabel(m.bank_text(), { exact: true }).fill(words);
		await author.getByLabel(m.console_question_kind(), { exact: true }).selectOption('truefalse');
		await author.getByRole('radio', { name: m.bank_true(), exact: true }).check();
		await author.getByLabel(m.console_topic(), { exact: true }).fill('Căn cước');
		await author.getByLabel(m.bank_source_document()).fill('Luật Căn cước');
		await author.getByLabel(m.bank_source_article()).fill('31');
		await author.getByLabel(m.bank_code()).fill(code);
		await author.getByRole('button', { name: m.bank_save_new() }).click();
		await expect(author.getByText(m.bank_saved({ version: 1 }))).toBeVisible();
		await expect(author.getByText('Điều 31')).toBeVisible();
		await expect(author.getByRole('button', { name: m.bank_review() })).toHaveCount(0);
	});

	await test.step('found without accents, reviewed and approved by another', async () => {
		await other.goto(`${bank}?q=can+cuoc+dien+tu`);
		await other.getByRole('link', { name: code }).click();
		await other.getByRole('button', { name: m.bank_review(), exact: true }).click();
		await other.getByRole('button', { name: m.bank_approve(), exact: true }).click();
		await expect(other.getByText(m.bank_state_approved(), { exact: true })).toBeVisible();
		// R232: a contest begins with as many approved questions as its rules ask for.
		const { app } = house;
		const [second] = await app.database.sql`select id from account where login = ${`hai-${contest.id.slice(-12)}`}`;
		const questions = (await readLives(app.database.drizzle, contest.id)).filter((life) => life.code !== code);
		for (const step of ['review', 'approve'])
			granted(
				await stepQuestions(
					app,
					{ ...contest.organiser, accountId: String(second?.id) },
					{ contestId: contest.id, questions: questions.map(({ code, version }) => ({ code, version })), step }
				),
				step
			);
	});

	await test.step('only approved ones are drawn; the draw is sealed', async () => {
		await author.goto(`${bank}?tab=questions`);
		await author.getByRole('radio', { name: m.bank_policy_approved() }).check();
		await author.getByRole('button', { name: m.bank_policy_save() }).click();
		await expect(author.getByRole('button', { name: m.bank_policy_save() })).toBeDisabled();
		await author.goto(`${bank}/draw`);
		await author.getByLabel(m.bank_draw_cell({ topic: 'Căn cước', level: 2, available: 1 })).fill('1');
		await author.getByLabel(m.console_lots_seed()).fill('7 21 3');
		await author.getByRole('button', { name: m.bank_draw_preview() }).click();
		await expect(author.getByText(words)).toBeVisible();
		await author.getByRole('checkbox', { name: m.bank_seal() }).check();
		await author.getByRole('button', { name: m.bank_draw_create() }).click();
		await expect(author.getByRole('heading', { name: m.bank_sealed_title({ count: 1 }) })).toBeVisible();
		await expect(author.getByText(words)).toHaveCount(0);
	});

	await test.step('the lobby opens it', async () => {
		await pressNext(author, m.run_open_lobby());
		await expect(author.getByText(words).first()).toBeVisible();
	});
});
