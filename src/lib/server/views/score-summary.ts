// Contestants × judges for the score summary and the export, from locked sheets only; nobody who still marks may read it.
import { compareContestantNumbers } from '../../contest/contestant-number.ts';
import { isOut } from '../../contest/record/record.ts';
import type { Bilingual, ContestId, PartCode, StageCode } from '../../contest/ids.ts';
import type { Points } from '../../contest/points.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { PartScore, SheetScore } from '../../contest/result/result.ts';
import type { ResultState } from '../../contest/result-state.ts';
import { roundPoints } from '../../contest/result/rounding.ts';
import { isJudged, type JudgedPart } from '../../contest/rules/parts.ts';
import type { App } from '../app.ts';
import { refuseUnless, type Permission } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { blindTurns } from './blind-turns.ts';
import { paperRanking, type PaperRanking } from './ranking-paper.ts';
import { readResultState } from './result-state.ts';
import { readStandings, type Standings } from './standings.ts';

export interface SummarySheet {
	/** In the points of the rubric, after a time penalty inside a criterion. */
	total: Points;
	/** Whether it counts, and why not. */
	counts: SheetScore['counts'];
}

export interface SummaryRow {
	number: string;
	name: string;
	unit: string;
	/** Withdrew or was disqualified: no sheet is waited for. */
	isOut: boolean;
	/** In the order of `judges`; null where there is no sheet. */
	sheets: (SummarySheet | null)[];
	/** Taken off for time. */
	penalty: Points;
	/** What counts in the total, after scaling, weight and rounding. */
	points: Points | null;
	/** Time, deductions, differences between judges. */
	notes: Bilingual[];
}

export interface PartSummary {
	stage: StageCode;
	code: PartCode;
	title: Bilingual;
	maxPoints: Points;
	/** Maximum of one sheet. */
	sheetMax: Points;
	rows: SummaryRow[];
}

export interface ScoreSummary {
	contest: { name: string; organiser: string; place: string; heldOn: string };
	judges: { code: string; name: string }[];
	parts: PartSummary[];
	/** What the parts add up to, and the place: one table for each ranking, the last stage first. */
	totals: PaperRanking[];
	isComplete: boolean;
	state: ResultState;
	/** Where the log ends: number and hash of its last line. */
	log: { count: number; hash: string };
	standings: Standings;
}

/** Rows in order of contestant number. `standings` stay on the server: pages take the fields they show. */
export async function scoreSummary(
	app: App,
	seat: Seat,
	contestId: ContestId,
	permission: Permission
): Promise<ScoreSummary | Refusal> {
	const denied = refuseUnless(seat, permission, contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	const standings = contest && (await readStandings(app, contestId));
	if (!contest || !standings) return refuse('input/not-found');
	if ((await blindTurns(db, seat, contestId)).size > 0) return refuse('access/not-allowed');
	const { name, organiser, place, heldOn, rules } = contest;
	return {
		contest: { name, organiser, place, heldOn },
		judges: standings.record.judges.map(({ code, name: person }) => ({ code, name: person })),
		parts: rules.stages.flatMap((stage) =>
			stage.parts.filter(isJudged).map((part) => partSummary(standings, stage.code, part))
		),
		totals: standings.tables.map((table) => paperRanking(table, standings.isComplete)).reverse(),
		isComplete: standings.isComplete,
		state: await readResultState(db, contest, standings),
		log: { count: contest.logCount, hash: contest.logHash },
		standings
	};
}

function partSummary({ record, result, tables }: Standings, stage: StageCode, part: JudgedPart): PartSummary {
	const scores = new Map<string, PartScore | null>(
		result.stages
			.filter((each) => each.stage === stage)
			.flatMap(({ rankings }) => rankings)
			.flatMap(({ places }) => places)
			.map(({ contestant, score }) => [contestant, score.parts[part.code] ?? null])
	);
	const out = new Set(record.contestants.filter(({ status }) => isOut(status)).map(({ number: of }) => of));
	const people = tables
		.filter((table) => table.stage === stage)
		.flatMap(({ rows }) => rows)
		.sort((a, b) => compareContestantNumbers(a.number, b.number));
	return {
		stage,
		code: part.code,
		title: part.title,
		maxPoints: part.maxPoints,
		sheetMax: record.rubrics.find(({ code }) => code === part.rubric)?.max ?? part.maxPoints,
		rows: people.map(({ number, name, unit }) => {
			const score = scores.get(number) ?? null;
			const sheets = new Map(sheetsOf(score).map((sheet) => [sheet.judge, sheet]));
			return {
				number,
				name,
				unit,
				isOut: out.has(number),
				sheets: record.judges.map(({ code }) => summarySheet(sheets.get(code))),
				penalty: score?.penalty ?? 0,
				points: score?.points ?? null,
				notes: score?.notes ?? []
			};
		})
	};
}

function sheetsOf(score: PartScore | null): SheetScore[] {
	return score?.detail.kind === 'judged' ? score.detail.panels.flatMap(({ sheets }) => sheets) : [];
}

function summarySheet(sheet: SheetScore | undefined): SummarySheet | null {
	if (!sheet) return null;
	return {
		total: roundPoints(sheet.total, { mode: 'half-up', decimals: 2 }),
		counts: sheet.counts
	};
}
