// What goes otherwise on the day, each as the people concerned do it on their own pages.
import type { Page } from '@playwright/test';
import { paperCode } from '../../../src/lib/contest/paper-sheet.ts';
import { formatPoints } from '../../../src/lib/contest/points.ts';
import { m } from '../../../src/lib/paraglide/messages.js';
import { cardOf, previewOther, putForward, reviseAndReopen } from '../../browser/consultation-steps.ts';
import { expect, type People } from '../../browser/fixtures.ts';
import { isSaved, reopenSheet, submitSheet } from '../../browser/journey-steps.ts';
import { field, finish, moveSheet, typeAll } from '../../browser/paper-steps.ts';
import type { Line } from '../../browser/weak-line.ts';
import { confirm, mark, openTablet, sign, toDesk, type DayHall, type Turn } from './day-hall.ts';
import { cutOff, far, onPaper, reopened, third, type SheetMarks } from './day-plan.ts';
import { enter, isAtSheet, openFromList, texts } from './sheet-entry.ts';

export const reasons = {
	recusal: 'Giám khảo cùng đơn vị với thí sinh',
	substitute: 'Giám khảo đi công tác từ buổi chiều',
	paper: 'Máy tính bảng hết pin giữa buổi',
	settled: 'Đã đối chiếu với phiếu gốc',
	reopened: 'Nhập nhầm một tiêu chí'
};

/** Marks without a network, the counter says how many wait. */
export async function markCutOff(
	hall: DayHall,
	code: string,
	turn: Turn,
	marks: SheetMarks,
	waiting: number
): Promise<void> {
	const page = hall.judges.get(code)!;
	await openFromList(page, turn.number);
	await enter(page, hall.criteria, marks, 'typing');
	await expect(page.getByText(m.judge_waiting_marks({ count: waiting }), { exact: true })).toBeVisible();
}

/** The network is back: what waited is stored without any sheet being opened, then each is signed. */
export async function returnAll(
	hall: DayHall,
	lines: Map<string, Line>,
	turns: Turn[],
	positions: number[]
): Promise<void> {
	await Promise.all(
		cutOff.map(async (code) => {
			const page = hall.judges.get(code)!;
			await lines.get(code)!.mend();
			await expect(page.getByText(m.common_connected())).toBeAttached();
			await expect(page.getByText(/điểm chờ gửi/)).toHaveCount(0);
			for (const [at, turn] of turns.entries()) {
				const marks = hall.plan.marks(positions[at]!, code);
				expect(await storedDraft(hall, turn, code), `${code} ${turn.number}`).toEqual(marks);
				await openFromList(page, turn.number);
				await sign(hall, code, turn, marks);
			}
		})
	);
}

async function storedDraft({ house, named }: DayHall, turn: Turn, code: string): Promise<SheetMarks | undefined> {
	const [row] = await house.app.database.sql<{ marks: SheetMarks }[]>`
		select marks from scoresheet where turn_id = ${turn.id} and judge_id = ${named.get(code)!.id}
		order by revision desc limit 1`;
	return row?.marks;
}

/** The judge has begun on the screen, the first time, and goes over to paper. */
export async function goOverToPaper(hall: DayHall, turn: Turn, marks: SheetMarks, isFirst: boolean): Promise<void> {
	const page = hall.judges.get(onPaper)!;
	await isAtSheet(page, turn.number);
	if (isFirst) {
		await enter(page, hall.criteria.slice(0, 2), marks, 'typing');
		await isSaved(page);
	}
	await moveSheet(page, m.paper_judge_to(), reasons.paper);
	await expect(page.getByText(m.paper_judge_on(), { exact: true })).toBeVisible();
}

