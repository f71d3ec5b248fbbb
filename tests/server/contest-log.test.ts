// The log as organisers read it: page by page, and what its lines are about.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../../src/lib/server/app.ts';
import { addStaff } from '../../src/lib/server/usecases/add-staff.ts';
import { checkInContestant } from '../../src/lib/server/usecases/check-in-contestant.ts';
import { removeStaff } from '../../src/lib/server/usecases/remove-staff.ts';
import { showStandings } from '../../src/lib/server/usecases/show-standings.ts';
import { contestLog } from '../../src/lib/server/views/contest-log.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';
import { appOver, makeContest, staff } from './results-data.ts';
import { ok } from './setup-world.ts';

let fresh: FreshDatabase;
let app: App;

beforeAll(async () => {
	fresh = await freshDatabase();
	app = appOver(fresh);
});
afterAll(async () => fresh.drop());

it('the log comes newest first, page by page', async () => {
	const made = await makeContest(fresh, { template: 'chi-trac-nghiem', seed: 69, people: 2 });
	const organiser = staff(made.contestId, 'organiser');
	for (let turn = 0; turn < 103; turn++)
		await showStandings(app, organiser, { contestId: made.contestId, to: 'contestants', shown: turn % 2 === 0 });
	const first = ok(await contestLog(app, organiser, made.contestId, null));
	expect([first.count, first.entries.length, first.entries[0]?.sequence, first.older]).toEqual([103, 100, 103, 4]);
	const second = ok(await contestLog(app, organiser, made.contestId, first.older));
	expect(second.entries.map(({ sequence }) => sequence)).toEqual([3, 2, 1]);
	expect(second).toMatchObject({ older: null, chain: { ok: true } });
});

it('the log says of people who were not there as what they were noted', async () => {
	const made = await makeContest(fresh, { template: 'chi-trac-nghiem', seed: 70, people: 2 });
	const organiser = staff(made.contestId, 'organiser');
	const contestantIds = made.people.map(({ id }) => id);
	for (const as of ['present', 'withdrawn'] as const)
		await checkInContestant(app, organiser, { contestId: made.contestId, contestantIds, as, reason: 'Bận việc' });
	const { entries } = ok(await contestLog(app, organiser, made.contestId, null));
	expect(entries.map(({ about }) => [about.people, about.attendance])).toEqual([
		[2, 'withdrawn'],
		[2, null]
	]);
});

it('the log names who was given a role, and the role, also after it was taken away', async () => {
	const { contestId } = await makeContest(fresh, { template: 'chi-trac-nghiem', seed: 71, people: 2 });
	const organiser = staff(contestId, 'organiser');
	const wish = { contestId, login: 'thu-ky-71', displayName: 'Lê Thị Thư', role: 'secretary' };
	const { accountId } = ok(await addStaff(app, organiser, wish));
	ok(await removeStaff(app, organiser, { contestId, accountId, role: 'secretary' }));
	const { entries } = ok(await contestLog(app, organiser, contestId, null));
	expect(entries.map(({ about }) => [about.person, about.role])).toEqual(Array(2).fill(['Lê Thị Thư', 'secretary']));
});
