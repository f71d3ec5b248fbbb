// The official result on a real database: standings against the count in SQL, publication, hall, log.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '../../src/lib/contest/event-chain.ts';
import type { ContestRecord } from '../../src/lib/contest/record/record.ts';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { documentText } from '../../src/lib/contest/result-document.ts';
import { isJudged, type Part } from '../../src/lib/contest/rules/parts.ts';
import type { Rules } from '../../src/lib/contest/rules/rules.ts';
import type { App } from '../../src/lib/server/app.ts';
import { anonymous } from '../../src/lib/server/seat.ts';
import { readContest } from '../../src/lib/server/stores/contests.ts';
import { readPublication } from '../../src/lib/server/stores/publications.ts';
import { readContestRecord } from '../../src/lib/server/stores/contest-record.ts';
import { differences } from '../../src/lib/server/stores/shadow/differences.ts';
import { readRecordInSql } from '../../src/lib/server/stores/shadow/record-in-sql.ts';
import { shadowResult } from '../../src/lib/server/stores/shadow/shadow-result.ts';
import { directHall } from '../../src/lib/server/usecases/direct-hall.ts';
import { publishResult } from '../../src/lib/server/usecases/publish-result.ts';
import { showStandings } from '../../src/lib/server/usecases/show-standings.ts';
import { verifyLog } from '../../src/lib/server/usecases/verify-log.ts';
import { readStandings } from '../../src/lib/server/views/standings.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';
import { appOver, makeContest, staff, storeRubrics, type MadeContest, type Wish } from './results-data.ts';

let fresh: FreshDatabase;
let app: App;

beforeAll(async () => {
	fresh = await freshDatabase();
	app = appOver(fresh);
});
afterAll(async () => fresh.drop());

async function contestOf(wish: Wish): Promise<MadeContest> {
	const made = await makeContest(app, wish);
	await storeRubrics(app, made.contestId);
	return made;
}

async function versionOf(contestId: string): Promise<number> {
	return (await readContest(app.database.drizzle, contestId))?.version ?? 0;
}

async function publish(made: MadeContest, given: Partial<{ expectedVersion: number; confirmName: string }> = {}) {
	return publishResult(app, staff(made.contestId, 'organiser'), {
		contestId: made.contestId,
		expectedVersion: await versionOf(made.contestId),
		confirmName: made.name,
		...given
	});
}

const withParts = (change: (part: Part) => Part) => (rules: Rules) => ({
	...rules,
	stages: rules.stages.map((stage) => ({ ...stage, parts: stage.parts.map(change) }))
});
const speed = withParts((part) =>
	part.kind === 'quiz'
		? { ...part, scoring: { kind: 'speed', points: 200, leastShare: 40, fullWithinMs: 0, wrong: 0, blank: 0 } }
		: part
);
const trimmedProrata = withParts((part) => {
	if (!isJudged(part)) return part;
	const cost = { kind: 'linear', perMinute: 130, startedMinute: 'prorata' } as const;
	const place = { kind: 'criterion', criterion: 'TT6' } as const;
	return {
		...part,
		panels: part.panels.map((panel) => ({
			...panel,
			aggregation: { kind: 'trimmed', high: 1, low: 1, leastPanel: 5 }
		})),
		timing: part.timing && {
			...part.timing,
			leastMs: 520_000,
			penalty: { over: cost, under: cost, cap: 400, place }
		}
	};
});

