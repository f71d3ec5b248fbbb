// Contestants × judges: who has marked whom; marks themselves have no field here, and totals only of locked sheets for those who may.
import type { Bilingual, ContestId, JudgeId, StageCode, TurnId } from '../../contest/ids.ts';
import type { Points } from '../../contest/points.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { isJudged } from '../../contest/rules/parts.ts';
import { criteriaOf, missingOnSheet, sheetParts, totalOfSheet, type SheetPart } from '../../contest/sheet.ts';
import type { TurnView } from '../../contest/stage.ts';
import type { App } from '../app.ts';
import { may, mayReopen, refuseUnless, rolesOf } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readRubrics } from '../stores/bank.ts';
import { readContest } from '../stores/contests.ts';
import { readDecisions } from '../stores/decisions.ts';
import { markersOf } from '../stores/markers.ts';
import { readJudges, type JudgeRow } from '../stores/people.ts';
import { readEffectiveSheets, type SheetRecord } from '../stores/sheets.ts';
import { readTurns, type TurnRecord } from '../stores/turns.ts';
import { farSheets } from './far-sheets.ts';
import { sheetState, type OwnSheetState } from './judge-desk.ts';
import { stageChoices, stageNow, turnsNow } from './stage-now.ts';

export interface MatrixCell {
	judgeId: JudgeId;
	state: OwnSheetState;
	/** Nothing is waited for from this judge: recused, or replaced by another. */
	isExpected: boolean;
	marked: number;
	of: number;
	/** Greater than 1 when it was reopened. */
	revision: number;
	/** Whether this person may open it again. */
	canReopen: boolean;
	/** Of a locked sheet, and only when this person may see it now. */
	total: Points | null;
	/** A difference the rules look for names this sheet (R125); false while the total is not shown. */
	isFar: boolean;
	/** How far it is from its nearest neighbour, where it stands apart from all others; null where it does not. */
	apart: Points | null;
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
	/** Locked sheets of those expected. */
	locked: number;
	wanted: number;
	/** Highest less lowest total, once every expected sheet is in and shown; null before. */
	spread: Points | null;
}

export interface MarkingMatrix {
	contest: { id: ContestId; name: string; version: number };
	/** Stages to choose from; empty when the rules have one. */
	stages: { code: StageCode; title: Bilingual }[];
	/** The one that is shown. */
	stage: StageCode;
	/** Those who mark in the stage. */
	judges: { id: JudgeId; code: string; name: string }[];
	/** The person who asks, if they mark. */
	me: JudgeId | null;
	rows: MatrixRow[];
	/** Sheets that ended turns still wait for, by judge. */
	missing: { judge: string; name: string; numbers: string[] }[];
	/** Locked sheets of all sheets to come. */
	locked: number;
	wanted: number;
	can: { seeTotals: boolean; runTurns: boolean; enterAnswers: boolean; enterPapers: boolean };
}

