// One contestant's sheets as the matrix shows them: states for everybody, totals and differences only where the caller lets them through.
import type { JudgeId, TurnId } from '../../contest/ids.ts';
import type { Points } from '../../contest/points.ts';
import { decisionsOf, type Decision } from '../../contest/record/decision.ts';
import { excuseKey, type Excuses } from '../../contest/result/interests.ts';
import { reaches } from '../../contest/result/session-reach.ts';
import type { Rules } from '../../contest/rules/rules.ts';
import { criteriaOf, missingOnSheet, totalOfSheet, type SheetPart } from '../../contest/sheet.ts';
import type { TurnView } from '../../contest/stage.ts';
import type { PaperRecord } from '../stores/paper-sheets.ts';
import type { JudgeRow } from '../stores/people.ts';
import type { SheetRecord } from '../stores/sheets.ts';
import type { TurnRecord } from '../stores/turns.ts';
import { sheetState, type OwnSheetState } from './judge-desk.ts';

export interface MatrixCell {
	judgeId: JudgeId;
	state: OwnSheetState;
	/** False: nothing is waited for from this judge. */
	isExpected: boolean;
	/** Why not: by decision, by an interest (R154), or because somebody marks in the judge's place; null where another panel marks, and where a sheet is expected. */
	excused: 'recused' | 'interest' | 'replaced' | null;
	marked: number;
	of: number;
	/** Greater than 1 when it was reopened. */
	revision: number;
	/** A draft over a sheet that was signed before: it has to be signed again. */
	isReopened: boolean;
	/** A second device was refused with other marks, or two people typed the paper differently; somebody has to look. */
	isConflicting: boolean;
	/** Whether this person may open it again. */
	canReopen: boolean;
	/** Of a locked sheet, and only when this person may see it now. */
	total: Points | null;
	/** A difference the rules look for names this sheet (R125); false while the total is not shown or another sheet is still out. */
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

/** What is on this judge's sheet of this turn. */
export type PartsFor = (judge: JudgeRow, turn: TurnRecord) => SheetPart[];

export interface RowFacts {
	panel: JudgeRow[];
	partsFor: PartsFor;
	/** Codes of those who mark the contestant. */
	expected: Set<string>;
	/** Sheets and open papers by turn and judge. */
	byPlace: Map<string, SheetRecord>;
	papers: Map<string, PaperRecord>;
	rules: Rules;
	/** Those that hold. */
	decisions: Decision[];
	excuses: Excuses;
	canReopen: (judge: JudgeRow) => boolean;
	showTotals: boolean;
	/** Codes of the judges whose sheets are too far from the others. */
	far: Set<string> | undefined;
}

export function matrixRow(
	turn: TurnRecord,
	{ panel, partsFor, expected, byPlace, papers, rules, decisions, excuses, canReopen, showTotals, far }: RowFacts
): MatrixRow {
	const place = (judge: JudgeRow) => `${turn.id} ${judge.id}`;
	const cells = panel.map((judge): MatrixCell => {
		const parts = partsFor(judge, turn);
		const of = criteriaOf(parts).length;
		const sheet = byPlace.get(place(judge));
		const isLocked = sheet !== undefined && sheet.lockedAt !== null;
		return {
			judgeId: judge.id,
			state: sheetState(sheet),
			isExpected: expected.has(judge.code),
			excused: expected.has(judge.code) ? null : excuseOf(judge, turn, { rules, decisions, excuses }),
			marked: of - missingOnSheet(parts, sheet?.marks ?? {}).length,
			of,
			revision: sheet?.revision ?? 1,
			isReopened: !isLocked && sheet !== undefined && sheet.reopenings > 0,
			isConflicting:
				sheetState(sheet) === 'draft' ? sheet?.refusedAt !== null : (papers.get(place(judge))?.typists.length ?? 0) > 1,
			canReopen: isLocked && canReopen(judge),
			total: isLocked && showTotals && parts.length > 0 ? totalOfSheet(parts, sheet.marks) : null,
			isFar: isLocked && showTotals && far?.has(judge.code) === true,
			apart: null
		};
	});
	const spread = spreadOf(cells);
	const locked = cells.filter((cell) => cell.isExpected && !isMissing(cell)).length;
	const wanted = cells.filter(({ isExpected }) => isExpected).length;
	return {
		turnId: turn.id,
		position: turn.position,
		number: turn.contestant.number,
		name: turn.contestant.fullName,
		unit: turn.unit.name,
		status: turn.status,
		cells: cells.map((cell) => ({
			...cell,
			isFar: cell.isFar && locked === wanted,
			apart: spread === null ? null : apartFrom(cells, cell, spread)
		})),
		locked,
		wanted,
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

/** A recusal of every part, or a substitute for the session; what is decided of single parts leaves a sheet to wait for. */
export function excuseOf(
	{ code }: JudgeRow,
	{ contestant, stage, session }: TurnRecord,
	{ rules, decisions, excuses }: Pick<RowFacts, 'rules' | 'decisions' | 'excuses'>
): MatrixCell['excused'] {
	if (decisionsOf(decisions, 'recusal').some((each) => each.judge === code && each.contestant === contestant.number))
		return 'recused';
	return decisionsOf(decisions, 'substitute').some(
		(each) => each.judge === code && reaches(each, { stage, session }, rules)
	)
		? 'replaced'
		: excuses.pairs.has(excuseKey(code, contestant.number))
			? 'interest'
			: null;
}

/** R23: also a locked sheet, when a decision after it has put another part on it. */
export function isMissing(cell: MatrixCell | undefined): boolean {
	return cell !== undefined && cell.isExpected && (cell.state !== 'locked' || cell.marked < cell.of);
}
