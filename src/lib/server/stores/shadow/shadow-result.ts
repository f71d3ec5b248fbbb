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

/** What a later stage needs of the earlier ones. */
interface Before {
	entrants: ContestantNumber[];
	totals: Record<StageCode, Record<ContestantNumber, Points>>;
}

/**
 * Every contestant of every stage, in one read-only transaction: whole-number `numeric` arithmetic over the one JSON
 * document, nothing read from tables. Teams, awards and nominations are not recounted. Written from RULES.md.
 */
export function shadowResult(db: Queryable, record: ContestRecord): Promise<ShadowLine[]> {
	const json = JSON.stringify(record);
	return db.transaction(
		async (tx) => {
			// Compiling such a statement would take far longer than running it.
			await tx.execute(sql`set local jit = off`);
			const lines: ShadowLine[] = [];
			let before: Before = { entrants: record.contestants.map(({ number }) => number), totals: {} };
			for (const { code } of record.rules.stages) {
				const ofStage = [
					...(await tx.execute<Omit<ShadowLine, 'stage'> & Record<string, unknown>>(statement(json, before, code)))
				];
				lines.push(...ofStage.map((line) => ({ stage: code, ...line })));
				const totals = Object.fromEntries(ofStage.map(({ contestant, total }) => [contestant, total]));
				before = {
					entrants: ofStage.filter(({ goesOn }) => goesOn).map(({ contestant }) => contestant),
					totals: { ...before.totals, [code]: totals }
				};
			}
			return lines;
		},
		{ accessMode: 'read only' }
	);
}

function statement(record: string, before: Before, stage: StageCode): SQL {
	return sql`
		with recursive ${recordFacts(record, JSON.stringify(before), stage)},
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
		select placed.category, placed.cluster, placed.contestant, rank, is_shared as "shared",
			(
				select coalesce(jsonb_object_agg(part.code, p.points), '{}')
				from part left join part_points p on p.part = part.code and p.contestant = placed.contestant
			) as parts,
			total.points::int as total,
			div(total.n, gcd(total.n, total.d)) || '/' || div(total.d, gcd(total.n, total.d)) as "exactTotal",
			exists (select from going_on g where g.contestant = placed.contestant) as "goesOn"
		from placed join total on total.contestant = placed.contestant
		order by placed.category, placed.cluster, rank, placed.contestant`;
}
