// What the head judge sees before a locked sheet is reopened: the result without it, or nothing while their own sheets are open.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import type { App } from '../../src/lib/server/app.ts';
import type { Seat } from '../../src/lib/server/seat.ts';
import { reopenPreview } from '../../src/lib/server/views/reopen-preview.ts';
import { readStandings } from '../../src/lib/server/views/standings.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';
import { appOver, makeContest, staff, storeRubrics, type MadeContest } from './results-data.ts';

let fresh: FreshDatabase;
let app: App;

beforeAll(async () => {
	fresh = await freshDatabase();
	app = appOver(fresh);
});
afterAll(() => fresh.drop());

/** The first judge is the head and signs in; the account is made for each contest. */
async function judged(seed: number, drafts = 0): Promise<{ made: MadeContest; head: Seat }> {
	const made = await makeContest(fresh, { template: 'ba-phan', seed, people: 4, judges: 3, drafts });
	await storeRubrics(app, made.contestId);
	const [account] = await fresh.sql<{ id: string }[]>`
		insert into account (login, display_name, password_hash) values (${`truong-${seed}`}, 'Lê Văn Trưởng', '') returning id`;
	const accountId = account?.id ?? '';
	await fresh.sql`update judge set account_id = ${accountId} where id = ${made.judges[0] ?? ''}`;
	return { made, head: { ...staff(made.contestId, 'head_judge'), accountId } as Seat };
}

it('R240 shows the result without the sheet, and changes nothing', async () => {
	const { made, head } = await judged(31);
	const sheet = { turnId: made.turns[0] ?? '', judgeId: made.judges[1] ?? '' };
	const before = await readStandings(app, made.contestId);
	const preview = await reopenPreview(app, head, made.contestId, sheet);
	if (isRefusal(preview)) throw new Error(preview.refused);
	expect(preview).toMatchObject({ number: 'TS01', judge: 'GK02' });
	const total = before?.tables[0]?.rows.find(({ number }) => number === 'TS01')?.total ?? 0;
	const written = `${Math.trunc(total / 100)},${String(total % 100).padStart(2, '0')}`;
	expect(preview.diff?.people[0]).toMatchObject({ contestant: 'TS01' });
	expect(preview.diff?.people[0]?.text.vi).toMatch(new RegExp(`^${written} → \\d+,\\d\\d`));
	expect(preview.diff?.arisen.map(({ kind }) => kind)).toEqual(['sheets', 'sheets', 'sheets']);
	expect(await readStandings(app, made.contestId)).toEqual(before);
});

it('R249 withholds it from a head judge with open sheets, and refuses drafts and everybody else', async () => {
	const { made, head } = await judged(32, 4);
	const [first = '', second = ''] = made.turns;
	const [own = '', other = ''] = made.judges;
	// The drafts are all sheets of the first turn and the head's own of the second.
	expect(await reopenPreview(app, head, made.contestId, { turnId: second, judgeId: other })).toMatchObject({
		diff: null
	});
	expect(await reopenPreview(app, head, made.contestId, { turnId: first, judgeId: own })).toMatchObject({
		refused: 'sheet/not-locked'
	});
	for (const role of ['organiser', 'secretary', 'judge'] as const)
		expect(
			await reopenPreview(app, staff(made.contestId, role), made.contestId, { turnId: second, judgeId: other })
		).toMatchObject({ refused: 'access/not-allowed' });
});