/** Two type it, neither seeing the other's; where the second misread a mark, the head judge chooses the first's. */
export async function typePaper(hall: DayHall, turn: Turn, marks: SheetMarks, isMisread: boolean): Promise<void> {
	const { contest, criteria, head, named, secretaries, ledger } = hall;
	const code = paperCode(turn.id, named.get(onPaper)!.id);
	const [{ code: criterion, step }] = criteria as [(typeof criteria)[0]];
	const misread = { ...marks, ...(isMisread && { [criterion]: marks[criterion]! + step }) };
	const outcomes = [
		m.paper_entry_outcome_first({ code }),
		isMisread ? m.paper_entry_outcome_differs({ code, criteria: criterion }) : m.paper_entry_outcome_confirmed({ code })
	];
	for (const [at, secretary] of secretaries.entries()) {
		await secretary.goto(`/secretary/${contest.id}/papers/${code}`);
		await typeAll(secretary, texts(at === 0 ? marks : misread));
		await finish(secretary).click();
		await expect(secretary.getByText(outcomes[at]!)).toBeVisible();
	}
	if (isMisread) {
		await head.goto(`/judge/${contest.id}/papers`);
		await head.getByRole('radio', { name: new RegExp(formatPoints(marks[criterion]!)) }).check();
		await head.getByLabel(m.turns_reason()).fill(reasons.settled);
		await head.getByRole('button', { name: m.paper_differ_settle() }).click();
		await expect(head.getByText(m.paper_differ_none(), { exact: true })).toBeVisible();
		await toDesk(head, contest);
	}
	ledger.sign(turn.number, onPaper, marks);
}

/** The head judge opens it, its judge changes one mark and signs again. */
export async function reopenAndSign(hall: DayHall, turn: Turn, marks: SheetMarks): Promise<void> {
	const { contest, head } = hall;
	const again = { judge: reopened, number: turn.number, reason: reasons.reopened };
	await reopenSheet(head, contest.id, again);
	const page = await backToSheet(hall, reopened, turn);
	const [{ code, step }] = hall.criteria as [(typeof hall.criteria)[0]];
	await field(page, code).fill(formatPoints(marks[code]! + step, 'vi', 0));
	await field(page, code).press('Tab');
	await isSaved(page);
	await submitSheet(page);
	hall.ledger.sign(turn.number, reopened, { ...marks, [code]: marks[code]! + step });
	await toDesk(head, contest);
}

/** Hội ý: the judge who is far looks at the sheet again. */
export async function talkOver(hall: DayHall, turn: Turn, revised: SheetMarks): Promise<void> {
	const { contest, head, criteria } = hall;
	await head.goto(`/judge/${contest.id}/differences`);
	await reviseAndReopen(head, turn.number, far);
	const page = await backToSheet(hall, far, turn);
	await enter(page, criteria, revised, 'typing');
	await isSaved(page);
	await submitSheet(page);
	hall.ledger.sign(turn.number, far, revised);
	await expect(cardOf(head, turn.number).getByText(m.consult_state_settled(), { exact: true })).toBeVisible();
	await toDesk(head, contest);
}

/** Another judge marks: put forward by the head judge, confirmed by the organiser, and that mark replaces the panel's. */
export async function askThird(hall: DayHall, people: People, turn: Turn, marks: SheetMarks): Promise<void> {
	const { contest, head, organiser, judges } = hall;
	await head.goto(`/judge/${contest.id}/differences`);
	await previewOther(head, turn.number, third);
	await putForward(head, turn.number);
	await confirm(hall, organiser);
	judges.set(third, await openTablet(people, contest, third));
	await mark(hall, third, turn, marks);
	await sign(hall, third, turn, marks);
	await expect(head.getByText(m.consult_none())).toBeVisible();
	await toDesk(head, contest);
	await judges.get(third)!.context().close();
	judges.delete(third);
}

async function backToSheet(hall: DayHall, code: string, { number }: Turn): Promise<Page> {
	const page = hall.judges.get(code)!;
	await openFromList(page, number);
	await expect(page.getByText(m.judge_reopened())).toBeVisible();
	return page;
}
