// The standings on a real database: equal to the second count in SQL, naming what is missing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '../../src/lib/contest/event-chain.ts';
import type { ContestRecord } from '../../src/lib/contest/record/record.ts';
import { isJudged, type Part } from '../../src/lib/contest/rules/parts.ts';
import type { Rules } from '../../src/lib/contest/rules/rules.ts';
import type { App } from '../../src/lib/server/app.ts';
import { readContest } from '../../src/lib/server/stores/contests.ts';
import { readContestRecord } from '../../src/lib/server/stores/contest-record.ts';
import { differences } from '../../src/lib/server/stores/shadow/differences.ts';
import { readRecordInSql } from '../../src/lib/server/stores/shadow/record-in-sql.ts';
import { shadowResult } from '../../src/lib/server/stores/shadow/shadow-result.ts';
import { readStandings } from '../../src/lib/server/views/standings.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';
import { appOver, makeContest, storeRubrics, type MadeContest, type Wish } from './results-data.ts';
import { storeDecision } from './store-decision.ts';

let fresh: FreshDatabase;
let app: App;

beforeAll(async () => {
	fresh = await freshDatabase();
	app = appOver(fresh);
});
afterAll(async () => fresh.drop());

async function contestOf(wish: Wish): Promise<MadeContest> {
	const made = await makeContest(fresh, wish);
	await storeRubrics(app, made.contestId);
	return made;
}

const withParts = (change: (part: Part) => Part) => (rules: Rules) => ({
	...rules,
	stages: rules.stages.map((stage) => ({ ...stage, parts: stage.parts.map(change) }))
});
const speed = withParts((part) =>
	part.kind === 'quiz'
		? { ...part, scoring: { kind: 'speed', points: 200, leastShare: 40, fullWithinMs: 0, wrong: 0, blank: 0 } }
		: part
);
const trimmedProrata = withParts((part) => {
	if (!isJudged(part)) return part;
	const cost = { kind: 'linear', perMinute: 130, startedMinute: 'prorata' } as const;
	const place = { kind: 'criterion', criterion: 'TT6' } as const;
	return {
		...part,
		panels: part.panels.map((panel) => ({
			...panel,
			aggregation: { kind: 'trimmed', high: 1, low: 1, leastPanel: 5 }
		})),
		timing: part.timing && {
			...part.timing,
			leastMs: 520_000,
			penalty: { over: cost, under: cost, cap: 400, place }
		}
	};
});

/** Two versions late with a price, then one in time: it counts for the first of these people, for the others the organisers chose the late one again. */
async function handInLate({ contestId, people }: MadeContest, positions: number[]): Promise<void> {
	const { sql } = fresh.owner;
	const [request] = await sql`
		insert into entry_request (contest_id, part_code, title, kinds, most_bytes, late, late_points, late_part, is_anonymous)
		values (${contestId}, 'TT', 'Đề cương', '{pdf}', 1000, 'penalty', 250, 'TT', false) returning id`;
	const [file] = await sql`
		insert into stored_file (contest_id, name, kind, size, sha256, stored_at)
		values (${contestId}, 'a.pdf', 'pdf', 1, 'x', now()) returning id`;
	for (const position of positions) {
		const versions = await sql`
			insert into entry_version (contest_id, request_id, contestant_id, number, file_id, handed_in_at, handed_in_by, is_late, late_points, late_part, late_due_at)
			select ${contestId}, ${request?.id}, ${people[position]?.id ?? ''}, n, ${file?.id},
				'2026-12-01 10:00:00.25Z'::timestamptz + n * interval '1 minute', 'x', n < 3, p.points, p.part, p.due
			from generate_series(1, 3) n
			left join (values (250, 'TT', '2026-12-01 10:00Z'::timestamptz)) p(points, part, due) on n < 3
			order by n returning id`;
		if (position > 0)
			await sql`
				insert into entry_choice (version_id, reason, chosen_at, chosen_by, chosen_by_account)
				select ${versions[1]?.id}, 'x', '2026-12-01 11:00Z', 'x', id from account limit 1`;
	}
}