describe('standings', () => {
	const wishes: (Wish & { title: string })[] = [
		{ title: 'outline, presentation, situation', template: 'ba-phan', seed: 11 },
		{ title: 'quiz and presentation', template: 'kien-thuc-thuyet-trinh', seed: 12 },
		{ title: 'quiz only', template: 'chi-trac-nghiem', seed: 13, people: 30 },
		{ title: 'speed-weighted points', template: 'kien-thuc-thuyet-trinh', seed: 14, rules: speed },
		{ title: 'trimmed panel, time taken off a criterion', template: 'ba-phan', seed: 15, rules: trimmedProrata },
		{ title: 'drafts that do not count', template: 'ba-phan', seed: 16, judges: 3, drafts: 8 }
	];
	it.each(wishes)('equal the count in SQL from the tables on: $title', async (wish) => {
		const made = await contestOf(wish);
		const db = app.database.drizzle;
		const standings = await readStandings(app, made.contestId);
		if (!standings) throw new Error('no standings');
		const record = await readRecordInSql(db, made.contestId);
		expect(differences(standings.result, await shadowResult(db, record))).toEqual([]);
		const rows = standings.tables[0]?.rows ?? [];
		expect(rows).toHaveLength(made.people.length);
		expect(new Set(rows.map(({ total }) => total)).size).toBeGreaterThan(3);
		expect(standings.isComplete).toBe(wish.drafts === undefined);
	});

	it('R190: the record is the same whether the product or SQL alone gathers it from the tables', async () => {
		const made = await contestOf({ template: 'kien-thuc-thuyet-trinh', seed: 17, people: 6, drafts: 2 });
		const contest = await readContest(app.database.drizzle, made.contestId);
		if (!contest) throw new Error('no contest');
		await fresh.sql`update contestant set category = 'A', team = 'Đội 1', may_win = false where number = 'TS02'`;
		await fresh.sql`insert into given_points (contest_id, part_code, contestant_id, points, reason)
			values (${made.contestId}, 'CC', ${made.people[0]?.id ?? ''}, 3500, 'chuyên cần')`;
		await fresh.sql`insert into decision (contest_id, sequence, content, reason, by, confirmed_by, made_at) values
			(${made.contestId}, 1, '{"kind": "void", "question": "C3"}', 'câu sai', 'A', 'B', '2026-07-20 01:00:00.123+00')`;
		const inOrder = (record: ContestRecord) =>
			Object.fromEntries(
				Object.entries(record).map(([key, value]) => [
					key,
					Array.isArray(value) ? value.map((each) => canonical(each)).sort() : canonical(value)
				])
			);
		const read = await readContestRecord(app.database.drizzle, contest);
		const gathered = await readRecordInSql(app.database.drizzle, made.contestId);
		const withoutBands = (record: ContestRecord): ContestRecord => ({
			...record,
			rubrics: record.rubrics.map(({ criteria, ...rubric }) => ({
				...rubric,
				criteria: criteria.map(({ code, name, min, max, step, weight, noteRequired }) => ({
					code,
					name,
					min,
					max,
					step,
					weight,
					noteRequired
				}))
			})),
			decisions: record.decisions.map((decision) => ({ ...decision, at: new Date(decision.at).toISOString() }))
		});
		expect(inOrder(withoutBands(gathered))).toEqual(inOrder(withoutBands(read)));
	});

	it('R57: name what is missing', async () => {
		const made = await contestOf({ template: 'ba-phan', seed: 21, people: 4, judges: 3, drafts: 4 });
		await fresh.sql`update turn set status = 'running', ended_at = null where id = ${made.turns[3] ?? ''}`;
		const standings = await readStandings(app, made.contestId);
		expect(standings?.result.missing).toEqual([
			{ kind: 'turns-ended', stage: 'HT', contestants: ['TS04'] },
			...['DC', 'TT', 'TH'].map((part) => ({
				kind: 'sheets',
				part,
				panel: 'BGK',
				count: 4,
				contestants: ['TS01', 'TS02']
			}))
		]);
	});

	it('do not wait for people who are absent', async () => {
		const made = await contestOf({ template: 'ba-phan', seed: 22, people: 4, judges: 3, drafts: 3 });
		await fresh.sql`update contestant set status = 'absent' where id = ${made.people[0]?.id ?? ''}`;
		const standings = await readStandings(app, made.contestId);
		expect(standings?.isComplete).toBe(true);
		expect(standings?.tables[0]?.rows.at(-1)).toMatchObject({ number: 'TS01', rank: null, awards: [] });
	});
});

