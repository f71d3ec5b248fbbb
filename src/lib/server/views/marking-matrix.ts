// Contestants × judges: who has marked whom; marks themselves have no field here, and totals only of locked sheets for those who may.
import type { ContestId, JudgeId, TurnId } from '../../contest/ids.ts';
import type { Points } from '../../contest/points.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { criteriaOf, missingOnSheet, sheetParts, totalOfSheet, type SheetPart } from '../../contest/sheet.ts';
import type { TurnView } from '../../contest/stage.ts';
import type { App } from '../app.ts';
import { may, refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readRubrics } from '../stores/bank.ts';
import { readContest } from '../stores/contests.ts';
import { readJudges, type JudgeRow } from '../stores/people.ts';
import { readEffectiveSheets, type SheetRecord } from '../stores/sheets.ts';
import { readTurns, type TurnRecord } from '../stores/turns.ts';
import { sheetState } from './judge-desk.ts';
import { stageNow, turnsNow } from './stage-now.ts';

export interface MatrixCell {
	judgeId: JudgeId;
	state: 'none' | 'draft' | 'locked';
	marked: number;
	of: number;
	/** Greater than 1 when it was reopened. */
	revision: number;
	/** Of a locked sheet, and only when this person may see it now. */
	total: Points | null;
}

export interface MatrixRow {
	turnId: TurnId;
	position: number;
	number: string;
	name: string;
	unit: string;
	status: TurnView['status'];
	/** One per judge, in the order of `judges`. */
	cells: MatrixCell[];
	locked: number;
}

export interface MarkingMatrix {
	contest: { id: ContestId; name: string; version: number };
	judges: { id: JudgeId; code: string; name: string }[];
	rows: MatrixRow[];
	/** Sheets that ended turns still wait for, by judge. */
	missing: { judge: string; numbers: string[] }[];
	/** Locked sheets of all sheets to come. */
	locked: number;
	wanted: number;
	can: { seeTotals: boolean; reopen: boolean; runTurns: boolean; enterAnswers: boolean };
}

export async function markingMatrix(app: App, seat: Seat, contestId: ContestId): Promise<MarkingMatrix | Refusal> {
	const denied = refuseUnless(seat, 'matrix:see', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const [contest, judges, allTurns, rubrics, sheets] = await Promise.all([
		readContest(db, contestId),
		readJudges(db, contestId),
		readTurns(db, contestId),
		readRubrics(db, contestId),
		readEffectiveSheets(db, contestId)
	]);
	if (!contest) return refuse('input/not-found');
	const stage = stageNow(contest.rules, allTurns);
	const turns = turnsNow(stage, allTurns);
	const panel = judges.map((judge) => ({ ...judge, parts: stage ? sheetParts(stage, rubrics, judge.panels) : [] }));
	const byPlace = new Map(sheets.map((sheet) => [`${sheet.turnId} ${sheet.judgeId}`, sheet]));
	const own = panel.find((judge) => seat.kind === 'staff' && judge.accountId === seat.accountId);
	const maySeeMarks = may(seat, 'marks:see', contestId);
	const rows = turns.map((turn) => {
		// T-23: whoever marks too stays blind for this contestant until their own sheet is locked.
		const isBlind = own !== undefined && !byPlace.get(`${turn.id} ${own.id}`)?.lockedAt;
		return matrixRow(turn, panel, byPlace, maySeeMarks && !isBlind);
	});
	const expected = rows.filter(({ status }) => status !== 'absent');
	return {
		contest: { id: contest.id, name: contest.name, version: contest.version },
		judges: panel.map(({ id, code, fullName }) => ({ id, code, name: fullName })),
		rows,
		missing: missingSheets(panel, rows),
		locked: expected.reduce((sum, row) => sum + row.locked, 0),
		wanted: expected.length * panel.length,
		can: {
			seeTotals: maySeeMarks,
			reopen: may(seat, 'sheets:reopen', contestId) && contest.publishedAt === null,
			runTurns: may(seat, 'turn:run', contestId),
			enterAnswers: may(seat, 'answers:enter', contestId)
		}
	};
}

/** A judge with the parts they mark. */
type Marker = JudgeRow & { parts: SheetPart[] };

function matrixRow(
	turn: TurnRecord,
	panel: Marker[],
	byPlace: Map<string, SheetRecord>,
	showTotals: boolean
): MatrixRow {
	const cells = panel.map((judge) => {
		const of = criteriaOf(judge.parts).length;
		const sheet = byPlace.get(`${turn.id} ${judge.id}`);
		const isLocked = sheet !== undefined && sheet.lockedAt !== null;
		return {
			judgeId: judge.id,
			state: sheetState(sheet),
			marked: of - missingOnSheet(judge.parts, sheet?.marks ?? {}).length,
			of,
			revision: sheet?.revision ?? 1,
			total: isLocked && showTotals ? totalOfSheet(judge.parts, sheet.marks) : null
		};
	});
	return {
		turnId: turn.id,
		position: turn.position,
		number: turn.contestant.number,
		name: turn.contestant.fullName,
		unit: turn.unit.name,
		status: turn.status,
		cells,
		locked: cells.filter(({ state }) => state === 'locked').length
	};
}

function missingSheets(panel: Marker[], rows: MatrixRow[]): MarkingMatrix['missing'] {
	const ended = rows.filter(({ status }) => status === 'ended');
	return panel
		.map((judge, index) => ({
			judge: judge.code,
			numbers: ended.filter((row) => row.cells[index]?.state !== 'locked').map(({ number }) => number)
		}))
		.filter(({ numbers }) => numbers.length > 0);
}
