// A judge who is replaced, and who marks instead without a seat in the panel: what each finds on the tablet, and the matrix.
import { m } from '../../src/lib/paraglide/messages.js';
import { granted } from '../../src/cli/rehearsal/set-up.ts';
import { seatJudges } from '../../src/lib/server/usecases/seat-judges.ts';
import { storeDecision } from '../server/store-decision.ts';
import { expect, test } from './fixtures.ts';
import { inspectPage } from './inspect-page.ts';
import { fillSheet, pressNext, submitSheet } from './journey-steps.ts';

test('the substitute marks, the replaced judge is told why not, the matrix waits for the substitute', async ({
	house,
	people
}) => {
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(2).lots();
	granted(
		await seatJudges(house.app, contest.organiser, { contestId: contest.id, judge: 'GK07', panels: [] }),
		'seat of GK07'
	);
	const substitute = await people.asJudge('GK07');
	await substitute.goto(`/judge/${contest.id}`);
	await expect(substitute.getByText(m.judge_marks_nothing())).toBeVisible();
	const decided = { kind: 'substitute', judge: 'GK02', substitute: 'GK07', session: null } as const;
	await storeDecision(house.app.database.sql, contest.id, decided);

	const organiser = await people.asOrganiser();
	await organiser.goto(`/organise/${contest.id}/stage`);
	await pressNext(organiser, m.turns_call());
	await pressNext(organiser, m.turns_step_on_stage());
	// News of the call brings the sheet by itself.
	await expect(substitute.getByText(m.judge_marks_nothing())).toHaveCount(0);
	await substitute.goto(`/judge/${contest.id}`);

	const replaced = await people.asJudge('GK02');
	await replaced.goto(`/judge/${contest.id}`);
	await expect(replaced.getByText(m.judge_not_mine_title())).toBeVisible();
	for (const [width, height] of [
		[360, 640],
		[820, 1180],
		[1366, 768],
		[1920, 1080]
	] as const) {
		await replaced.setViewportSize({ width, height });
		expect(await inspectPage(replaced, 'vi', true), `${width}`).toEqual([]);
	}

	await fillSheet(substitute, '1');
	await submitSheet(substitute);
	const secretary = await people.asSecretary();
	await secretary.goto(`/secretary/${contest.id}`);
	const row = secretary.getByRole('row').filter({ hasText: m.judge_on_stage() });
	await expect(row.getByRole('cell', { name: '1/6' })).toBeVisible();
	await expect(row.getByText(m.board_replaced())).toHaveCount(1);
});
