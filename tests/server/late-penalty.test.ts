// What comes late and costs points, on real Postgres: announced, handed in, proposed by one and confirmed by another, and counted twice (R340–R343).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { vietnamTime } from '../../src/lib/contest/entries/entry.ts';
import { computeResult } from '../../src/lib/contest/result/compute.ts';
import type { DecisionContent } from '../../src/lib/contest/record/decision.ts';
import * as schema from '../../src/lib/server/database/schema.ts';
import type { Seat, StaffSeat } from '../../src/lib/server/seat.ts';
import { readContest } from '../../src/lib/server/stores/contests.ts';
import { readContestRecord } from '../../src/lib/server/stores/contest-record.ts';
import { readRecordInSql } from '../../src/lib/server/stores/shadow/record-in-sql.ts';
import { shadowResult } from '../../src/lib/server/stores/shadow/shadow-result.ts';
import { askForEntry } from '../../src/lib/server/usecases/ask-for-entry.ts';
import { chooseVersion } from '../../src/lib/server/usecases/choose-version.ts';
import { confirmDecision } from '../../src/lib/server/usecases/confirm-decision.ts';
import { handInEntry } from '../../src/lib/server/usecases/hand-in-entry.ts';
import { previewDecision } from '../../src/lib/server/usecases/preview-decision.ts';
import { proposeDecision } from '../../src/lib/server/usecases/propose-decision.ts';
import { decisionsDesk } from '../../src/lib/server/views/decisions-desk.ts';
import { entriesDesk } from '../../src/lib/server/views/entries-desk.ts';
import { ownEntries } from '../../src/lib/server/views/own-entries.ts';
import { callFirst, firstInstant, judgingContest, type JudgingContest } from './judging-contest.ts';
import { ok } from './setup-world.ts';

let world: JudgingContest;
let second: StaffSeat;
let requestId: string;
let people: string[];
/** 17:00 of the day before. */
const dueAt = firstInstant - 86_400_000;
const [date, time] = vietnamTime(dueAt).split(' ') as [string, string];
const due = `${date.split('/').reverse().join('-')}T${time}`;

beforeAll(async () => {
	world = await judgingContest();
	const db = world.fresh.database.drizzle;
	const account = { login: 'organiser2', displayName: 'Người thứ hai', passwordHash: '' };
	const [row] = await db.insert(schema.account).values(account).returning();
	const { contestId } = world;
	await db.insert(schema.membership).values({ contestId, accountId: row!.id, role: 'organiser' });
	second = { ...world.organiser, accountId: row!.id, name: 'Người thứ hai' };
	world.setTime(dueAt - 1000);
	({ requestId } = ok(await ask({})).result);
	people = (await desk()).rows.map(({ contestantId }) => contestantId);
});
afterAll(() => world.app.close());

function ask(changed: Record<string, unknown>) {
	return askForEntry(world.app, world.organiser, {
		...{ contestId: world.contestId, requestId: '', part: 'DC', title: 'Đề cương', note: '', kinds: ['pdf'] },
		...{ megabytes: 2, due, late: 'penalty', latePoints: '1,5', latePart: 'DC', isAnonymous: false, markBy: '' },
		...changed
	});
}
const desk = async () => ok(await entriesDesk(world.app, world.organiser, world.contestId));
const penaltyOf = async (number: string) =>
	(await desk()).rows.find((row) => row.number === number)!.entries[0]!.penalty;
async function handIn(who: number) {
	const bytes = new Blob([`%PDF-1.7\n${who}\n%%EOF`]);
	const given = { contestId: world.contestId, requestId, contestantId: people[who] };
	const file = { name: 'a.pdf', size: bytes.size, stream: bytes.stream() };
	return ok(await handInEntry(world.app, world.secretary, given, file)).result;
}
async function record() {
	const db = world.fresh.database.drizzle;
	return readContestRecord(db, (await readContest(db, world.contestId))!);
}
const waiting = async () =>
	computeResult(await record()).missing.flatMap((each) => (each.kind === 'late-entries' ? each.contestants : []));
const about = (contestant: string, points: number): DecisionContent => ({
	...{ kind: 'points', stage: 'HT', part: 'DC', contestant, points, lateEntry: requestId }
});
async function propose(content: DecisionContent, seat = world.organiser) {
	const given = { contestId: world.contestId, asked: { content }, reason: 'Nộp muộn 5 phút' };
	const preview = await previewDecision(world.app, seat, given);
	if ('refused' in preview) return preview;
	return proposeDecision(world.app, seat, { ...given, seen: preview.seen });
}
async function confirm(seat: StaffSeat) {
	const [open] = ok(await decisionsDesk(world.app, seat, world.contestId)).open;
	const given = { contestId: world.contestId, proposalId: open!.id, seen: open!.seen };
	return confirmDecision(world.app, seat, given);
}

