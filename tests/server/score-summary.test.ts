// The score summary on paper: what each judge gave, what the parts add up to, and each place.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import type { App } from '../../src/lib/server/app.ts';
import { rankingPaper } from '../../src/lib/server/views/ranking-paper.ts';
import { scoreSummary } from '../../src/lib/server/views/score-summary.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';
import { appOver, makeContest, staff, storeRubrics } from './results-data.ts';

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
});
