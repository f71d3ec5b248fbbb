// The official result on a real database: publication, hall, log.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { documentText } from '../../src/lib/contest/result-document.ts';
import type { App } from '../../src/lib/server/app.ts';
import { anonymous } from '../../src/lib/server/seat.ts';
import { readContest } from '../../src/lib/server/stores/contests.ts';
import { readPublication } from '../../src/lib/server/stores/publications.ts';
import { directHall } from '../../src/lib/server/usecases/direct-hall.ts';
import { publishResult } from '../../src/lib/server/usecases/publish-result.ts';
import { showStandings } from '../../src/lib/server/usecases/show-standings.ts';
import { verifyLog } from '../../src/lib/server/usecases/verify-log.ts';
import { hallSnapshot } from '../../src/lib/server/views/hall-snapshot.ts';
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
	const made = await makeContest(fresh, wish);
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

		await expect(
			fresh.owner.sql`update publication set hash = 'x' where contest_id = ${made.contestId}`
		).rejects.toThrow(/only ever added/);
		await expect(fresh.owner.sql`delete from publication where contest_id = ${made.contestId}`).rejects.toThrow(
			/only ever added/
		);
		expect(await publish(made)).toMatchObject({ refused: 'result/already-published' });
		// The publication is in the log; the sheets of this contest never were, and that is said.
		expect(await verifyLog(app, made.contestId)).toEqual({
			ok: false,
			count: 1,
			firstBad: null,
			sheet: { number: 'TS01', judge: 'GK01', revision: 1 },
			row: null
		});
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

	it('a blank projector leaves the master of ceremonies what is going on', async () => {
		const made = await contestOf({ template: 'ba-phan', seed: 44, people: 3, judges: 3 });
		const mc = staff(made.contestId, 'mc');
		const sceneOf = async (audience: 'screen' | 'mc') => {
			const seat = audience === 'mc' ? mc : staff(made.contestId, 'organiser');
			const snapshot = await hallSnapshot(app, seat, audience, made.contestId);
			return isRefusal(snapshot) ? snapshot : [snapshot.stage.scene.kind, snapshot.stage.isBlank];
		};
		const [before] = (await sceneOf('mc')) as [string, boolean];
		await directHall(app, mc, { contestId: made.contestId, hall: { show: 'blank' } });
		expect(await sceneOf('screen')).toEqual(['blank', true]);
		expect(await sceneOf('mc')).toEqual([before, true]);
		expect(before).not.toBe('blank');
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
		await expect(
			fresh.owner.sql`update contest_event set kind = 'x' where contest_id = ${made.contestId}`
		).rejects.toThrow(/only ever added/);

		await fresh.owner.sql`alter table contest_event disable trigger contest_event_is_append_only`;
		await fresh.owner
			.sql`update contest_event set payload = '{"to":"contestants","shown":true}' where contest_id = ${made.contestId} and sequence = 2`;
		await fresh.owner.sql`alter table contest_event enable trigger contest_event_is_append_only`;
		expect(await verifyLog(app, made.contestId)).toEqual({
			ok: false,
			count: 4,
			firstBad: 2,
			sheet: null,
			row: null
		});
	});

	it('names a line that was taken out', async () => {
		const made = await contestOf({ template: 'chi-trac-nghiem', seed: 52, people: 3 });
		for (const shown of [true, false, true])
			await showStandings(app, staff(made.contestId, 'organiser'), {
				contestId: made.contestId,
				to: 'contestants',
				shown
			});
		await fresh.owner.sql`alter table contest_event disable trigger contest_event_is_append_only`;
		await fresh.owner.sql`delete from contest_event where contest_id = ${made.contestId} and sequence = 2`;
		await fresh.owner.sql`alter table contest_event enable trigger contest_event_is_append_only`;
		expect(await verifyLog(app, made.contestId)).toMatchObject({ ok: false, firstBad: 2 });
	});
});