describe('publishing', () => {
	it('R58: stores one document with its hash, makes it public and never lets it change', async () => {
		const made = await contestOf({ template: 'kien-thuc-thuyet-trinh', seed: 31 });
		const before = await readPublication(app.database.drizzle, made.contestId);
		expect(before).toBeNull();
		const published = await publish(made);
		if (isRefusal(published)) throw new Error(published.refused);

		const stored = await readPublication(app.database.drizzle, made.contestId);
		if (!stored) throw new Error('nothing was stored');
		const text = documentText(stored.document);
		expect(stored.hash).toBe(published.result.hash);
		expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(stored.hash);
		const [ranking] = stored.document.rankings;
		expect(ranking?.lines).toHaveLength(12);
		expect(ranking?.lines[0]).toMatchObject({ rank: 1, awards: [{ vi: 'Giải Nhất' }] });
		expect((await readContest(app.database.drizzle, made.contestId))?.publishedAt).not.toBeNull();

		await expect(fresh.sql`update publication set hash = 'x' where contest_id = ${made.contestId}`).rejects.toThrow(
			/only ever added/
		);
		await expect(fresh.sql`delete from publication where contest_id = ${made.contestId}`).rejects.toThrow(
			/only ever added/
		);
		expect(await publish(made)).toMatchObject({ refused: 'result/already-published' });
		expect(await verifyLog(app, made.contestId)).toMatchObject({ ok: true, count: 1 });
	});

	it('R57: is refused while anything is missing, and changes nothing', async () => {
		const made = await contestOf({ template: 'ba-phan', seed: 32, people: 3, judges: 3, drafts: 1 });
		const version = await versionOf(made.contestId);
		expect(await publish(made)).toMatchObject({
			refused: 'result/incomplete',
			details: { missing: 3, what: 'sheets, sheets, sheets' }
		});
		expect(await versionOf(made.contestId)).toBe(version);
		expect(await readPublication(app.database.drizzle, made.contestId)).toBeNull();
	});

	it('is refused to everybody but the organiser', async () => {
		const made = await contestOf({ template: 'chi-trac-nghiem', seed: 33, people: 3 });
		const given = { contestId: made.contestId, expectedVersion: 1, confirmName: made.name };
		for (const role of ['judge', 'head_judge', 'secretary', 'mc'] as const)
			expect(await publishResult(app, staff(made.contestId, role), given)).toMatchObject({
				refused: 'access/not-allowed'
			});
		expect(await publishResult(app, anonymous, given)).toMatchObject({ refused: 'access/sign-in-needed' });
		const other = staff('01890000-0000-7000-8000-0000000000ff', 'organiser');
		expect(await publishResult(app, other, given)).toMatchObject({ refused: 'access/not-allowed' });
	});

	it('is refused over a stale version, without the typed name, and with unknown fields', async () => {
		const made = await contestOf({ template: 'chi-trac-nghiem', seed: 34, people: 3 });
		expect(await publish(made, { expectedVersion: 99 })).toMatchObject({ refused: 'contest/moved-on' });
		expect(await publish(made, { confirmName: 'Hội thi khác' })).toMatchObject({
			refused: 'input/not-valid',
			field: 'confirmName'
		});
		expect(await publish(made, { force: true } as object)).toMatchObject({ refused: 'input/not-valid' });
	});

	it('happens once when two press at the same moment', async () => {
		const made = await contestOf({ template: 'chi-trac-nghiem', seed: 35, people: 3 });
		const answers = await Promise.all([publish(made), publish(made), publish(made)]);
		expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
	});
});