export async function markingMatrix(
	app: App,
	seat: Seat,
	contestId: ContestId,
	chosen: StageCode | null = null
): Promise<MarkingMatrix | Refusal> {
	const denied = refuseUnless(seat, 'matrix:see', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const [contest, judges, allTurns, rubrics, sheets, decisions] = await Promise.all([
		readContest(db, contestId),
		readJudges(db, contestId),
		readTurns(db, contestId),
		readRubrics(db, contestId),
		readEffectiveSheets(db, contestId),
		readDecisions(db, contestId)
	]);
	if (!contest) return refuse('input/not-found');
	const stage = stageNow(contest.rules, allTurns, chosen);
	const turns = turnsNow(stage, allTurns);
	const markers = markersOf(stage, judges, decisions);
	const partsFor: PartsFor = (judge, turn) =>
		sheetParts(markers.partsOf(judge.code, turn.contestant.number, turn.session), rubrics);
	const seats = new Set((stage?.parts ?? []).filter(isJudged).flatMap(({ panels }) => panels.map(({ code }) => code)));
	const called = new Set(turns.flatMap((turn) => [...markers.of(turn.contestant.number, turn.session)]));
	const panel = judges.filter(({ code, panels }) => called.has(code) || panels.some((seat) => seats.has(seat)));
	const byPlace = new Map(sheets.map((sheet) => [`${sheet.turnId} ${sheet.judgeId}`, sheet]));
	const own = panel.find((judge) => seat.kind === 'staff' && judge.accountId === seat.accountId);
	const isPublished = contest.publishedAt !== null;
	const maySeeMarks = may(seat, 'marks:see', contestId);
	const canReopen = (judge: JudgeRow) =>
		!isPublished && judge !== own && mayReopen(rolesOf(seat, contestId), judge.role);
	const far = maySeeMarks && stage ? await farSheets(app, contestId, stage) : new Map<string, Set<string>>();
	const rows = turns.map((turn) => {
		// T-23: whoever marks too stays blind for this contestant until their own sheet is locked.
		const expected = markers.of(turn.contestant.number, turn.session);
		const isBlind =
			own !== undefined && expected.has(own.code) && !isPublished && !byPlace.get(`${turn.id} ${own.id}`)?.lockedAt;
		const showTotals = maySeeMarks && !isBlind;
		const tooFar = far.get(turn.contestant.number);
		return matrixRow(turn, { panel, partsFor, expected, byPlace, canReopen, showTotals, far: tooFar });
	});
	const present = rows.filter(({ status }) => status !== 'absent');
	return {
		contest: { id: contest.id, name: contest.name, version: contest.version },
		stages: stageChoices(contest.rules),
		stage: stage?.code ?? '',
		judges: panel.map(({ id, code, fullName }) => ({ id, code, name: fullName })),
		me: own?.id ?? null,
		rows,
		missing: missingSheets(panel, rows),
		locked: present.reduce((sum, row) => sum + row.locked, 0),
		wanted: present.reduce((sum, row) => sum + row.wanted, 0),
		can: {
			seeTotals: maySeeMarks,
			runTurns: may(seat, 'turn:run', contestId),
			enterAnswers: may(seat, 'answers:enter', contestId),
			enterPapers: may(seat, 'papers:enter', contestId)
		}
	};
}

/** What is on this judge's sheet of this turn. */
type PartsFor = (judge: JudgeRow, turn: TurnRecord) => SheetPart[];

interface RowFacts {
	panel: JudgeRow[];
	partsFor: PartsFor;
	/** Codes of those who mark the contestant. */
	expected: Set<string>;
	/** Sheets by turn and judge. */
	byPlace: Map<string, SheetRecord>;
	canReopen: (judge: JudgeRow) => boolean;
	showTotals: boolean;
	/** Codes of the judges whose sheets are too far from the others. */
	far: Set<string> | undefined;
}

function matrixRow(
	turn: TurnRecord,
	{ panel, partsFor, expected, byPlace, canReopen, showTotals, far }: RowFacts
): MatrixRow {
	const cells = panel.map((judge) => {
		const parts = partsFor(judge, turn);
		const of = criteriaOf(parts).length;
		const sheet = byPlace.get(`${turn.id} ${judge.id}`);
		const isLocked = sheet !== undefined && sheet.lockedAt !== null;
		return {
			judgeId: judge.id,
			state: sheetState(sheet),
			isExpected: expected.has(judge.code),
			marked: of - missingOnSheet(parts, sheet?.marks ?? {}).length,
			of,
			revision: sheet?.revision ?? 1,
			canReopen: isLocked && canReopen(judge),
			total: isLocked && showTotals && parts.length > 0 ? totalOfSheet(parts, sheet.marks) : null,
			isFar: isLocked && showTotals && far?.has(judge.code) === true,
			apart: null
		};
	});
	const spread = spreadOf(cells);
	return {
		turnId: turn.id,
		position: turn.position,
		number: turn.contestant.number,
		name: turn.contestant.fullName,
		unit: turn.unit.name,
		status: turn.status,
		cells: spread === null ? cells : cells.map((cell) => ({ ...cell, apart: apartFrom(cells, cell, spread) })),
		locked: cells.filter((cell) => cell.isExpected && !isMissing(cell)).length,
		wanted: cells.filter(({ isExpected }) => isExpected).length,
		spread
	};
}

function spreadOf(cells: MatrixCell[]): Points | null {
	const expected = cells.filter(({ isExpected }) => isExpected);
	const totals = expected.flatMap(({ total }) => total ?? []);
	return totals.length < 2 || totals.length < expected.length ? null : Math.max(...totals) - Math.min(...totals);
}

/** A help for the eye and no rule: a gap of more than half the spread, and of more than a twentieth of the highest total. */
function apartFrom(cells: MatrixCell[], { judgeId, total }: MatrixCell, spread: Points): Points | null {
	const others = cells
		.filter((other) => other.judgeId !== judgeId && other.isExpected)
		.flatMap(({ total }) => total ?? []);
	if (total === null || others.length < 2) return null;
	const gap = Math.min(...others.map((other) => Math.abs(other - total)));
	return gap * 2 > spread && gap * 20 > Math.max(total, ...others) ? gap : null;
}

function missingSheets(panel: JudgeRow[], rows: MatrixRow[]): MarkingMatrix['missing'] {
	const ended = rows.filter(({ status }) => status === 'ended');
	return panel
		.map((judge, index) => ({
			judge: judge.code,
			name: judge.fullName,
			numbers: ended.filter(({ cells }) => isMissing(cells[index])).map(({ number }) => number)
		}))
		.filter(({ numbers }) => numbers.length > 0);
}

/** R23: also a locked sheet, when a decision after it has put another part on it. */
function isMissing(cell: MatrixCell | undefined): boolean {
	return cell !== undefined && cell.isExpected && (cell.state !== 'locked' || cell.marked < cell.of);
}
