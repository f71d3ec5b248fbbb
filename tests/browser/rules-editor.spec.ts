// Rules written from nothing in the browser: problems met and mended, saved, downloaded, and the contest begun by them.
import { m } from '../../src/lib/paraglide/messages.js';
import { writeRulesFile } from '../../src/lib/formats/rules-file/write-rules-file.ts';
import { reviseRules } from '../../src/lib/server/usecases/revise-rules.ts';
import { ok } from '../server/setup-world.ts';
import { expect, test } from './fixtures.ts';
import { drawLots, makeRound, pressNext } from './journey-steps.ts';
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

test.describe.configure({ timeout: 240_000 });

/** The contestants of the sample. */
const everybody = Array.from({ length: 54 }, (_, index) => `TS${String(index + 1).padStart(2, '0')}`);

test('from a blank page to an open lobby', async ({ asOrganiser, noise }) => {
	noise.expect(/status of 409/);
	const page = await asOrganiser();
	const id = await foundFromNothing(page, 'Hội thi viết từ trang trắng');
	const problems = page.getByRole('region', { name: m.rules_preflight() });
	let round = '';

	await test.step('the blank page complains; stage, parts, chain and awards are written', async () => {
		await expect(problems.getByRole('status')).toHaveText(m.rules_preflight_count({ count: 1 }));
		await addStage(page);
		await addPart(page, m.rules_part_quiz(), 'KT · Kiến thức');
		await fill(page, m.rules_part_points(), '40');
		await fill(page, m.rules_question_count(), '5');
		await fill(page, m.rules_question_points(), '8,00');
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
		await expect(problems.getByText(/chưa có phiếu chấm TT/)).toBeVisible();
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
		await makeRound(page, id, ['LS01', 'LS02', 'LS03', 'LS04', 'LS05']);
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
		await drawLots(page, id, everybody);
		await page.goto(`/organise/${id}/preflight`);
		await expect(page.getByText(m.preflight_good(), { exact: true })).toBeVisible();
	});

	await test.step('the round opens; from now on only words may change', async () => {
		await page.goto(round);
		await pressNext(page, m.run_open_lobby());
		await expect(page.locator('[data-next-act]').getByRole('button', { name: m.run_show_question() })).toBeVisible();
		await page.goto(`/organise/${id}/rules`);
		await expect(page.getByText(m.rules_started())).toBeVisible();
	});
});

test('what is not saved survives a reload, and two versions are shown side by side', async ({
	asOrganiser,
	house,
	noise
}) => {
	noise.expect(/status of 409/);
	const contest = await house.contest({ template: 'chi-trac-nghiem' });
	const page = await asOrganiser();
	await page.goto(`/organise/${contest.id}/rules`);
	await fill(page, m.rules_reference(), 'Số 12-TL/BTC');
	page.once('dialog', (dialog) => void dialog.accept());
	await page.reload();
	await expect(page.getByText(m.rules_restored())).toBeVisible();
	await expect(page.getByLabel(m.rules_reference(), { exact: true })).toHaveValue('Số 12-TL/BTC');

	const [stored] = await house.app.database.sql`select rules from contest where id = ${contest.id}`;
	const theirs = { ...stored?.rules, rounding: { mode: 'half-up', decimals: 1, at: 'total' } };
	ok(
		await reviseRules(house.app, contest.organiser, {
			contestId: contest.id,
			document: writeRulesFile(theirs),
			expectedRulesVersion: 1
		})
	);
	await page.getByRole('button', { name: m.rules_save() }).click();
	await expect(page.getByText(m.rules_conflict(), { exact: true })).toBeVisible();
	await expect(page.getByText('Số, ngày văn bản: để trống → Số 12-TL/BTC')).toBeVisible();
	await expect(page.getByText('Làm tròn điểm › Số chữ số thập phân: 1 → 2')).toBeVisible();
	await page.getByRole('button', { name: m.rules_keep_mine() }).click();
	await saveRules(page, 3);
});

test('a file is read into the editor, and a broken one is explained; neither writes anything', async ({
	asOrganiser,
	house,
	noise
}) => {
	noise.expect(/status of 422/);
	const contest = await house.contest({ template: 'nothing' });
	const template = await house.contest({ template: 'ba-phan' });
	const page = await asOrganiser();
	await page.goto(`/organise/${template.id}/rules`);
	const rules = await downloadRules(page);
	await page.goto(`/organise/${contest.id}/rules`);
	const upload = async (text: string) => {
		const file = { name: 'the-le.json', mimeType: 'application/json', buffer: Buffer.from(text) };
		await page.getByLabel(m.rules_upload_choose()).setInputFiles(file);
		await page.getByRole('button', { name: m.rules_upload() }).click();
	};
	await upload(JSON.stringify({ ...rules, stages: [{ ...rules.stages[0], total: '100' }] }));
	await expect(page.getByText(m.rules_upload_problems({ count: 1 }))).toBeVisible();
	await expect(page.getByText(/^stages\[0\]\.total: .*Cần/)).toBeVisible();
	await upload(writeRulesFile(rules));
	await expect(page.getByText(m.rules_uploaded())).toBeVisible();
	await openPiece(page, /^TT · Thuyết trình/);
	const [row] = await house.app.database.sql`select rules_version as version from contest where id = ${contest.id}`;
	expect(row).toEqual({ version: 1 });
});

test('by keyboard alone: tie-breaks are moved and removed, and the focus stays with them', async ({
	asOrganiser,
	house
}) => {
	const contest = await house.contest({ template: 'chi-trac-nghiem' });
	const page = await asOrganiser();
	await page.goto(`/organise/${contest.id}/rules?at=stages[0].tieBreaks`);
	await expect(page.locator('[data-path="stages[0].tieBreaks"]')).toBeFocused();
	const press = async (name: string) => {
		const button = page.getByRole('button', { name, exact: true });
		await button.focus();
		await page.keyboard.press('Enter');
	};
	await press(m.rules_item_down({ name: `1. ${m.rules_tie_right()}` }));
	await expect(page.locator('[data-path="stages[0].tieBreaks[1]"]')).toBeFocused();
	const problems = page.getByRole('region', { name: m.rules_preflight() }).getByRole('listitem');
	await expect(problems).toHaveCount(1);
	await page.keyboard.press('Tab');
	await expect(
		page.getByRole('button', { name: m.rules_item_up({ name: `2. ${m.rules_tie_right()}` }) })
	).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(problems).toHaveCount(0);
	await press(m.rules_item_remove({ name: `3. ${m.rules_tie_share()}` }));
	await expect(page.locator('[data-path="stages[0].tieBreaks[1]"]')).toBeFocused();
	await expect(problems).toHaveCount(1);
});

test('a contest whose rules are still blank breaks no page of the console', async ({ asOrganiser, house }) => {
	const contest = await house.contest({ template: 'nothing' }).sample();
	const page = await asOrganiser();
	const pages = [
		'',
		'rules',
		'people',
		'bank',
		'lots',
		'slips',
		'preflight',
		'rounds/new',
		'stage',
		'hall',
		'results',
		'papers'
	];
	for (const name of pages) {
		const answer = await page.goto(`/organise/${contest.id}/${name}`);
		expect([name, answer?.status()]).toEqual([name, 200]);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}
});
