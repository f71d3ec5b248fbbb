// What must hold when the day is over: every signed mark a row, once; the minutes say it all; the published totals are those of the ledger and of the shadow; the log holds.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { m } from '../../../src/lib/paraglide/messages.js';
import type { ResultDocument } from '../../../src/lib/contest/result-document.ts';
import { readContest } from '../../../src/lib/server/stores/contests.ts';
import { readEffectiveSheets } from '../../../src/lib/server/stores/sheets.ts';
import { auditContest } from '../../../src/lib/server/views/audit.ts';
import { note } from '../../browser/consultation-steps.ts';
import { expect } from '../../browser/fixtures.ts';
import { holdUntil } from '../../browser/journey-steps.ts';
import type { DayHall } from './day-hall.ts';
import { far, onPaper, recused, reopened, replaced, substitute, third } from './day-plan.ts';
import { sessions } from './day-rules.ts';
import { reasons } from './out-of-the-ordinary.ts';

const run = promisify(execFile);

/** By contestant and judge, as the ledger has them; more sheets than those would show as well. */
export async function everyMarkIsARow({ house, contest, ledger }: DayHall): Promise<number> {
	const stored = (await readEffectiveSheets(house.app.database.drizzle, contest.id))
		.map(({ judge, turnId, lockedAt, marks }) => ({ turnId, judge: judge.code, isSigned: lockedAt !== null, marks }))
		.filter(({ isSigned, marks }) => isSigned || Object.keys(marks).length > 0);
	const numbers = new Map(
		(
			await house.app.database.sql<{ id: string; number: string }[]>`
				select t.id, c.number from turn t join contestant c on c.id = t.contestant_id where t.contest_id = ${contest.id}`
		).map(({ id, number }) => [id, number])
	);
	const key = (each: { number: string; judge: string }) => `${each.number} ${each.judge}`;
	expect(stored.filter(({ isSigned }) => !isSigned)).toEqual([]);
	const rows = stored.map(({ turnId, judge, marks }) => ({ number: numbers.get(turnId) ?? '', judge, marks }));
	expect(rows.sort((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual(ledger.sheets());
	return rows.reduce((sum, { marks }) => sum + Object.keys(marks).length, 0);
}

/** Facts with names, one list for each session. */
export async function minutesSayItAll(hall: DayHall): Promise<void> {
	const { contest, named, organiser, plan, turns } = hall;
	const judge = (code: string) => named.get(code)!.title;
	const head = judge('GK01').slice(5);
	const turn = (at: number) => turns[at]!.name;
	const [one, two] = ['Lê Thị Thư', 'Trần Thị Hai'];
	const facts: string[][] = [
		[
			`${judge(recused)} tránh chấm ${turn(plan.recusalAt)}`,
			reasons.recusal,
			m.minutes_sheet_reopened({
				judge: judge(reopened),
				contestant: turn(plan.reopenedAt),
				by: head,
				reason: reasons.reopened,
				revision: 2
			})
		],
		[
			`${judge(substitute)} chấm thay ${judge(replaced)}, Buổi chiều`,
			reasons.substitute,
			...plan.paperAt.map((at) =>
				m.minutes_typed({ judge: judge(onPaper), contestant: turn(at), names: `${one} và ${two}` })
			),
			reasons.paper,
			m.minutes_typed_settled({ by: head, reason: reasons.settled }),
			`Hội ý về điểm của ${turn(plan.consultAt)}`,
			m.paper_consultation_revise({ names: judge(far) }),
			m.minutes_sheet_reopened({
				judge: judge(far),
				contestant: turn(plan.consultAt),
				by: head,
				reason: note,
				revision: 2
			})
		],
		[
			`${judge(substitute)} chấm thay ${judge(replaced)}, Buổi tối`,
			`Hội ý về điểm của ${turn(plan.thirdAt)}`,
			`Chênh lệch điểm của ${turn(plan.thirdAt)}, Thuyết trình: dùng phiếu của ${judge(third)}`
		]
	];
	for (const [at, { code }] of sessions.entries()) {
		await organiser.goto(`/organise/${contest.id}/papers/minutes?stage=HT&session=${code}`);
		await expect(organiser.getByRole('heading', { level: 1, name: m.minutes_paper_heading() })).toBeVisible();
		for (const fact of facts[at]!) await expect(organiser.getByText(fact).first(), fact).toBeVisible();
		await expect(organiser.locator('tbody').getByRole('row')).toHaveCount(plan.perSession);
		for (const name of [head, one]) await expect(organiser.getByText(name).first()).toBeVisible();
		await expect(organiser.getByText(m.minutes_void())).toHaveCount(0);
	}
}

export async function publish({ house, contest, organiser }: DayHall): Promise<ResultDocument> {
	const row = await readContest(house.app.database.drizzle, contest.id);
	await organiser.goto(`/organise/${contest.id}/results`);
	await expect(organiser.getByText(m.outcome_complete())).toBeVisible();
	await organiser.getByLabel(m.outcome_publish_name()).fill(row?.name ?? '');
	const done = organiser.getByRole('link', { name: m.outcome_published_link() });
	await holdUntil(organiser.getByRole('button', { name: m.outcome_publish_hold() }), done);
	const answer = await organiser.request.get(`/results/${contest.id}/document`);
	return (await answer.json()) as ResultDocument;
}

export async function totalsHold(hall: DayHall, published: ResultDocument): Promise<void> {
	const { house, contest, ledger, plan, turns } = hall;
	const told = Object.fromEntries((published.rankings[0]?.lines ?? []).map(({ number, total }) => [number, total]));
	expect(told).toEqual(ledger.totals({ number: turns[plan.thirdAt]!.number, judge: third }));
	expect((await auditContest(house.app, contest.id, [], [])).differing).toEqual([]);
	expect(published.minutes?.map(({ hands }) => hands.length)).toEqual([3, 3, 3]);
}

export async function logHolds({ house }: DayHall): Promise<void> {
	const env = { PATH: process.env.PATH, DATABASE_URL: house.app.databaseUrl };
	const { stdout } = await run('node_modules/.bin/node', ['src/cli/hoithi.ts', 'log', 'verify'], { env });
	expect(stdout).toMatch(/chain holds/);
}
