// Drawing lots and planning rounds on real Postgres: same seed same order, nothing drawn twice.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commitmentOf, drawFrozen, faultsOf } from '../../src/lib/contest/drawing.ts';
import { checkInContestant } from '../../src/lib/server/usecases/check-in-contestant.ts';
import { createRound } from '../../src/lib/server/usecases/create-round.ts';
import { discardRound } from '../../src/lib/server/usecases/discard-round.ts';
import { drawLots } from '../../src/lib/server/usecases/draw-lots.ts';
import { freezeLots } from '../../src/lib/server/usecases/freeze-lots.ts';
import { loadSample } from '../../src/lib/server/usecases/load-sample.ts';
import { readEvents } from '../../src/lib/server/stores/events.ts';
import { setupLots } from '../../src/lib/server/views/setup-lots.ts';
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
	const saying = (...numbers: string[]) => numbers.map((said, at) => ({ name: `Đại biểu ${at + 1}`, said }));
	const freeze = (more: Record<string, unknown> = {}) =>
		freezeLots(world.app, secretary, { contestId, kind: 'order', ...more });
	const draw = (...numbers: string[]) =>
		drawLots(world.app, secretary, { contestId, kind: 'order', witnesses: saying(...numbers) });
	const eventsOf = async (kind: string) =>
		(await readEvents(world.app.database.drizzle, contestId)).filter((event) => event.kind === kind);

	it('R64: a contest whose judges mark nothing has no turns to draw', async () => {
		const quiz = await world.contest('chi-trac-nghiem');
		ok(await loadSample(world.app, quiz.organiser, { contestId: quiz.contestId }));
		expect(await freezeLots(world.app, quiz.organiser, { contestId: quiz.contestId, kind: 'order' })).toMatchObject({
			refused: 'lots/no-stage'
		});
	});

	it('R64, R65: the list is published first, then the witnesses speak, and anyone can recompute the draw', async () => {
		expect(await draw('7', '21', '3')).toMatchObject({ refused: 'lots/not-frozen' });
		const { list, commitment } = ok(await freeze()).result;
		expect(commitment).toBe(commitmentOf(list));
		expect((await eventsOf('lots-frozen')).at(-1)?.payload).toMatchObject({ draw: 'order', commitment, items: 54 });
		expect(await order()).toEqual([]);
		const drawn = ok(await draw('7', '21', '3')).result;
		expect(drawn).toEqual(drawFrozen(list, saying('7', '21', '3'), null));
		expect(faultsOf(drawn)).toEqual([]);
		expect(await order()).toEqual(drawn.result.map(({ id }) => id));
		expect((await eventsOf('lots-drawn')).at(-1)?.payload).toMatchObject({ commitment, seed: drawn.seed });
	});

	it('R67: one list is drawn once; again only from a list frozen anew with a reason, and the old draw stays', async () => {
		ok(await freeze());
		const first = ok(await draw('7')).result;
		expect(await draw('8')).toMatchObject({ refused: 'lots/not-frozen' });
		expect(await freeze()).toMatchObject({ refused: 'input/reason-needed', field: 'reason' });
		ok(await freeze({ reason: 'Loa hỏng, đại biểu không nghe rõ' }));
		const second = ok(await draw('8')).result;
		expect(second.redrawReason).toBe('Loa hỏng, đại biểu không nghe rõ');
		const { draws, lots } = ok(await setupLots(world.app, secretary, contestId));
		expect(draws.map((each) => each.draw)).toEqual([first, second]);
		expect(lots.map(({ kind, drawn }) => [kind, drawn?.draw])).toEqual([['order', second]]);
		expect(await order()).toEqual(second.result.map(({ id }) => id));
	});

	it('R64: a list that has changed since it was frozen is not drawn', async () => {
		ok(await freeze());
		const [one = ''] = await contestantIds();
		ok(
			await checkInContestant(world.app, secretary, {
				contestId,
				contestantIds: [one],
				as: 'withdrawn',
				reason: 'Ốm'
			})
		);
		expect(await draw('7')).toMatchObject({ refused: 'lots/list-changed' });
		expect(await order()).toEqual([]);
		ok(await freeze({ reason: 'Một thí sinh rút' }));
		expect(ok(await draw('7')).result.result).toHaveLength(53);
	});

	it('are drawn over those who have come, when anybody has; who comes later changes the list', async () => {
		const ids = (await contestantIds()).slice(0, 11);
		ok(await checkInContestant(world.app, secretary, { contestId, contestantIds: ids.slice(0, 10), as: 'present' }));
		expect(ok(await freeze()).result.list.items).toHaveLength(10);
		ok(await checkInContestant(world.app, secretary, { contestId, contestantIds: ids.slice(10), as: 'present' }));
		expect(await draw('1')).toMatchObject({ refused: 'lots/list-changed' });
		ok(await freeze({ among: 'competing', reason: 'Đủ người' }));
		expect(ok(await draw('1')).result.result).toHaveLength(54);
	});

	it('R66: a kept place is kept, and one that is not there is refused', async () => {
		for (const slots of [
			[{ number: 'TS05', place: 55 }],
			[{ number: 'TS99', place: 1 }],
			['TS05', 'TS06'].map((number) => ({ number, place: 1 })),
			[1, 2].map((place) => ({ number: 'TS05', place }))
		])
			expect(await freeze({ slots })).toMatchObject({ refused: 'lots/slot-not-possible', field: 'slots' });
		ok(await freeze({ slots: [{ number: 'TS05', place: 54 }] }));
		expect(ok(await draw('7')).result.result.at(-1)).toEqual({ id: 'TS05', ticket: null });
	});

	it('R62: situations go round; a new running order changes the list they are drawn from', async () => {
		const situations = (more = {}) => freezeLots(world.app, secretary, { contestId, kind: 'situations', ...more });
		const drawSituations = () =>
			drawLots(world.app, secretary, { contestId, kind: 'situations', witnesses: saying('9') });
		expect(await situations()).toMatchObject({ refused: 'lots/nothing-to-draw' });
		ok(await freeze());
		ok(await draw('1'));
		ok(await situations());
		ok(await freeze({ reason: 'Thử lại' }));
		ok(await draw('2'));
		expect(await drawSituations()).toMatchObject({ refused: 'lots/list-changed' });
		ok(await situations({ reason: 'Thứ tự mới' }));
		const tickets = ok(await drawSituations()).result.result.map(({ ticket }) => ticket);
		for (let pile = 0; pile + 20 <= 54; pile += 20) expect(new Set(tickets.slice(pile, pile + 20)).size).toBe(20);
		const given = await world.fresh
			.sql`select s.code from turn t join situation s on s.id = t.situation_id where t.contest_id = ${contestId} order by t.position`;
		expect(given.map((row) => String(row.code))).toEqual(tickets);
	});

	it('stay as they are once somebody has been called', async () => {
		ok(await freeze());
		ok(await draw('1'));
		await world.fresh.sql`update turn set status = 'called' where contest_id = ${contestId} and position = 1`;
		expect(await freeze({ reason: 'Thử lại' })).toMatchObject({ refused: 'lots/already-drawn' });
		expect(await draw('2')).toMatchObject({ refused: 'lots/already-drawn' });
	});

	it('need a witness with a name and a number', async () => {
		ok(await freeze());
		for (const witnesses of [[], [{ name: ' ', said: '7' }], [{ name: 'A', said: 'bảy' }], [{ name: 'A', said: '' }]])
			expect(await drawLots(world.app, secretary, { contestId, kind: 'order', witnesses })).toMatchObject({
				refused: 'lots/witness-needed'
			});
	});

	it('R67: nobody can change what was frozen and drawn', async () => {
		ok(await freeze());
		ok(await draw('1'));
		await expect(world.fresh.owner.sql`update frozen_list set commitment = ''`).rejects.toThrow('only ever added');
		await expect(world.fresh.owner.sql`delete from drawing`).rejects.toThrow('only ever added');
	});
});

describe('rounds', () => {
	it('R89: take each question once, and the questions of a discarded round come back', async () => {
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
		await expect(
			world.fresh.owner.sql`update round_question set question_id = (
				select question_id from round_question where round_id <> ${two.roundId} limit 1) where round_id = ${two.roundId} and position = 0`
		).rejects.toThrow('round_question_once');
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
