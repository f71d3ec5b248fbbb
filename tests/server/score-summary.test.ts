// The score summary on paper: what each judge gave, what the parts add up to, and each place.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import type { App } from '../../src/lib/server/app.ts';
import { lockSession } from '../../src/lib/server/usecases/lock-session.ts';
import { publishResult } from '../../src/lib/server/usecases/publish-result.ts';
import { rankingPaper } from '../../src/lib/server/views/ranking-paper.ts';
import { awardWinners } from '../../src/lib/server/views/award-winners.ts';
import { resultPreview } from '../../src/lib/server/views/result-preview.ts';
import { scoreSummary } from '../../src/lib/server/views/score-summary.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';
import { givePin, pin } from './lock-signed.ts';
import { appOver, lockDrafts, makeContest, staff, storeRubrics } from './results-data.ts';
import { ok } from './setup-world.ts';

let fresh: FreshDatabase;
let app: App;

beforeAll(async () => {
	fresh = await freshDatabase();
	app = appOver(fresh);
});
afterAll(async () => fresh.drop());

it('names totals and places as the ranking does, and the parts add up to them', async () => {
	const { contestId } = await makeContest(fresh, { template: 'ba-phan', seed: 692, people: 3, judges: 3 });
	await storeRubrics(app, contestId);
	const seat = staff(contestId, 'secretary');
	const summary = await scoreSummary(app, seat, contestId, 'papers:print');
	const ranking = await rankingPaper(app, seat, contestId);
	if (isRefusal(summary) || isRefusal(ranking)) throw new Error('refused');
	expect(summary.isComplete).toBe(true);
	expect(summary.totals).toEqual(ranking.rankings);
	const first = summary.totals[0]?.rows[0];
	expect(first?.rank).toBe(1);
	const ofParts = summary.parts.map(({ rows }) => rows.find(({ number }) => number === first?.number)?.points ?? 0);
	expect(ofParts.reduce((sum, points) => sum + points, 0)).toBe(first?.total);
	// Of whoever has withdrawn the paper does not say that no sheet is there.
	await fresh.sql`update contestant set status = 'withdrawn' where contest_id = ${contestId} and number = ${first?.number ?? ''}`;
	const [part] = ok(await scoreSummary(app, seat, contestId, 'papers:print')).parts;
	expect(part?.rows.filter(({ isOut }) => isOut).map(({ number }) => number)).toEqual([first?.number]);
});

it('R350: lists of results are drafts until every mark is there and every session locked, and preview and proposal know it', async () => {
	const made = await makeContest(fresh, { template: 'ba-phan', seed: 693, people: 3, judges: 3, drafts: 3 });
	const { contestId } = made;
	await storeRubrics(app, contestId);
	const organiser = staff(contestId, 'organiser');
	const states = async () => [
		ok(await rankingPaper(app, organiser, contestId)).state,
		ok(await scoreSummary(app, organiser, contestId, 'papers:print')).state,
		ok(await resultPreview(app, organiser, contestId)).state,
		ok(await awardWinners(app, organiser, contestId)).state
	];
	expect(await states()).toEqual(Array(4).fill('open'));
	await lockDrafts(fresh, made.turns);
	expect(await states()).toEqual(Array(4).fill('unlocked'));
	const head = await headOf(made.judges[0] ?? '', contestId);
	ok(await lockSession(app, head, { contestId, stage: 'HT', session: null, pin }));
	expect(await states()).toEqual(Array(4).fill('locked'));
	const [contest] = await fresh.sql`select name, version from contest where id = ${contestId}`;
	ok(await publishResult(app, organiser, { contestId, expectedVersion: contest?.version, confirmName: contest?.name }));
	expect(await states()).toEqual(Array(4).fill('published'));
});

/** Of the first judge, with an account and a PIN. */
async function headOf(judgeId: string, contestId: string): Promise<StaffSeat> {
	const [account] = await fresh.sql`
		insert into account (login, display_name, password_hash) values ('truong-ban', 'Trưởng ban', 'x') returning id`;
	const accountId = String(account?.id);
	await fresh.sql`update judge set account_id = ${accountId} where id = ${judgeId}`;
	await givePin(app, accountId);
	return { kind: 'staff', accountId, name: 'Trưởng ban', isFounder: false, roles: { [contestId]: ['head_judge'] } };
}
