// Who marks whom in a contest, from its judges, their interests and the decisions that hold; it must not know marks or who asks.
import { sql } from 'drizzle-orm';
import type { ContestId } from '../../contest/ids.ts';
import { standingDecisions, type Decision } from '../../contest/record/decision.ts';
import type { RecordedJudge } from '../../contest/record/record.ts';
import { excusesOf, noExcuses, type Excuses, type InterestFacts } from '../../contest/result/interests.ts';
import { whoMarks, type Markers } from '../../contest/result/who-marks.ts';
import type { Stage } from '../../contest/rules/rules.ts';
import type { ContestRow } from './contests.ts';
import { readDecisions } from './decisions.ts';
import { readInterests, standingInterests } from './interests.ts';
import { readContestants, readJudges, type JudgeRow } from './people.ts';
import type { Queryable } from './queryable.ts';

/** The panel with everything that decides whom each of them marks. */
export interface Seating {
	rules: ContestRow['rules'];
	judges: JudgeRow[];
	decisions: Decision[];
	excuses: Excuses;
	/** Of whom is in one, where a seat is held for some clusters only. */
	clusters: ReadonlyMap<string, string>;
}

export async function readSeating(db: Queryable, { id, rules }: Pick<ContestRow, 'id' | 'rules'>): Promise<Seating> {
	const [judges, decisions, declared] = await Promise.all([
		readJudges(db, id),
		readDecisions(db, id),
		readInterests(db, id)
	]);
	const interests = standingInterests(declared);
	const hasInterests =
		!rules.interestedMark && (interests.length > 0 || judges.some(({ unitCode }) => unitCode !== null));
	const hasClusters = judges.some(({ limits }) => limits.some(({ clusters }) => clusters.length > 0));
	const contestants = hasInterests || hasClusters ? await readContestants(db, id) : [];
	const clusters = new Map(contestants.flatMap(({ number, cluster }) => (cluster === null ? [] : [[number, cluster]])));
	if (!hasInterests) return { rules, judges, decisions, excuses: noExcuses, clusters };
	const sheets = await readBegun(db, id);
	const excuses = excusesOf({
		rules,
		judges: judges.map(recordedJudge),
		contestants: contestants.map(({ unitCode: unit, ...row }) => ({ ...row, unit, name: row.fullName })),
		interests,
		sheets
	});
	return { rules, judges, decisions, excuses, clusters };
}

/** Which sheets there are, whatever their state; no mark is read. */
export async function readBegun(db: Queryable, contestId: ContestId): Promise<InterestFacts['sheets']> {
	return db.execute<InterestFacts['sheets'][number]>(sql`
		select distinct t.stage, c.number as contestant, j.code as judge
		from scoresheet s
		join turn t on t.id = s.turn_id
		join contestant c on c.id = t.contestant_id
		join judge j on j.id = s.judge_id
		where t.contest_id = ${contestId}`);
}

export function recordedJudge({ code, fullName, role, panels, unitCode, limits }: JudgeRow): RecordedJudge {
	return { code, name: fullName, role, panels, unit: unitCode, limits };
}

/** Without a stage nobody marks anybody. */
export function markersOf(stage: Stage | null, { rules, judges, decisions, excuses, clusters }: Seating): Markers {
	return whoMarks(
		{
			rules,
			decisions: standingDecisions(decisions),
			judges: new Map(judges.map((judge) => [judge.code, recordedJudge(judge)])),
			excuses,
			clusters
		},
		stage ?? { code: '', parts: [] }
	);
}
