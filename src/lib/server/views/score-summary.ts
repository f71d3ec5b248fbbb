// Contestants × judges for the score summary and the export, from locked sheets only; nobody who still marks may read it.
import type { FinalResult } from '../../contest/final-result.ts';
import type { Bilingual, ContestId, JudgeId, PartCode } from '../../contest/ids.ts';
import type { Points } from '../../contest/points.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { judgedParts } from '../../contest/rules.ts';
import type { App } from '../app.ts';
import { refuseUnless, type Permission } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readRubrics } from '../stores/bank.ts';
import { readContest } from '../stores/contests.ts';
import { readJudges } from '../stores/people.ts';
import { blindTurns } from './blind-turns.ts';
import { readStandings } from './standings.ts';

export interface SummaryRow {
	number: string;
	name: string;
	unit: string;
	/** Total of each judge's sheet in the points of the rubric, in the order of `judges`; null when it does not count. */
	sheets: ({ total: Points; dropped: boolean } | null)[];
	/** Taken off for time. */
	penalty: Points;
	/** The part's points after scaling and rounding. */
	points: Points | null;
}

export interface PartSummary {
	code: PartCode;
	title: Bilingual;
	maxPoints: Points;
	/** Maximum of one sheet. */
	sheetMax: Points;
	hasPenalty: boolean;
	rows: SummaryRow[];
}

export interface ScoreSummary {
	contest: { name: string; organiser: string; place: string; heldOn: string };
	judges: { id: JudgeId; code: string; name: string }[];
	parts: PartSummary[];
	isComplete: boolean;
	result: FinalResult;
}

/** Rows in order of contestant number. `result` stays on the server: pages take the fields they show. */
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
	const result = contest && (await readStandings(app, contestId));
	if (!contest || !result) return refuse('input/not-found');
	if ((await blindTurns(db, seat, contestId)).size > 0) return refuse('access/not-allowed');
	const judges = (await readJudges(db, contestId)).map(({ id, code, fullName }) => ({ id, code, name: fullName }));
	const rubrics = await readRubrics(db, contestId);
	const people = result.rows.toSorted((a, b) => a.number.localeCompare(b.number, 'vi', { numeric: true }));
	const parts = judgedParts(contest.rules).map((part): PartSummary => ({
		code: part.code,
		title: part.title,
		maxPoints: part.maxPoints,
		sheetMax: rubrics.find(({ code }) => code === part.rubric)?.max ?? part.maxPoints,
		hasPenalty: Boolean(part.timing?.penalty),
		rows: people.map(({ contestantId, number, name, unit }) => {
			const score = result.scores[contestantId]?.[part.code] ?? null;
			const byJudge = new Map(score?.details.sheets.map((sheet) => [sheet.judgeId, sheet]));
			return {
				number,
				name,
				unit,
				sheets: judges.map(({ id }) => {
					const sheet = byJudge.get(id);
					return sheet ? { total: sheet.total, dropped: sheet.dropped } : null;
				}),
				penalty: score?.penalty ?? 0,
				points: score?.points ?? null
			};
		})
	}));
	const { name, organiser, place, heldOn } = contest;
	return { contest: { name, organiser, place, heldOn }, judges, parts, isComplete: result.isComplete, result };
}
