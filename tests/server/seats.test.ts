// Seats held for a session, and shadow judges, on real Postgres: desk, matrix, what may be saved, minutes and shadow agree (R155, R157).
import { afterEach, beforeEach, expect, test } from 'vitest';
import { computeResult } from '../../src/lib/contest/result/compute.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { readContestRecord } from '../../src/lib/server/stores/contest-record.ts';
import { readContest } from '../../src/lib/server/stores/contests.ts';
import { readContestMinutes } from '../../src/lib/server/stores/session-minutes.ts';
import { differences } from '../../src/lib/server/stores/shadow/differences.ts';
import { readRecordInSql } from '../../src/lib/server/stores/shadow/record-in-sql.ts';
import { shadowResult } from '../../src/lib/server/stores/shadow/shadow-result.ts';
import { lockSession } from '../../src/lib/server/usecases/lock-session.ts';
import { runTurn } from '../../src/lib/server/usecases/run-turn.ts';
import { saveScoresheet } from '../../src/lib/server/usecases/save-scoresheet.ts';
import { seatJudges } from '../../src/lib/server/usecases/seat-judges.ts';
import { blindTurns } from '../../src/lib/server/views/blind-turns.ts';
import { judgeDesk } from '../../src/lib/server/views/judge-desk.ts';
import { markingMatrix } from '../../src/lib/server/views/marking-matrix.ts';
import { panelTendencies } from '../../src/lib/server/views/panel-tendencies.ts';
import { fullMarks, judgingContest, type JudgingContest } from './judging-contest.ts';
import { lockSigned, pin } from './lock-signed.ts';
import { ok } from './setup-world.ts';

let world: JudgingContest;
beforeEach(async () => {
	world = await judgingContest();
	const titles = ['S1', 'S2'].map((code) => ({ code, title: { vi: code, en: code } }));
	await world.fresh.owner.sql`
		update contest set rules = jsonb_set(rules, '{stages,0,sessions}', ${JSON.stringify(titles)}::text::jsonb)`;
	await world.fresh.owner.sql`update turn set session = case when position = 1 then 'S1' else 'S2' end`;
});
afterEach(() => world.app.close());

const morning = { panel: 'BGK', sessions: ['S1'], clusters: [] };
const seat = (judge: string, limits: unknown[]) =>
	seatJudges(world.app, world.organiser, { contestId: world.contestId, judge, panels: ['BGK'], limits });

async function performed(): Promise<void> {
	const { app, organiser, contestId, turns } = world;
	for (const { id: turnId } of turns)
		for (const step of ['call', 'step-on-stage', 'start', 'end'])
			ok(await runTurn(app, organiser, { contestId, turnId, command: { do: step } }));
}

async function submit(by: StaffSeat, turnId: string) {
	const { app, contestId } = world;
	const marks = fullMarks(world);
	const saved = await saveScoresheet(app, by, { contestId, turnId, version: 0, marks, comments: {} });
	return 'refused' in saved ? saved : lockSigned(app, by, { contestId, turnId, version: saved.version });
}

async function agreement(): Promise<string[]> {
	const db = world.fresh.database.drizzle;
	const result = computeResult(await readContestRecord(db, (await readContest(db, world.contestId))!));
	return differences(result, await shadowResult(db, await readRecordInSql(db, world.contestId)));
}

test('R155 a seat held for one session: only its contestants are on the desk, awaited, and may be marked', async () => {
	expect(await seat('GK02', [{ ...morning, sessions: ['S9'] }])).toMatchObject({ refused: 'input/not-valid' });
	ok(await seat('GK02', [morning]));
	await performed();
	const desk = ok(await judgeDesk(world.app, world.member, world.contestId, null));
	expect(desk.turns.map(({ number, isMine }) => [number, isMine])).toEqual([['TS01', true]]);
	const matrix = ok(await markingMatrix(world.app, world.secretary, world.contestId));
	expect(matrix.rows.map(({ wanted }) => wanted)).toEqual([3, 2, 2]);
	const [first, second] = world.turns.map(({ id }) => id) as [string, string];
	ok(await submit(world.member, first));
	expect(await submit(world.member, second)).toMatchObject({ refused: 'sheet/not-to-mark' });
	for (const by of [world.head, world.other]) for (const { id } of world.turns) ok(await submit(by, id));
	expect(await agreement()).toEqual([]);
	const place = { contestId: world.contestId, stage: matrix.stage, session: 'S2', pin };
	ok(await lockSession(world.app, world.head, place));
	// Seated again without a word about limits, the judge keeps them.
	const kept = { contestId: world.contestId, judge: 'GK02', panels: ['BGK'] };
	ok(await seatJudges(world.app, world.organiser, kept));
	expect(ok(await judgeDesk(world.app, world.member, world.contestId, null)).turns).toHaveLength(1);
});

test('R157 a shadow judge marks blind, is not awaited, is in no result and no minutes, and the head judge sees it apart', async () => {
	await world.fresh.owner.sql`update judge set role = 'shadow' where code = 'GK03'`;
	await performed();
	const { app, contestId, other } = world;
	const desk = ok(await judgeDesk(app, other, contestId, null));
	expect(desk).toMatchObject({ marksNothing: false, judge: { isShadow: true }, sheet: { isMine: true } });
	expect((await blindTurns(world.fresh.database.drizzle, other, contestId)).size).toBe(3);
	for (const { id } of world.turns) for (const by of [world.head, world.member]) ok(await submit(by, id));
	const matrix = ok(await markingMatrix(app, world.secretary, contestId));
	expect([
		matrix.judges.map(({ code }) => code),
		matrix.rows.map(({ locked, wanted }) => `${locked}/${wanted}`)
	]).toEqual([
		['GK01', 'GK02'],
		['2/2', '2/2', '2/2']
	]);
	const before = await agreement();
	ok(await submit(other, world.turns[0]!.id));
	expect([before, await agreement()]).toEqual([[], []]);
	ok(await lockSession(app, world.head, { contestId, stage: matrix.stage, session: 'S1', pin }));
	const db = world.fresh.database.drizzle;
	const { sessions } = await readContestMinutes(db, (await readContest(db, contestId))!);
	expect(sessions[0]!.document.rows[0]!.sheets.map(({ judge }) => judge)).toEqual(['GK01', 'GK02']);
	const { shadows } = ok(await panelTendencies(app, world.head, contestId));
	expect(shadows.map(({ judge, sheets }) => [judge.code, sheets.map(({ number }) => number)])).toEqual([
		['GK03', ['TS01']]
	]);
	expect(shadows[0]!.sheets[0]!.total).toBe(shadows[0]!.sheets[0]!.mean);
});
