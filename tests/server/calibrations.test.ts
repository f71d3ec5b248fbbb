// Trial marking on real Postgres: who marks, what nobody sees before it is closed, and that nothing of it is ever counted (R310, R311).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { computeResult } from '../../src/lib/contest/result/compute.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { readContestRecord } from '../../src/lib/server/stores/contest-record.ts';
import { readContest } from '../../src/lib/server/stores/contests.ts';
import { readDifferences } from '../../src/lib/server/stores/differences.ts';
import { readRecordInSql } from '../../src/lib/server/stores/shadow/record-in-sql.ts';
import { closeCalibration } from '../../src/lib/server/usecases/close-calibration.ts';
import { saveSample } from '../../src/lib/server/usecases/save-sample.ts';
import { setCalibration } from '../../src/lib/server/usecases/set-calibration.ts';
import { submitSample } from '../../src/lib/server/usecases/submit-sample.ts';
import { calibrationDesk } from '../../src/lib/server/views/calibration-desk.ts';
import { ownSamples } from '../../src/lib/server/views/own-samples.ts';
import { scoreSummary } from '../../src/lib/server/views/score-summary.ts';
import { callFirst, judgingContest, type JudgingContest } from './judging-contest.ts';
import { givePin, pin } from './lock-signed.ts';
import { ok } from './setup-world.ts';

let world: JudgingContest;
beforeAll(async () => {
	world = await judgingContest();
	// A sheet that counts, so that there is something trial marks could move.
	const { lockFull } = await callFirst(world);
	await lockFull(world.other);
});
afterAll(() => world.app.close());

const part = 'TT';
const set = (seat: StaffSeat, title: string, wish: object = {}) =>
	setCalibration(world.app, seat, {
		contestId: world.contestId,
		part,
		title,
		sample: 'https://phim.example/bai-mau',
		...wish
	});
const seen = async (seat: StaffSeat, id: string) => ok(await ownSamples(world.app, seat, world.contestId, id)).chosen!;
const led = async (seat: StaffSeat, id: string) =>
	ok(await calibrationDesk(world.app, seat, world.contestId)).calibrations.find((each) => each.id === id)!;

/** The criteria of the part, from the sheet itself. */
async function marksFor(seat: StaffSeat, id: string, lessSteps: number): Promise<Record<string, string>> {
	const { sheet } = await seen(seat, id);
	const criteria = sheet.parts.flatMap((each) => each.criteria);
	return Object.fromEntries(
		criteria.map(({ code, max, step }) => [code, String((max - lessSteps * step) / 100).replace('.', ',')])
	);
}

const save = (seat: StaffSeat, calibrationId: string, version: number, marks: Record<string, string>, more = {}) =>
	saveSample(world.app, seat, {
		contestId: world.contestId,
		calibrationId,
		version,
		marks,
		comments: { general: 'kín', private: 'riêng' },
		...more
	});

async function submit(seat: StaffSeat, calibrationId: string, version: number) {
	await givePin(world.app, seat.accountId);
	return submitSample(world.app, seat, { contestId: world.contestId, calibrationId, version, pin });
}

/** Everything that is counted or printed from marks, as text. */
async function counted(): Promise<string> {
	const db = world.fresh.database.drizzle;
	const contest = (await readContest(db, world.contestId))!;
	const record = await readContestRecord(db, contest);
	const { list } = await readDifferences(db, contest);
	const inSql = await readRecordInSql(db, world.contestId);
	// The end of the log, which tells of the trial, stands on the paper beside what is counted.
	const { log: _, ...summary } = ok(await scoreSummary(world.app, world.secretary, world.contestId, 'results:see'));
	return JSON.stringify([record, computeResult(record), list, inSql, summary]);
}

test('is set by the head judge or an organiser alone, of a part that judges mark, under a title of its own', async () => {
	for (const seat of [world.member, world.secretary])
		expect(await set(seat, 'Bài mẫu')).toMatchObject({ refused: 'access/not-allowed' });
	expect(await set(world.head, 'Bài mẫu', { part: 'KT' })).toMatchObject({ field: 'part' });
	expect(await set(world.head, 'Bài mẫu', { sample: ' ' })).toMatchObject({
		refused: 'input/not-valid',
		field: 'sample'
	});
	ok(await set(world.organiser, 'Bài mẫu'));
	expect(await set(world.head, 'Bài  mẫu')).toMatchObject({ refused: 'input/already-exists', field: 'title' });
});

