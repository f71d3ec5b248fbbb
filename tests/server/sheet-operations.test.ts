// A save that is sent again is one save, and a save over a copy the device has not seen is none (Show 2 of judging).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveScoresheet } from '../../src/lib/server/usecases/save-scoresheet.ts';
import { judgingContest, type JudgingContest } from './judging-contest.ts';
import { ok } from './setup-world.ts';

let world: JudgingContest;
beforeAll(async () => {
	world = await judgingContest();
});
afterAll(() => world.app.close());

const operation = (at: number) => `00000000-0000-4000-8000-00000000000${at}`;
const save = (over: number, named: number, marks: Record<string, string>) => {
	const { app, member, contestId, turns } = world;
	return saveScoresheet(app, member, {
		contestId,
		turnId: turns[0]!.id,
		version: over,
		operation: operation(named),
		marks,
		comments: {}
	});
};

test('the same save sent again, at once or later, is stored once; another over the same version is refused', async () => {
	const twice = await Promise.all([save(0, 1, { DC1: '1' }), save(0, 1, { DC1: '1' })]);
	expect(twice.map((saved) => ok(saved).version)).toEqual([1, 1]);
	expect(ok(await save(1, 2, { DC2: '2' })).version).toBe(2);
	expect(ok(await save(1, 2, { DC2: '2' })).version).toBe(2);
	// Its fields say what is stored, but it has not seen what the second save wrote.
	expect(await save(0, 1, { DC1: '1' })).toMatchObject({ refused: 'sheet/changed-elsewhere' });
	expect(await save(1, 3, { DC2: '2' })).toMatchObject({ refused: 'sheet/changed-elsewhere' });
	const [row] = await world.fresh.sql`select version, marks, operation from scoresheet`;
	expect(row).toEqual({ version: 2, marks: { DC1: 100, DC2: 200 }, operation: operation(2) });
});

test('the head judge hears of a refused device that holds other marks, until a version is saved after it', async () => {
	const refusedAt = async () =>
		(await world.fresh.sql`select refused_at from scoresheet`)[0]?.refused_at as Date | null;
	expect(await refusedAt()).toBeNull();
	expect(await save(1, 4, { DC2: '3' })).toMatchObject({ refused: 'sheet/changed-elsewhere' });
	expect(await refusedAt()).toBeInstanceOf(Date);
	expect(ok(await save(2, 5, { DC2: '3' })).version).toBe(3);
	expect(await refusedAt()).toBeNull();
});