describe('the hall', () => {
	it('steps through the ceremony one place at a time, back as well, and takes it up where it was left', async () => {
		const made = await contestOf({ template: 'chi-trac-nghiem', seed: 41, people: 5 });
		const organiser = staff(made.contestId, 'organiser');
		const direct = (hall: object, seat = organiser) => directHall(app, seat, { contestId: made.contestId, hall });
		expect(await direct({ show: 'ceremony', step: 1 })).toMatchObject({ refused: 'input/not-valid' });
		expect(await direct({ show: 'ceremony', step: 0 }, staff(made.contestId, 'mc'))).toMatchObject({
			refused: 'access/not-allowed'
		});
		expect(await direct({ show: 'ceremony', step: 0 })).toMatchObject({ result: { show: 'ceremony', step: 0 } });
		expect(await direct({ show: 'ceremony', step: 1 }, staff(made.contestId, 'mc'))).toMatchObject({
			result: { step: 1 }
		});
		expect(await direct({ show: 'ceremony', step: 3 })).toMatchObject({ refused: 'input/not-valid' });
		expect(await direct({ show: 'ceremony', step: 2 })).toMatchObject({ result: { step: 2 } });
		expect(await direct({ show: 'ceremony', step: 1 })).toMatchObject({ result: { step: 1 } });
		expect(await direct({ show: 'blank' }, staff(made.contestId, 'mc'))).toMatchObject({ result: { show: 'blank' } });
		expect(await direct({ show: 'ceremony', step: 2 })).toMatchObject({ refused: 'input/not-valid' });
		expect(await direct({ show: 'ceremony', step: 1 })).toMatchObject({ result: { step: 1 } });
	});

	it('refuses the ceremony of an incomplete result, and everything to those who do not direct it', async () => {
		const made = await contestOf({ template: 'ba-phan', seed: 42, people: 3, judges: 3, drafts: 1 });
		const hall = { show: 'ceremony', step: 0 };
		expect(
			await directHall(app, staff(made.contestId, 'organiser'), { contestId: made.contestId, hall })
		).toMatchObject({ refused: 'result/incomplete' });
		for (const role of ['judge', 'head_judge', 'secretary'] as const)
			expect(
				await directHall(app, staff(made.contestId, role), { contestId: made.contestId, hall: { show: 'blank' } })
			).toMatchObject({ refused: 'access/not-allowed' });
	});

	it('shows standings only when the organiser says so, and hides them again', async () => {
		const made = await contestOf({ template: 'chi-trac-nghiem', seed: 43, people: 3 });
		const state = async () => {
			const contest = await readContest(app.database.drizzle, made.contestId);
			return [contest?.standingsShown, contest?.hall.show];
		};
		const organiser = staff(made.contestId, 'organiser');
		expect(await state()).toEqual([false, 'live']);
		await showStandings(app, organiser, { contestId: made.contestId, to: 'contestants', shown: true });
		await showStandings(app, organiser, { contestId: made.contestId, to: 'hall', shown: true });
		expect(await state()).toEqual([true, 'standings']);
		await showStandings(app, organiser, { contestId: made.contestId, to: 'hall', shown: false });
		await showStandings(app, organiser, { contestId: made.contestId, to: 'contestants', shown: false });
		expect(await state()).toEqual([false, 'live']);
		for (const role of ['judge', 'mc', 'secretary'] as const)
			expect(
				await showStandings(app, staff(made.contestId, role), { contestId: made.contestId, to: 'hall', shown: true })
			).toMatchObject({ refused: 'access/not-allowed' });
	});
});

describe('the log', () => {
	it('verifies, and names the first line that was tampered with', async () => {
		const made = await contestOf({ template: 'chi-trac-nghiem', seed: 51, people: 3 });
		const organiser = staff(made.contestId, 'organiser');
		for (const shown of [true, false, true, false])
			await showStandings(app, organiser, { contestId: made.contestId, to: 'contestants', shown });
		expect(await verifyLog(app, made.contestId)).toMatchObject({ ok: true, count: 4 });
		await expect(fresh.sql`update contest_event set kind = 'x' where contest_id = ${made.contestId}`).rejects.toThrow(
			/only ever added/
		);

		await fresh.sql`alter table contest_event disable trigger contest_event_is_append_only`;
		await fresh.sql`update contest_event set payload = '{"to":"contestants","shown":true}' where contest_id = ${made.contestId} and sequence = 2`;
		await fresh.sql`alter table contest_event enable trigger contest_event_is_append_only`;
		expect(await verifyLog(app, made.contestId)).toEqual({ ok: false, count: 4, firstBad: 2 });
	});

	it('names a line that was taken out', async () => {
		const made = await contestOf({ template: 'chi-trac-nghiem', seed: 52, people: 3 });
		for (const shown of [true, false, true])
			await showStandings(app, staff(made.contestId, 'organiser'), {
				contestId: made.contestId,
				to: 'contestants',
				shown
			});
		await fresh.sql`alter table contest_event disable trigger contest_event_is_append_only`;
		await fresh.sql`delete from contest_event where contest_id = ${made.contestId} and sequence = 2`;
		await fresh.sql`alter table contest_event enable trigger contest_event_is_append_only`;
		expect(await verifyLog(app, made.contestId)).toMatchObject({ ok: false, firstBad: 2 });
	});
});