test('R311 nobody sees a mark of another before the last sheet closes the trial, then the panel and the head judge do', async () => {
	const { calibrationId: id } = ok(await set(world.head, 'Mọi người nộp')).result;
	for (const [less, seat] of [world.head, world.member, world.other].entries()) {
		const marks = await marksFor(seat, id, less);
		expect(await save(seat, id, 7, marks)).toMatchObject({ refused: 'sheet/changed-elsewhere' });
		ok(await save(seat, id, 0, marks));
		for (const other of [world.head, world.member, world.other]) {
			const { spread, sheet } = await seen(other, id);
			expect(spread).toBeNull();
			expect(sheet.version > 0).toBe([world.head, world.member, world.other].indexOf(other) <= less);
		}
		for (const leader of [world.head, world.organiser]) {
			expect(await led(leader, id)).toMatchObject({ submitted: less, of: 3, spread: null });
			expect(JSON.stringify(await led(leader, id))).not.toContain('marks');
		}
		expect(ok(await submit(seat, id, 1)).result).toEqual({ isClosed: less === 2 });
	}
	for (const seat of [world.head, world.member, world.other]) {
		const { spread, state } = await seen(seat, id);
		expect(state).toBe('closed');
		expect(spread?.panels[0]?.judges.map(({ judge }) => judge)).toEqual(['GK01', 'GK02', 'GK03']);
		// Comments stay with who wrote them.
		expect(JSON.stringify(spread)).not.toMatch(/kín|riêng/);
	}
	expect((await led(world.head, id)).spread?.panels).toEqual((await seen(world.member, id)).spread?.panels);
	expect(await led(world.organiser, id)).toMatchObject({ closedBy: null, missing: [], spread: null });
	expect(await save(world.member, id, 1, {})).toMatchObject({ refused: 'calibration/closed' });
});

test('R311 the head judge closes it earlier, after the own sheet; the log tells who and no mark', async () => {
	const { calibrationId: id } = ok(await set(world.head, 'Kết thúc sớm')).result;
	const close = (seat: StaffSeat) =>
		closeCalibration(world.app, seat, { contestId: world.contestId, calibrationId: id });
	ok(await save(world.head, id, 0, await marksFor(world.head, id, 1)));
	expect(await close(world.head)).toMatchObject({ refused: 'calibration/own-first' });
	expect(await close(world.member)).toMatchObject({ refused: 'access/not-allowed' });
	ok(await submit(world.head, id, 1));
	expect(await save(world.head, id, 1, {})).toMatchObject({ refused: 'sheet/locked' });
	expect(await submit(world.member, id, 0)).toMatchObject({ refused: 'sheet/incomplete' });
	ok(await close(world.head));
	expect(await close(world.organiser)).toMatchObject({ refused: 'calibration/closed' });
	expect((await led(world.head, id)).spread?.panels[0]?.judges).toHaveLength(1);
	expect(await seen(world.other, id)).toMatchObject({ state: 'closed', sheet: { lockedAt: null } });
	const lines = await world.fresh.sql<{ kind: string; payload: object }[]>`
		select kind, payload from contest_event where payload ->> 'calibrationId' = ${id} order by sequence`;
	expect(lines.map(({ kind }) => kind)).toEqual(['calibration-set', 'calibration-submitted', 'calibration-closed']);
	expect(JSON.stringify(lines)).not.toMatch(/total|marks|Hash/);
});

test('a save is one however often it is sent, and a mark off the grid is refused', async () => {
	const { calibrationId: id } = ok(await set(world.head, 'Gửi lại')).result;
	const marks = await marksFor(world.member, id, 0);
	const operation = '0b0f8d7e-3c55-4a0e-9d4e-1f1b7a3c2d10';
	const once = ok(await save(world.member, id, 0, marks, { operation }));
	expect(await save(world.member, id, 0, marks, { operation })).toEqual(once);
	const [code = ''] = Object.keys(marks);
	expect(await save(world.member, id, 1, { [code]: '99' })).toMatchObject({ refused: 'sheet/mark-not-valid' });
});

test('R310 trial marks enter no record, result, difference, summary or recount', async () => {
	const before = await counted();
	const { calibrationId: id } = ok(await set(world.organiser, 'Không tính')).result;
	for (const seat of [world.head, world.member, world.other]) {
		ok(await save(seat, id, 0, await marksFor(seat, id, seat === world.head ? 4 : 0)));
		ok(await submit(seat, id, 1));
	}
	expect((await led(world.head, id)).spread?.panels[0]?.judges).toHaveLength(3);
	expect((await counted()) === before).toBe(true);
});

test.each([
	['a submitted sheet changes', 'update calibration_sheet set version = 9 where locked_at is not null'],
	['a sheet is given to another', 'update calibration_sheet set judge_id = uuidv7()'],
	['a sheet goes', 'delete from calibration_sheet'],
	[
		'a sheet of a closed trial changes',
		`update calibration_sheet s set version = 9 from calibration c
		where c.id = s.calibration_id and c.closed_at is not null`
	],
	['a closed trial opens again', 'update calibration set closed_at = null, closed_by = null, closed_by_account = null'],
	[
		'another sample is put in its place',
		`update calibration set closed_at = now(), sample = 'x' where closed_at is null`
	],
	['a trial goes', 'delete from calibration']
])('in the database, not even by its owner: %s', async (_, statement) => {
	await expect(world.fresh.owner.sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
});
