// A professional and an audience jury in the browser: judges are seated, attendance is given by keyboard, both juries mark, and the result adds up.
import { m } from '../../src/lib/paraglide/messages.js';
import { stagedRules } from '../staged-rules.ts';
import { expect, test } from './fixtures.ts';
import { fillSheet, pressNext, submitSheet } from './journey-steps.ts';

/** One stage: attendance 40,00, and 60,00 by two juries (70 % and 30 %) with the rubric of 50,00. */
const rules = {
	...stagedRules,
	categories: [],
	stages: stagedRules.stages.slice(1).map((stage) => ({
		...stage,
		sessions: [],
		parts: [...(stagedRules.stages[0]?.parts ?? []), ...stage.parts.map((part) => ({ ...part, maxPoints: 6000 }))]
	}))
};

test('two juries and attendance make one result', async ({ house, people }) => {
	const contest = await house.contest({ template: 'ba-phan' }).sample().rules(rules).keeping(1).lots();
	const organiser = await people.asOrganiser();
	await organiser.goto(`/organise/${contest.id}/people?tab=judges`);
	const seat = async (judge: string, panel: string | null) => {
		const row = organiser.getByRole('row').filter({ hasText: judge });
		await row.getByRole('button', { name: /^(Xếp|Đổi) ban/ }).click();
		const dialog = organiser.getByRole('dialog');
		if (panel) await dialog.getByRole('checkbox', { name: panel }).check();
		await dialog.getByRole('button', { name: m.people_save() }).click();
		await expect(organiser.getByText(m.people_seated({ judge }))).toBeVisible();
		await expect(row.getByText(panel ?? 'BGK')).toBeVisible({ visible: panel !== null });
	};
	await seat('GK01', 'Hội đồng chuyên môn');
	await seat('GK02', 'Giám khảo khán giả');
	await test.step('the other judges sit in no panel', async () => {
		for (const judge of ['GK03', 'GK04', 'GK05', 'GK06', 'GK07']) await seat(judge, null);
	});

	await test.step('a judge in no panel is told so', async () => {
		const judge = await people.asJudge('GK03');
		await judge.goto(`/judge/${contest.id}`);
		await expect(judge.getByText(m.judge_marks_nothing())).toBeVisible();
	});

	await test.step('attendance is given by keyboard and stays', async () => {
		await organiser.goto(`/organise/${contest.id}`);
		await organiser.getByRole('link', { name: m.given_open() }).click();
		await expect(organiser.getByText(/^Còn thiếu điểm của: TS01\.$/)).toBeVisible();
		const field = organiser.getByLabel(/^Điểm của TS01/);
		await field.fill('41');
		await expect(organiser.getByText(m.given_invalid({ max: '40' }))).toBeVisible();
		await field.fill('38,5');
		await field.press('Enter');
		await expect(organiser.getByText(/^Đã lưu lúc/)).toBeVisible();
		await expect(organiser.getByText(m.given_all())).toBeVisible();
		await organiser.reload();
		await expect(organiser.getByLabel(/^Điểm của TS01/)).toHaveValue('38,50');
	});

	await test.step('what somebody else enters meanwhile comes into the table, and is not typed over unseen', async () => {
		const field = organiser.getByLabel(/^Điểm của TS01/);
		const secretary = await people.asSecretary();
		await secretary.goto(`/organise/${contest.id}/given/CC`);
		const theirs = secretary.getByLabel(/^Điểm của TS01/);
		await theirs.fill('37');
		await expect(field).toHaveValue('37,00');
		// 41 cannot be saved and stays; meanwhile the others enter 36.
		await field.fill('41');
		await theirs.fill('36');
		await expect(secretary.getByText(/^Đã lưu lúc/)).toBeVisible();
		await field.fill('38,5');
		const told = m.refused_points_changed_elsewhere({ number: 'TS01', now: '36,00 điểm' });
		await expect(organiser.getByText(told)).toBeVisible();
		await expect(theirs).toHaveValue('36');
		await field.fill('38,50');
		await expect(organiser.getByText(/^Đã lưu lúc/)).toBeVisible();
		await expect(theirs).toHaveValue('38,50');
	});

	await test.step('both juries mark', async () => {
		await organiser.goto(`/organise/${contest.id}/stage`);
		await pressNext(organiser, m.turns_call());
		await pressNext(organiser, m.turns_step_on_stage());
		await pressNext(organiser, m.turns_start());
		await pressNext(organiser, m.turns_end());
		await expect(organiser.getByText(m.turns_sheets({ locked: 0, of: 2 }))).toBeVisible();
		for (const [code, mark] of Object.entries({ GK01: '3', GK02: '2' })) {
			const judge = await people.asJudge(code);
			await judge.goto(`/judge/${contest.id}`);
			await fillSheet(judge, mark);
			await submitSheet(judge);
		}
		await expect(organiser.getByText(m.turns_sheets({ locked: 2, of: 2 }))).toBeVisible();
	});

	await test.step('the result weighs them', async () => {
		await organiser.goto(`/organise/${contest.id}/results`);
		const row = organiser.getByRole('row').filter({ hasText: 'TS01' });
		// Seven criteria: 21 and 14 of 50; 0,7·21 + 0,3·14 = 18,9 of 50 = 22,68 of 60; 22,68 + 38,5 = 61,18.
		await expect(row.getByText('22,68', { exact: true })).toBeVisible();
		await expect(row.getByText('38,50', { exact: true })).toBeVisible();
		await expect(row.getByText('61,18', { exact: true })).toBeVisible();
	});
});
