// The rule editor in the browser: drafts, versions side by side, files, the keyboard, and blank rules everywhere in the console.
import { m } from '../../src/lib/paraglide/messages.js';
import { writeRulesFile } from '../../src/lib/formats/rules-file/write-rules-file.ts';
import { reviseRules } from '../../src/lib/server/usecases/revise-rules.ts';
import { ok } from '../server/setup-world.ts';
import { expect, test } from './fixtures.ts';
import { downloadRules, fill, openPiece, saveRules } from './rules-steps.ts';

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
