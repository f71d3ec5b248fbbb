// Points the organisers give, on real Postgres: kept, changed, taken back, refused, and final once published.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { givePoints } from '../../src/lib/server/usecases/give-points.ts';
import { placeContestant } from '../../src/lib/server/usecases/place-contestant.ts';
import { seatJudges } from '../../src/lib/server/usecases/seat-judges.ts';
import { givenDesk } from '../../src/lib/server/views/given-desk.ts';
import { ok, outsiders, setupWorld, type World } from './setup-world.ts';
import { stagedContest, type StagedContest } from './staged-contest.ts';

let world: World;
let contest: StagedContest;

beforeAll(async () => {
	world = await setupWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
	contest = await stagedContest(world);
});

describe('R112 points given by the organisers', () => {
	it('are kept in hundredths, comma or dot, with one line in the log for all that changed', async () => {
		expect(ok(await contest.give({ TS01: '38,5', TS02: '0', TS03: '40.00' }, 'Điểm danh ba buổi')).result.changed).toBe(
			3
		);
		expect(await contest.lastLine()).toMatchObject({
			kind: 'points-given',
			payload: {
				part: 'CC',
				given: [
					{ number: 'TS01', points: 3850, before: null, reason: 'Điểm danh ba buổi' },
					{ number: 'TS02', points: 0 },
					{ number: 'TS03', points: 4000 }
				]
			}
		});
		const desk = ok(await givenDesk(world.app, contest.organiser, contest.contestId, 'CC'));
		expect(desk.rows.map(({ number, points }) => [number, points])).toEqual([
			['TS01', 3850],
			['TS02', 0],
			['TS03', 4000],
			['TS04', null],
			['TS05', null],
			['TS06', null]
		]);
	});

	it('change with the points before in the log, are taken back by an empty field, and are no news when they are the same', async () => {
		ok(await contest.give({ TS01: '10' }));
		expect(ok(await contest.give({ TS01: '10,00' })).result.changed).toBe(0);
		ok(await contest.give({ TS01: '12' }));
		expect((await contest.lastLine()).payload).toMatchObject({
			given: [{ number: 'TS01', points: 1200, before: 1000 }]
		});
		ok(await contest.give({ TS01: ' ' }));
		expect((await contest.lastLine()).payload).toMatchObject({
			given: [{ number: 'TS01', points: null, before: 1200 }]
		});
		const desk = ok(await givenDesk(world.app, contest.secretary, contest.contestId, 'CC'));
		expect(desk.rows[0]?.points).toBeNull();
	});

	it.each(['40,01', '-1', '1,234', 'mười'])('%s is refused, and nothing of the same form is kept', async (text) => {
		expect(await contest.give({ TS01: '10', TS02: text })).toMatchObject({
			refused: 'points/out-of-range',
			details: { number: 'TS02', max: 40 }
		});
		const [kept] = await world.fresh
			.sql`select count(*)::int as n from given_points where contest_id = ${contest.contestId}`;
		expect(kept?.n).toBe(0);
	});

	it('of which somebody has seen an older state are refused to them, and told; the same again is no change', async () => {
		const ask = (points: string, version: number) =>
			givePoints(world.app, contest.organiser, {
				contestId: contest.contestId,
				part: 'CC',
				given: [{ contestantId: contest.people.get('TS01'), points, version }]
			});
		const versionOf = (answer: Awaited<ReturnType<typeof ask>>) =>
			ok(answer).result.versions[contest.people.get('TS01') ?? ''] ?? -1;
		world.setNow(Date.UTC(2026, 10, 24, 2, 0, 0));
		const first = versionOf(await ask('10', 0));
		world.setNow(Date.UTC(2026, 10, 24, 2, 0, 1));
		expect(versionOf(await ask('12,5', first))).toBe(first + 1000);
		expect(await ask('11', first)).toMatchObject({
			refused: 'points/changed-elsewhere',
			details: { number: 'TS01', now: { vi: '12,50 điểm', en: '12.50 points' } }
		});
		expect(await ask('', 0)).toMatchObject({ refused: 'points/changed-elsewhere' });
		// Sent again after a lost answer.
		expect(ok(await ask('12,5', first)).result.changed).toBe(0);
		expect(versionOf(await ask('', first + 1000))).toBe(0);
		expect(await ask('9', first + 1000)).toMatchObject({ details: { now: { vi: 'chưa có điểm' } } });
	});

	it('two people who change the same points at once: one of them is told', async () => {
		const both = await Promise.all(
			['10', '20'].map((points) =>
				givePoints(world.app, contest.organiser, {
					contestId: contest.contestId,
					part: 'CC',
					given: [{ contestantId: contest.people.get('TS01'), points, version: 0 }]
				})
			)
		);
		expect(both.filter((each) => 'refused' in each)).toMatchObject([{ refused: 'points/changed-elsewhere' }]);
	});

	it('only in parts that are given, only by organisers and secretaries', async () => {
		const given = [{ contestantId: contest.people.get('TS01'), points: '1', version: 0 }];
		const ask = { contestId: contest.contestId, part: 'TT', given };
		expect(await givePoints(world.app, contest.organiser, ask)).toMatchObject({ refused: 'input/not-found' });
		for (const [who, seat] of Object.entries(outsiders(world.founder, contest.contestId))) {
			const asked = await givePoints(world.app, seat, { ...ask, part: 'CC' });
			expect(asked, who).toHaveProperty('refused');
			expect(await givenDesk(world.app, seat, contest.contestId, 'CC'), who).toHaveProperty('refused');
		}
	});
});

describe('after the result was published', () => {
	it('neither given points nor panels nor groups change', async () => {
		const { contestId, organiser, people } = contest;
		await world.fresh.sql`update contest set published_at = now() where id = ${contestId}`;
		const refused = { refused: 'result/already-published' };
		expect(await contest.give({ TS01: '1' })).toMatchObject(refused);
		expect(await seatJudges(world.app, organiser, { contestId, judge: 'GK01', panels: [] })).toMatchObject(refused);
		const wish = { contestId, contestantId: people.get('TS01'), category: '', cluster: '', team: '' };
		expect(await placeContestant(world.app, organiser, { ...wish, mayWin: true, route: 'direct' })).toMatchObject(
			refused
		);
	});
});