describe('standings', () => {
	const wishes: (Wish & { title: string })[] = [
		{ title: 'outline, presentation, situation', template: 'ba-phan', seed: 11 },
		{ title: 'quiz and presentation', template: 'kien-thuc-thuyet-trinh', seed: 12 },
		{ title: 'quiz only', template: 'chi-trac-nghiem', seed: 13, people: 30 },
		{ title: 'speed-weighted points', template: 'kien-thuc-thuyet-trinh', seed: 14, rules: speed },
		{ title: 'trimmed panel, time taken off a criterion', template: 'ba-phan', seed: 15, rules: trimmedProrata },
		{ title: 'drafts that do not count', template: 'ba-phan', seed: 16, judges: 3, drafts: 8 }
	];
	it.each(wishes)('equal the count in SQL from the tables on: $title', async (wish) => {
		const made = await contestOf(wish);
		const db = app.database.drizzle;
		const standings = await readStandings(app, made.contestId);
		if (!standings) throw new Error('no standings');
		const record = await readRecordInSql(db, made.contestId);
		expect(differences(standings.result, await shadowResult(db, record))).toEqual([]);
		const rows = standings.tables[0]?.rows ?? [];
		expect(rows).toHaveLength(made.people.length);
		expect(new Set(rows.map(({ total }) => total)).size).toBeGreaterThan(3);
		expect(standings.isComplete).toBe(wish.drafts === undefined);
	});

	it('R190: the record is the same whether the product or SQL alone gathers it from the tables', async () => {
		const made = await contestOf({ template: 'kien-thuc-thuyet-trinh', seed: 17, people: 6, drafts: 2 });
		const contest = await readContest(app.database.drizzle, made.contestId);
		if (!contest) throw new Error('no contest');
		await fresh.sql`update contestant set category = 'A', team = 'Đội 1', may_win = false where number = 'TS02'`;
		await fresh.sql`insert into given_points (contest_id, part_code, contestant_id, points, reason)
			values (${made.contestId}, 'CC', ${made.people[0]?.id ?? ''}, 3500, 'chuyên cần')`;
		await storeDecision(fresh.sql, made.contestId, { kind: 'void', question: 'C3' });
		await handInLate(made, [0, 1]);
		const inOrder = (record: ContestRecord) =>
			Object.fromEntries(
				Object.entries(record).map(([key, value]) => [
					key,
					Array.isArray(value) ? value.map((each) => canonical(each)).sort() : canonical(value)
				])
			);
		const read = await readContestRecord(app.database.drizzle, contest);
		const gathered = await readRecordInSql(app.database.drizzle, made.contestId);
		const withoutBands = (record: ContestRecord): ContestRecord => ({
			...record,
			rubrics: record.rubrics.map(({ criteria, ...rubric }) => ({
				...rubric,
				criteria: criteria.map(({ code, name, min, max, step, weight, noteRequired }) => ({
					code,
					name,
					min,
					max,
					step,
					weight,
					noteRequired
				}))
			})),
			decisions: record.decisions.map((decision) => ({ ...decision, at: new Date(decision.at).toISOString() }))
		});
		expect(inOrder(withoutBands(gathered))).toEqual(inOrder(withoutBands(read)));
		expect(gathered.lateEntries).toMatchObject([{ contestant: 'TS02', handedInAt: '2026-12-01T10:02:00.250Z' }]);
	});

	it('R57: name what is missing', async () => {
		const made = await contestOf({ template: 'ba-phan', seed: 21, people: 4, judges: 3, drafts: 4 });
		await fresh.sql`update turn set status = 'running', ended_at = null where id = ${made.turns[3] ?? ''}`;
		const standings = await readStandings(app, made.contestId);
		expect(standings?.result.missing).toEqual([
			{ kind: 'turns-ended', stage: 'HT', contestants: ['TS04'] },
			...['DC', 'TT', 'TH'].map((part) => ({
				kind: 'sheets',
				part,
				panel: 'BGK',
				count: 4,
				contestants: ['TS01', 'TS02']
			}))
		]);
	});

	it('do not wait for people who are absent', async () => {
		const made = await contestOf({ template: 'ba-phan', seed: 22, people: 4, judges: 3, drafts: 3 });
		await fresh.sql`update contestant set status = 'absent' where id = ${made.people[0]?.id ?? ''}`;
		const standings = await readStandings(app, made.contestId);
		expect(standings?.isComplete).toBe(true);
		expect(standings?.tables[0]?.rows.at(-1)).toMatchObject({ number: 'TS01', rank: null, awards: [] });
	});
});