test('R340 the price is a number of points above 0 of a part there is, and no more than its whole', async () => {
	for (const latePoints of ['', '0', '-1', '1,555', 'một', '1000'])
		expect(await ask({ requestId, latePoints })).toMatchObject({
			refused: 'entry/penalty-not-valid',
			field: 'latePoints'
		});
	expect(await ask({ requestId, latePart: 'XX' })).toMatchObject({ refused: 'input/not-valid', field: 'latePart' });
	expect((await desk()).asked[0]!.penalty).toMatchObject({ points: 150, part: 'DC' });
});

test('R340 a contact reads before handing in what it costs, and what was said then holds', async () => {
	const [unit] = await world.fresh.sql<{ id: string }[]>`select id from unit where contest_id = ${world.contestId}`;
	const contact: Seat = {
		...{ kind: 'contact', contactId: unit!.id, contestId: world.contestId, unitId: unit!.id, name: 'Đầu mối' }
	};
	expect(ok(await ownEntries(world.app, contact)).asked[0]).toMatchObject({
		late: 'penalty',
		penalty: { points: 150, partTitle: { vi: expect.any(String) as string } }
	});
	expect(await handIn(0)).toMatchObject({ isLate: false });
	world.setTime(dueAt + 300_000);
	expect([await handIn(0), await handIn(1)]).toMatchObject([{ isLate: true }, { isLate: true }]);
	ok(await ask({ requestId, latePoints: '2' }));
	expect(await handIn(2)).toMatchObject({ isLate: true });
	ok(await ask({ requestId, late: 'flag', latePoints: '', latePart: '' }));
	expect(await Promise.all(['TS01', 'TS02', 'TS03'].map(penaltyOf))).toMatchObject([
		{ points: 150, decidedBy: null },
		{ points: 150, decidedBy: null },
		{ points: 200, decidedBy: null }
	]);
});

test('R341 R342 it keeps the result from being official, and is no one’s once the version in time counts', async () => {
	expect(await waiting()).toEqual(['TS01', 'TS02', 'TS03']);
	const versions = (await desk()).rows.find(({ number }) => number === 'TS01')!.entries[0]!.versions;
	const inTime = { contestId: world.contestId, versionId: versions[1]!.id, reason: 'bản này mới đúng' };
	ok(await chooseVersion(world.app, world.organiser, inTime));
	expect(await waiting()).toEqual(['TS02', 'TS03']);
	ok(await chooseVersion(world.app, world.organiser, { ...inTime, versionId: versions[0]!.id }));
	expect(await waiting()).toEqual(['TS01', 'TS02', 'TS03']);
});

test('R343 one proposes what was announced or nothing, another confirms it, and it is decided once', async () => {
	expect(await propose(about('TS01', -100))).toMatchObject({ refused: 'input/not-valid', field: 'points' });
	ok(await propose(about('TS01', -150)));
	const shown = ok(await decisionsDesk(world.app, second, world.contestId));
	expect(shown.late.map(({ contestant, points, isProposed }) => [contestant, points, isProposed])).toEqual([
		['TS01', 150, true],
		['TS02', 150, false],
		['TS03', 200, false]
	]);
	expect(await confirm(world.organiser)).toMatchObject({ refused: 'decision/same-person' });
	expect(await waiting()).toEqual(['TS01', 'TS02', 'TS03']);
	ok(await confirm(second));
	ok(await propose(about('TS02', 0), second));
	ok(await confirm(world.organiser));
	expect(await waiting()).toEqual(['TS03']);
	expect(await propose(about('TS01', 0))).toMatchObject({ refused: 'decision/not-late' });
	expect(await Promise.all(['TS01', 'TS02'].map(penaltyOf))).toMatchObject([
		{ points: 150, decidedBy: 1 },
		{ points: 0, decidedBy: 2 }
	]);
});

test('the second count in SQL takes it off too', async () => {
	world.setTime(firstInstant);
	const { lockFull } = await callFirst(world);
	for (const seat of [world.head, world.member, world.other]) await lockFull(seat);
	const db = world.fresh.database.drizzle;
	const counted = computeResult(await record()).stages[0]!.rankings[0]!.places;
	const part = counted.find(({ contestant }) => contestant === 'TS01')!.score.parts.DC!;
	expect(part.notes.map(({ vi }) => vi)).toEqual(['Trừ 1,50 điểm: Nộp muộn 5 phút']);
	const recounted = await shadowResult(db, await readRecordInSql(db, world.contestId));
	expect(recounted.find(({ contestant }) => contestant === 'TS01')!.parts.DC).toBe(part.points);
});

test('what was announced is never changed on a version, and never half', async () => {
	const { sql } = world.fresh.owner;
	await expect(sql`update entry_version set late_points = null`).rejects.toMatchObject({ code: '42501' });
	await expect(sql`update entry_request set late = 'penalty'`).rejects.toMatchObject({ code: '23514' });
});
