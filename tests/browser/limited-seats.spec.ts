// A judge who sits in one session only, and one who learns: where too few sit nothing begins, and the sheets of a shadow judge count nowhere.
import { m } from '../../src/lib/paraglide/messages.js';
import type { Rules } from '../../src/lib/contest/rules/rules.ts';
import { seatJudges } from '../../src/lib/server/usecases/seat-judges.ts';
import { stagedRules } from '../staged-rules.ts';
import { expect, test } from './fixtures.ts';
import { fillSheet, pressNext, submitSheet } from './journey-steps.ts';

/** One stage in two sessions, marked by one panel. */
const rules: Rules = {
	...stagedRules,
	categories: [],
	stages: stagedRules.stages.slice(1).map((stage) => ({
		...stage,
		parts: stage.parts.map((part) =>
			'panels' in part ? { ...part, panels: part.panels.slice(0, 1).map((panel) => ({ ...panel, weight: 100 })) } : part
		)
	}))
};
const panel = 'Hội đồng chuyên môn';

test('a seat for one session, and a shadow judge whose marks count nowhere', async ({ house, people }) => {
	const contest = await house
		.contest({ template: 'ba-phan' })
		.sample()
		.judgesAside('code,full_name,role,position\nGK08,Ngô Minh Tập,Giám khảo tập sự,Chuyên viên')
		.rules(rules)
		.keeping(2)
		.lots();
	for (const judge of ['GK03', 'GK04', 'GK05', 'GK06', 'GK07'])
		await seatJudges(house.app, contest.organiser, { contestId: contest.id, judge, panels: [] });
	const [morning, afternoon] = await house.app.database.sql<{ id: string; number: string }[]>`
		select t.id, c.number from turn t join contestant c on c.id = t.contestant_id
		where t.contest_id = ${contest.id} and c.status = 'competing' order by t.position`;
	const organiser = await people.asOrganiser();
	const seat = async (judge: string, session?: string) => {
		await organiser.goto(`/organise/${contest.id}/people?tab=judges`);
		const row = organiser.getByRole('row').filter({ hasText: judge });
		await row.getByRole('button', { name: /^(Xếp|Đổi) ban/ }).click();
		const dialog = organiser.getByRole('dialog');
		await dialog.getByRole('checkbox', { name: panel }).check();
		for (const title of ['Buổi sáng', 'Buổi chiều'])
			await dialog.getByRole('checkbox', { name: title }).setChecked(title === session);
		await dialog.getByRole('button', { name: m.people_save() }).click();
		await expect(organiser.getByText(m.people_seated({ judge }))).toBeVisible();
		await expect(row).toContainText(session ? `${panel} (${session})` : new RegExp(`${panel}(?! \\()`));
	};
	const perform = async () => {
		for (const words of [/^Mời /, m.turns_step_on_stage(), m.turns_start(), m.turns_end()])
			await pressNext(organiser, words);
	};
	const mark = async (code: string, turn: { id: string } | undefined, points: string) => {
		const judge = await people.asJudge(code);
		await judge.goto(`/judge/${contest.id}?turn=${turn?.id}`);
		await fillSheet(judge, points);
		await submitSheet(judge);
		return judge;
	};

	await test.step('R156: where nobody who counts sits in a session nothing begins, and it is said why', async () => {
		await seat('GK01', 'Buổi sáng');
		await seat('GK02', 'Buổi sáng');
		await seat('GK08');
		await organiser.goto(`/organise/${contest.id}/preflight`);
		const problem = organiser.getByText(/^Buổi chiều, .* có 0 giám khảo, .* ít nhất 1\./);
		await expect(problem).toBeVisible();
		await organiser.goto(`/organise/${contest.id}/stage`);
		await pressNext(organiser, m.turns_call());
		await expect(organiser.getByText(/Buổi chiều, .* có 0 giám khảo/)).toBeVisible();
		await seat('GK02');
		await organiser.goto(`/organise/${contest.id}/preflight`);
		await expect(organiser.getByText(m.preflight_good(), { exact: true })).toBeVisible();
	});

	await test.step('R157: nobody waits for the shadow judge, and nobody sees those marks yet', async () => {
		await organiser.goto(`/organise/${contest.id}/stage`);
		await perform();
		const learner = await mark('GK08', morning, '1');
		await expect(learner.getByText(m.judge_shadow(), { exact: true })).toBeVisible();
		await expect(organiser.getByText(m.turns_sheets({ locked: 0, of: 2 }))).toBeVisible();
		await mark('GK01', morning, '3');
		const head = await people.asJudge('GK01');
		await head.goto(`/judge/${contest.id}/panel/tendencies`);
		await expect(head.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(head.getByText(/^Tập sự:/)).toHaveCount(0);
		await mark('GK02', morning, '2');
		await expect(organiser.getByText(m.turns_sheets({ locked: 2, of: 2 }))).toBeVisible();
	});

	await test.step('R155: the afternoon is marked without whoever sits in the morning', async () => {
		await perform();
		await expect(organiser.getByText(m.turns_sheets({ locked: 0, of: 1 }))).toBeVisible();
		const head = await people.asJudge('GK01');
		await head.goto(`/judge/${contest.id}?turn=${afternoon?.id}`);
		await expect(head.getByText(m.judge_submitted_all({ locked: 1, of: 1 }))).toBeVisible();
		await expect(head.getByText(afternoon?.number ?? '')).toHaveCount(0);
		await mark('GK02', afternoon, '3');
		await expect(organiser.getByText(m.turns_sheets({ locked: 1, of: 1 }))).toBeVisible();
	});

	await test.step('the result is that of the judges who count', async () => {
		await organiser.goto(`/organise/${contest.id}/results`);
		await expect(organiser.getByText(m.outcome_provisional())).toBeVisible();
		// Seven criteria of 50,00 in all: (21 + 14) / 2 = 17,5 is 35,00 of 100; 21 is 42,00. With the 7 of the shadow judge the first would be 28,00.
		for (const points of ['35,00', '42,00'])
			await expect(organiser.getByRole('row').getByText(points, { exact: true })).toHaveCount(2);
		await organiser.goto(`/organise/${contest.id}/decisions?do=missing-judge`);
		await expect(organiser.getByText(m.decide_no_sheet_missing())).toBeVisible();
		await expect(organiser.getByRole('button', { name: m.decide_preview() })).toHaveCount(0);
	});

	await test.step('R350: while a session is open certificates are drafts', async () => {
		await organiser.goto(`/organise/${contest.id}/papers/certificates?only=first`);
		await expect(organiser.getByText(m.paper_draft_unlocked())).toBeVisible();
		await expect(organiser.getByText(m.paper_draft_mark(), { exact: true })).toBeVisible();
	});

	await test.step('the head judge alone sees the shadow judge, beside the mean', async () => {
		const head = await people.asJudge('GK01');
		await head.goto(`/judge/${contest.id}/panel/tendencies`);
		const table = head.getByRole('region', { name: m.shadow_title({ judge: 'GK08' }) });
		const row = table.getByRole('row').filter({ hasText: '7,00' });
		await expect(row.getByText('17,50', { exact: true })).toBeVisible();
		await organiser.goto(`/organise/${contest.id}/papers/summary`);
		await expect(organiser.getByText('14,00', { exact: true })).toBeVisible();
		await expect(organiser.getByText('7,00', { exact: true })).toHaveCount(0);
	});
});
