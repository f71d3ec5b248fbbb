// What the run sheet counts on real Postgres: nothing at first, the sample afterwards, lots and slips when they are made.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawLots } from '../../src/lib/server/usecases/draw-lots.ts';
import { freezeLots } from '../../src/lib/server/usecases/freeze-lots.ts';
import { issueSlips } from '../../src/lib/server/usecases/issue-slips.ts';
import { loadSample } from '../../src/lib/server/usecases/load-sample.ts';
import { readPreparation } from '../../src/lib/server/views/preparation.ts';
import { anonymous } from '../../src/lib/server/seat.ts';
import { ok, setupWorld, type World } from './setup-world.ts';

let world: World;

beforeAll(async () => {
	world = await setupWorld();
});
afterAll(() => world.close());

describe('the state of the preparations', () => {
	it('asks only for what the rules need, in the order of the work', async () => {
		const { contestId, organiser } = await world.contest('chi-trac-nghiem');
		const { steps, turnsLeft, hasUnits } = ok(await readPreparation(world.app, organiser, contestId));
		expect(steps.map(({ step }) => step)).toEqual(['contestants', 'questions', 'slips']);
		expect(steps.every(({ have, isReady }) => have === 0 && !isReady)).toBe(true);
		expect(turnsLeft).toBe(0);
		expect(hasUnits).toBe(false);
	});

	it('follows the sample, the lots and the slips', async () => {
		const { contestId, organiser } = await world.contest();
		const missing = async () =>
			ok(await readPreparation(world.app, organiser, contestId))
				.steps.filter(({ isReady }) => !isReady)
				.map(({ step }) => step);
		ok(await loadSample(world.app, organiser, { contestId }));
		expect(await missing()).toEqual(['order', 'slips']);
		ok(await freezeLots(world.app, organiser, { contestId, kind: 'order' }));
		ok(await drawLots(world.app, organiser, { contestId, kind: 'order', witnesses: [{ name: 'A', said: '7' }] }));
		ok(await issueSlips(world.app, organiser, { contestId, who: 'all' }));
		expect(await missing()).toEqual([]);
		expect(ok(await readPreparation(world.app, organiser, contestId))).toMatchObject({ turnsLeft: 54, hasUnits: true });
	});

	it('is for people with a role in the contest', async () => {
		const { contestId } = await world.contest();
		expect(await readPreparation(world.app, anonymous, contestId)).toMatchObject({ refused: expect.any(String) });
	});
});
