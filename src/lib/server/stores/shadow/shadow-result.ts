// A second, independent result in plain SQL over the contest record; it must share no code with the rules, so that each can prove the other wrong.
import { sql, type SQL } from 'drizzle-orm';
import type { GroupCode, PartCode, StageCode } from '../../../contest/ids.ts';
import type { Points } from '../../../contest/points.ts';
import type { ContestantNumber, ContestRecord } from '../../../contest/record/record.ts';
import type { Queryable } from '../queryable.ts';
import { goingOn } from './going-on.ts';
import { panelDifference } from './panel-difference.ts';
import { panelSheets } from './panel-sheets.ts';
import { partPoints } from './part-points.ts';
import { quizMarking } from './quiz-marking.ts';
import { quizPoints } from './quiz-points.ts';
import { recordFacts } from './record-facts.ts';
import { stageClock } from './stage-clock.ts';
import { stageRanks } from './stage-ranks.ts';
import { stageTotals } from './stage-totals.ts';
import { tieKeys } from './tie-keys.ts';

/** One contestant in one stage. */
export interface ShadowLine {
	stage: StageCode;
	/** The ranking the place stands in; null where the stage is not ranked by it. */
	category: GroupCode | null;
	cluster: GroupCode | null;
	contestant: ContestantNumber;
	/** Points of each part after its weight, rounded as the rules say; null while nothing counts. */
	parts: Record<PartCode, Points | null>;
	/** Announced, and exact as a fraction in lowest terms such as `25573/3`; hundredths. */
	total: Points;
	exactTotal: string;
	/** Null for who is not ranked. */
	rank: number | null;
	shared: boolean;
	/** Into the next stage; false in a stage nobody goes on from. */
	goesOn: boolean;
}

/** What one statement is asked for one contest; of the earlier stages it knows who came through, and with which totals. */
interface Question {
	record: ContestRecord;
	stage: StageCode;
	entrants: ContestantNumber[];
	totals: Record<StageCode, Record<ContestantNumber, Points>>;
}

/**
 * Every contestant of every stage, in one read-only transaction: whole-number `numeric` arithmetic over the one JSON
 * document, nothing read from tables. Teams, awards and nominations are not recounted. Written from RULES.md.
 */
export async function shadowResult(db: Queryable, record: ContestRecord): Promise<ShadowLine[]> {
	const [lines] = await shadowResults(db, [record]);
	return lines ?? [];
}

/** Several contests at once: planning the statement takes longer than running it. Stage after stage, as each needs the one before. */
export function shadowResults(db: Queryable, records: ContestRecord[]): Promise<ShadowLine[][]> {
	return db.transaction(
		async (tx) => {
			// Compiling it would take far longer still.
			await tx.execute(sql`set local jit = off`);
			// Postgres takes every list in the document for short; walked one inside the other, those of a full hall take minutes.
			await tx.execute(sql`set local enable_nestloop = off`);
			const results = records.map((): ShadowLine[] => []);
			const most = Math.max(0, ...records.map(({ rules }) => rules.stages.length));
			for (let stage = 0; stage < most; stage++) {
				const questions = records.map((record, at) => questionAbout(record, stage, results[at] ?? []));
				const rows = await tx.execute<Answer>(statement(questions));
				for (const { asked, ...line } of rows) results[asked - 1]?.push(line);
			}
			return results;
		},
		{ accessMode: 'read only' }
	);
}

type Answer = ShadowLine & { asked: number } & Record<string, unknown>;

/** Null where the rules have no such stage. */
function questionAbout(record: ContestRecord, at: number, lines: ShadowLine[]): Question | null {
	const { stages } = record.rules;
	const [stage, before] = [stages[at], stages[at - 1]];
	if (!stage) return null;
	const entrants = before
		? lines.filter((line) => line.stage === before.code && line.goesOn)
		: record.contestants.map(({ number }) => ({ contestant: number }));
	const totals: Question['totals'] = {};
	for (const line of lines) (totals[line.stage] ??= {})[line.contestant] = line.total;
	return { record, stage: stage.code, entrants: entrants.map(({ contestant }) => contestant), totals };
}

function statement(questions: (Question | null)[]): SQL {
	return sql`
		select asked.at::int as asked, line.*
		from jsonb_array_elements(${JSON.stringify(questions)}::jsonb) with ordinality asked(question, at)
		cross join lateral (${ofOneContest}) line
		where asked.question <> 'null'
		order by asked.at, line.category, line.cluster, line.rank, line.contestant`;
}

const ofOneContest = sql`
	with recursive ${recordFacts},
	${quizMarking},
	${quizPoints},
	${stageClock},
	${panelSheets},
	${panelDifference},
	${partPoints},
	${stageTotals},
	${tieKeys},
	${stageRanks},
	${goingOn}
	select input.stage, placed.category, placed.cluster, placed.contestant, rank, is_shared as shared,
		coalesce(printed.parts, '{}') as parts,
		total.points::int as total,
		div(total.n, gcd(total.n, total.d)) || '/' || div(total.d, gcd(total.n, total.d)) as "exactTotal",
		exists (select from going_on g where g.contestant = placed.contestant) as "goesOn"
	from input
	cross join placed
	join total on total.contestant = placed.contestant
	left join (
		select number as contestant, jsonb_object_agg(part.code, p.points) as parts
		from part cross join entrant left join part_points p on p.part = part.code and p.contestant = number
		group by number
	) printed on printed.contestant = placed.contestant`;
