// Two differences between judges settled through the screens: one by talking it over, one by another judge's mark; then their minutes.
import { granted } from '../../src/cli/rehearsal/set-up.ts';
import { m } from '../../src/lib/paraglide/messages.js';
import { seatJudges } from '../../src/lib/server/usecases/seat-judges.ts';
import { auditContest } from '../../src/lib/server/views/audit.ts';
import { cardOf, note, previewOther, putForward, reviseAndReopen } from './consultation-steps.ts';
import { differingRules } from './differing-rules.ts';
import { expect, test } from './fixtures.ts';
import { fillSheet, holdDown, submitSheet } from './journey-steps.ts';
import { panelOf } from './panel.ts';

test('one difference is talked over, another is marked by a third judge, and the minutes say so', async ({
	house,
	asJudge,
	asOrganiser,
	asSecretary
}) => {
	const contest = await house.contest({ template: 'ba-phan' }).sample().rules(differingRules).keeping(2).lots();
	const seat = { contestId: contest.id, judge: 'GK07', panels: [] };
	granted(await seatJudges(house.app, contest.organiser, seat), 'seat of GK07');
	const panel = await panelOf(house.app, contest);
	const seated = panel.codes.filter((code) => code !== 'GK07');
	const [one, two] = await panel.turns();
	if (!one || !two) throw new Error('two in the running order');
	const [first, second] = [one.contestant.number, two.contestant.number];
	for (const { id } of [one, two]) {
		await panel.run(id, 'call', 'step-on-stage', 'start', 'end');
		for (const code of seated) {
			await panel.mark(code, id, code === 'GK02' ? (id === one.id ? 1 : 4) : 0);
			// The last sheet of the first contestant is still open.
			if (id !== one.id || code !== 'GK06') await panel.lock(code, id);
		}
	}

	const head = await asJudge('GK01');
	await head.goto(`/judge/${contest.id}`);
	const tab = head.getByRole('link', { name: m.consult_tab() });
	await expect(tab).toHaveText(`${m.consult_tab()} 1`);
	const organiser = await asOrganiser();
	await organiser.goto(`/organise/${contest.id}`);
	await expect(organiser.getByRole('link', { name: m.consult_flag({ count: 1 }) })).toBeVisible();

	await test.step('the last sheet brings the second one to everybody who may know, and to nobody else', async () => {
		const secretary = await asSecretary();
		await secretary.goto(`/secretary/${contest.id}`);
		await panel.lock('GK06', one.id);
		await expect(tab).toHaveText(`${m.consult_tab()} 2`);
		await expect(organiser.getByRole('link', { name: m.consult_flag({ count: 2 }) })).toBeVisible();
		await secretary.getByRole('link', { name: m.consult_flag({ count: 2 }) }).click();
		await expect(cardOf(secretary, first).getByText(m.consult_state_open(), { exact: true })).toBeVisible();
		await expect(secretary.getByRole('button', { name: m.consult_begin() })).toHaveCount(0);
	});

	const member = await asJudge('GK02');
	await test.step('the judges talk it over, one looks at the sheet again and signs anew', async () => {
		await tab.click();
		await expect(cardOf(head, first).getByRole('row', { name: /^GK02/ })).toContainText('−2,50');
		await reviseAndReopen(head, first, 'GK02');
		await expect(cardOf(head, first).getByRole('row', { name: /^GK02/ })).toContainText(m.consult_unsigned());
		await organiser.goto(`/organise/${contest.id}/papers`);
		await organiser.getByRole('button', { name: `${m.papers_open()}: ${m.papers_consultation()}` }).click();
		await expect(organiser.getByText(m.paper_draft_unsettled())).toBeVisible();
		await member.goto(`/judge/${contest.id}?turn=${one.id}`);
		for (const [code, mark] of Object.entries({ TT2: '15', TT3: '10' })) {
			await member.locator(`input[name="mark.${code}"]`).fill(mark);
			await member.locator(`input[name="mark.${code}"]`).press('Tab');
		}
		await submitSheet(member);
		await expect(cardOf(head, first).getByText(m.consult_state_settled(), { exact: true })).toBeVisible();
		await expect(tab).toHaveText(`${m.consult_tab()} 1`);
	});

	await test.step('another judge marks: put forward, confirmed by the organiser, marked, and it counts', async () => {
		await previewOther(head, second, 'GK07');
		await head.getByRole('button', { name: m.consult_back() }).click();
		await expect(cardOf(head, second).getByRole('radio', { checked: true })).toBeFocused();
		await expect(cardOf(head, second).getByLabel(m.consult_note())).toHaveValue(note);
		await cardOf(head, second).getByRole('button', { name: m.consult_preview() }).click();
		await putForward(head, second);
		const other = await asJudge('GK07');
		await other.goto(`/judge/${contest.id}`);
		await expect(other.getByText(m.judge_marks_nothing())).toBeVisible();
		await organiser.goto(`/organise/${contest.id}/decisions`);
		await holdDown(organiser.getByRole('button', { name: m.decide_confirm() }));
		await expect(organiser.getByText(m.decide_done_confirmed({ sequence: 1 }))).toBeVisible();
		await expect(cardOf(head, second).getByText(m.consult_state_marking(), { exact: true })).toBeVisible();
		await expect(other.getByText(m.judge_marks_nothing())).toHaveCount(0);
		await other.goto(`/judge/${contest.id}`);
		await fillSheet(other, '3');
		await submitSheet(other);
		await expect(head.getByText(m.consult_none())).toBeVisible();
		await expect(tab).toHaveText(m.consult_tab());
		// Seven criteria of 3,00 each are the panel's value now.
		await expect(cardOf(head, second).getByText('21,00').first()).toBeVisible();
	});

	await test.step('the minutes of both are on paper, before and after', async () => {
		await organiser.goto(`/organise/${contest.id}/papers`);
		await organiser.getByRole('button', { name: `${m.papers_open()}: ${m.papers_consultation()}` }).click();
		await organiser.emulateMedia({ media: 'print' });
		const minutes = organiser.getByRole('article');
		await expect(minutes).toHaveCount(2);
		await expect(organiser.getByText(m.paper_draft_mark(), { exact: true })).toHaveCount(0);
		for (const each of await minutes.all()) {
			await expect(each.getByRole('heading', { name: m.paper_consultation_heading() })).toBeVisible();
			await expect(each.getByText(note)).toBeVisible();
			await expect(each.getByText(/Nhật ký đến dòng \d+, mã kiểm tra/)).toBeVisible();
		}
		const panelRow = (at: number) => minutes.nth(at).getByRole('row', { name: m.paper_consultation_panel() });
		await expect(panelRow(0)).toContainText('49,50');
		await expect(panelRow(0)).toContainText('49,67');
		await expect(panelRow(1)).toContainText('48,00');
		await expect(panelRow(1)).toContainText('21,00');
		await expect(minutes.nth(1).getByText(/quyết định số 1/)).toBeVisible();
		await expect(minutes.nth(1).getByRole('row', { name: /^GK07 / })).toContainText('–');
	});
	expect((await auditContest(house.app, contest.id, [], [])).differing).toEqual([]);
});
