// Drawing lots and planning rounds on real Postgres: same seed same order, nothing drawn twice.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listHash } from '../../src/lib/contest/lots.ts';
import { checkInContestant } from '../../src/lib/server/usecases/check-in-contestant.ts';
import { createRound } from '../../src/lib/server/usecases/create-round.ts';
import { discardRound } from '../../src/lib/server/usecases/discard-round.ts';
import { drawLots } from '../../src/lib/server/usecases/draw-lots.ts';
import { loadSample } from '../../src/lib/server/usecases/load-sample.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { ok, setupWorld, withRoles, type World } from './setup-world.ts';

let world: World;
let contestId: string;
let organiser: StaffSeat;
let secretary: StaffSeat;

beforeAll(async () => {
	world = await setupWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
	({ contestId, organiser } = await world.contest());
	secretary = withRoles(world.founder, contestId, ['secretary']);
	ok(await loadSample(world.app, organiser, { contestId }));
});

const contestantIds = async () =>
	(await world.fresh.sql`select id from contestant where contest_id = ${contestId} order by number`).map((row) =>
		String(row.id)
	);

describe('lots', () => {
	const order = async () =>
		(
			await world.fresh
				.sql`select c.number from turn t join contestant c on c.id = t.contestant_id where t.contest_id = ${contestId} order by t.position`
		).map((row) => String(row.number));

	it('same seed, same order; another seed, another', async () => {
		const one = ok(await drawLots(world.app, secretary, { contestId, kind: 'order', seed: '7 21 3' })).result;
		expect(await order()).toEqual(one.outcome);
		expect(one.listHash).toBe(listHash(one.list));
		expect(await drawLots(world.app, secretary, { contestId, kind: 'order', seed: '7 21 3' })).toMatchObject({
			refused: 'input/reason-needed'
		});
		const again = ok(
			await drawLots(world.app, secretary, { contestId, kind: 'order', seed: ' 7  21 3 ', reason: 'Thử lại' })
		).result;
		expect(again.outcome).toEqual(one.outcome);
		const other = ok(
			await drawLots(world.app, secretary, { contestId, kind: 'order', seed: '7 21 4', reason: 'Thử lại' })
		).result;
		expect(other.outcome).not.toEqual(one.outcome);
		expect(new Set(other.outcome).size).toBe(54);
	});

	it('are drawn over those who have come, when anybody has', async () => {
		const ids = (await contestantIds()).slice(0, 10);
		ok(await checkInContestant(world.app, secretary, { contestId, contestantIds: ids, as: 'present' }));
		expect(
			ok(await drawLots(world.app, secretary, { contestId, kind: 'order', seed: '1' })).result.outcome
		).toHaveLength(10);
		const all = ok(
			await drawLots(world.app, secretary, {
				contestId,
				kind: 'order',
				seed: '1',
				among: 'competing',
				reason: 'Đủ người'
			})
		);
		expect(all.result.outcome).toHaveLength(54);
	});

	it('situations go round without one coming back before the pile is used up', async () => {
		expect(await drawLots(world.app, secretary, { contestId, kind: 'situations', seed: '1' })).toMatchObject({
			refused: 'lots/nothing-to-draw'
		});
		ok(await drawLots(world.app, secretary, { contestId, kind: 'order', seed: '1' }));
		const drawn = ok(await drawLots(world.app, secretary, { contestId, kind: 'situations', seed: '9' })).result;
		const situations = drawn.outcome.map((line) => line.split(';')[1]);
		expect(situations).toHaveLength(54);
		for (let pile = 0; pile + 20 <= 54; pile += 20) expect(new Set(situations.slice(pile, pile + 20)).size).toBe(20);
		const [missing] = await world.fresh
			.sql`select count(*)::int as n from turn where contest_id = ${contestId} and situation_id is null`;
		expect(missing?.n).toBe(0);
		ok(await drawLots(world.app, secretary, { contestId, kind: 'topics', seed: '9' }));
		const topics = await world.fresh
			.sql`select count(*)::int as n from turn where contest_id = ${contestId} group by topic_id`;
		expect(
			Math.max(...topics.map((row) => Number(row.n))) - Math.min(...topics.map((row) => Number(row.n)))
		).toBeLessThanOrEqual(1);
	});

	it('stay as they are once somebody has been called', async () => {
		ok(await drawLots(world.app, secretary, { contestId, kind: 'order', seed: '1' }));
		await world.fresh.sql`update turn set status = 'called' where contest_id = ${contestId} and position = 1`;
		expect(
			await drawLots(world.app, secretary, { contestId, kind: 'order', seed: '2', reason: 'Thử lại' })
		).toMatchObject({
			refused: 'lots/already-drawn'
		});
	});

	it('need a seed', async () => {
		expect(await drawLots(world.app, secretary, { contestId, kind: 'order', seed: '  ' })).toMatchObject({
			refused: 'lots/seed-needed'
		});
	});
});

describe('rounds', () => {
	it('take each question once, and the questions of a discarded round come back', async () => {
		const pick = { kind: 'draw', seed: '5', count: 20 };
		const one = ok(
			await createRound(world.app, organiser, { contestId, partCode: 'KT', title: 'Vòng 1', pick })
		).result;
		const two = ok(
			await createRound(world.app, organiser, { contestId, partCode: 'KT', title: 'Vòng 2', pick })
		).result;
		expect(new Set([...one.codes, ...two.codes]).size).toBe(40);
		expect(
			await createRound(world.app, organiser, {
				contestId,
				partCode: 'KT',
				title: 'Vòng 3',
				pick: { kind: 'codes', codes: one.codes }
			})
		).toMatchObject({ refused: 'input/already-exists' });
		ok(await discardRound(world.app, organiser, { contestId, roundId: one.roundId }));
		const back = { kind: 'codes', codes: one.codes.slice(0, 3) };
		expect(
			ok(await createRound(world.app, organiser, { contestId, partCode: 'KT', title: 'Vòng 3', pick: back })).result
				.codes
		).toEqual(back.codes);
		await world.fresh.sql`update round set phase = 'lobby' where id = ${two.roundId}`;
		expect(await discardRound(world.app, organiser, { contestId, roundId: two.roundId })).toMatchObject({
			refused: 'round/not-now'
		});
	});

	it('need a quiz part', async () => {
		expect(
			await createRound(world.app, organiser, {
				contestId,
				partCode: 'TT',
				title: 'V',
				pick: { kind: 'draw', seed: '5', count: 2 }
			})
		).toMatchObject({ refused: 'input/not-found' });
	});
});
