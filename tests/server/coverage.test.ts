// R252: which units have entered contestants, as an organiser sees it, and units in the order of their tree.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { checkInContestant } from '../../src/lib/server/usecases/check-in-contestant.ts';
import { loadSample } from '../../src/lib/server/usecases/load-sample.ts';
import { setupPeople } from '../../src/lib/server/views/setup-people.ts';
import { ok, setupWorld, withRoles, type World } from './setup-world.ts';

let world: World;
let contestId: string;
let organiser: StaffSeat;
let secretary: StaffSeat;

beforeAll(async () => {
	world = await setupWorld();
	({ contestId, organiser } = await world.contest());
	secretary = withRoles(world.founder, contestId, ['secretary']);
	ok(await loadSample(world.app, organiser, { contestId }));
});
afterAll(() => world.close());

test('R252 are covered by whoever has not withdrawn; the block above them is not asked', async () => {
	const before = ok(await setupPeople(world.app, secretary, contestId)).coverage;
	expect([before.covered, before.missing.length]).toEqual([49, 13]);
	const [alone] = await world.fresh.sql<{ id: string; code: string; name: string; members: number }[]>`
		select c.id, u.code, u.name, u.members from contestant c join unit u on u.id = c.unit_id
		where c.contest_id = ${contestId} and not exists
			(select from contestant o where o.unit_id = u.id and o.id <> c.id) limit 1`;
	const gone = { contestId, contestantIds: [alone?.id], as: 'withdrawn', reason: 'Bị ốm' };
	ok(await checkInContestant(world.app, organiser, gone));
	const after = ok(await setupPeople(world.app, secretary, contestId)).coverage;
	expect(after.covered).toBe(48);
	expect(after.missing).toContainEqual({ code: alone?.code, name: alone?.name });
	expect(before.members - after.members).toBe(alone?.members);
});

test('are listed each behind the one above it', async () => {
	const { units } = ok(await setupPeople(world.app, secretary, contestId));
	expect(units.map(({ depth }) => depth)).toEqual([0, ...Array.from({ length: units.length - 1 }, () => 1)]);
});
