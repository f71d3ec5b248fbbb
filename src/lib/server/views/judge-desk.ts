// What one judge sees: who is on stage, the state of their own sheets, and one sheet to mark; nobody else's marks are ever read here.
import type { Bilingual, ContestId, PartCode, StageCode, TurnId } from '../../contest/ids.ts';
import { paperCode } from '../../contest/paper-sheet.ts';
import type { Points } from '../../contest/points.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { Criterion, Marks } from '../../contest/rubric.ts';
import { isJudged } from '../../contest/rules/parts.ts';
import {
	criteriaOf,
	isPartOpen,
	missingOnSheet,
	sheetParts,
	totalOfSheet,
	type SheetPart
} from '../../contest/sheet.ts';
import type { TurnView } from '../../contest/stage.ts';
import type { App } from '../app.ts';
import { may, refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readRubrics } from '../stores/bank.ts';
import { readContest } from '../stores/contests.ts';
import { readDecisions } from '../stores/decisions.ts';
import { markersOf } from '../stores/markers.ts';
import { readPapers, type PaperRecord } from '../stores/paper-sheets.ts';
import { readJudges } from '../stores/people.ts';
import { readSheetsOf, type SheetRecord } from '../stores/sheets.ts';
import { mostPinTries, readPinTries } from '../stores/signing-pins.ts';
import { readTurns, type TurnRecord } from '../stores/turns.ts';
import { stageChoices, stageNow, timingOnStage, turnsNow } from './stage-now.ts';

export type OwnSheetState = 'none' | 'draft' | 'paper' | 'locked';

export interface DeskTurn {
	turnId: TurnId;
	position: number;
	number: string;
	name: string;
	unit: string;
	status: TurnView['status'];
	/** False for a contestant this judge does not mark: recused, or replaced by another. */
	isMine: boolean;
	sheet: OwnSheetState;
	/** Criteria with a mark, of all. */
	marked: number;
	of: number;
	/** The judge's own total so far. */
	total: Points;
}

export interface DeskPart {
	code: PartCode;
	title: Bilingual;
	kind: SheetPart['kind'];
	max: Points;
	isOpen: boolean;
	criteria: Criterion[];
}

/** The sheet in hand. */
export interface DeskSheet {
	turn: TurnView;
	isMine: boolean;
	topicHint: string;
	/** What a good answer to the situation holds: part of the marking guide; null until the part is open. */
	pointsOfAnswer: string | null;
	parts: DeskPart[];
	/** Version of the stored draft; 0 while nothing is stored. */
	version: number;
	revision: number;
	marks: Marks;
	comments: Record<string, string>;
	savedAt: number | null;
	lockedAt: number | null;
	/** Why the head judge opened it again. */
	reopenReason: string | null;
	/** While it is on paper, or when it was submitted from there; the marks are then those of the screen before, or those that count. */
	paper: DeskPaper | null;
}

export interface DeskPaper {
	/** Printed on the sheet, to find it again. */
	code: string;
	openedBy: string;
	openedAt: number;
	reason: string;
	/** Who has typed it so far: names, never marks. */
	typists: string[];
}

export interface JudgeDesk {
	contest: { id: ContestId; name: string; version: number; isRehearsal: boolean };
	judge: { id: string; code: string; name: string };
	/** Whether the judge can sign; a locked PIN is set anew with the password, like none. */
	pin: 'set' | 'none' | 'locked';
	/** Stages to choose from; empty when the rules have one. */
	stages: { code: StageCode; title: Bilingual }[];
	/** The one that is shown. */
	stage: StageCode;
	/** The judge sits in no panel of this stage and marks for nobody: there is nothing to mark. */
	marksNothing: boolean;
	turns: DeskTurn[];
	/** Who is called, on stage or running now. */
	currentTurnId: TurnId | null;
	sheet: DeskSheet | null;
	/** Every sheet of this stage that is the judge's own, for a device that loses its network. */
	sheets: DeskSheet[];
	can: { seePanel: boolean };
}

/**
 * `wanted` is the turn to mark, in whichever stage it is; without it, of the wanted stage, the one on stage, else the first whose
 * sheet is neither locked nor on paper.
 */
export async function judgeDesk(
	app: App,
	seat: Seat,
	contestId: ContestId,
	wanted: TurnId | null,
	stageWanted: StageCode | null = null
): Promise<JudgeDesk | Refusal> {
	const denied = refuseUnless(seat, 'sheets:mark', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const [contest, panel, allTurns, rubrics, decisions] = await Promise.all([
		readContest(db, contestId),
		readJudges(db, contestId),
		readTurns(db, contestId),
		readRubrics(db, contestId),
		readDecisions(db, contestId)
	]);
	const judge = panel.find((member) => seat.kind === 'staff' && member.accountId === seat.accountId);
	if (!contest) return refuse('input/not-found');
	if (!judge) return refuse('sheet/not-yours');
	const sheets = new Map((await readSheetsOf(db, contestId, judge.id)).map((sheet) => [sheet.turnId, sheet]));
	const papers = (await readPapers(db, contestId)).filter(({ judgeId }) => judgeId === judge.id);
	const stageOfTurn = allTurns.find(({ id }) => id === wanted)?.stage;
	const stage = stageNow(contest.rules, allTurns, stageOfTurn ?? stageWanted);
	const markers = markersOf(stage, panel, decisions);
	const held = turnsNow(stage, allTurns).map((turn): OwnTurn => {
		const marked = markers.partsOf(judge.code, turn.contestant.number, turn.session);
		const sheet = sheets.get(turn.id);
		const paper = papers.find(
			({ turnId, state, scoresheetId }) =>
				turnId === turn.id && (sheet?.closedAt ? state === 'open' : scoresheetId !== null && scoresheetId === sheet?.id)
		);
		return { turn, sheet, paper, isMine: marked.length > 0, parts: sheetParts(marked, rubrics) };
	});
	const isSeated = (stage?.parts ?? []).some(
		(part) => isJudged(part) && part.panels.some(({ code }) => judge.panels.includes(code))
	);
	const marksNothing = stage !== null && !isSeated && held.every(({ isMine }) => !isMine);
	const turns = marksNothing ? [] : held;
	const current = turns.find(({ turn }) => isBeforeTheHall(turn));
	const mine = turns.filter(({ isMine }) => isMine);
	const chosen =
		turns.find(({ turn }) => turn.id === wanted) ??
		mine.find(({ turn }) => isBeforeTheHall(turn)) ??
		mine.find(({ turn, sheet }) => turn.status !== 'absent' && !sheet?.lockedAt && !sheet?.closedAt) ??
		mine[0] ??
		turns[0];
	const timing = timingOnStage(stage);
	const tries = await readPinTries(db, judge.accountId ?? '');
	return {
		contest: { id: contest.id, name: contest.name, version: contest.version, isRehearsal: contest.isRehearsal },
		judge: { id: judge.id, code: judge.code, name: judge.fullName },
		pin: tries === null ? 'none' : tries >= mostPinTries ? 'locked' : 'set',
		stages: stageChoices(contest.rules),
		stage: stage?.code ?? '',
		marksNothing,
		turns: turns.map(deskTurn),
		currentTurnId: current?.turn.id ?? null,
		sheet: chosen ? deskSheet(chosen, turns.length, timing) : null,
		sheets: mine.map((own) => deskSheet(own, turns.length, timing)),
		can: { seePanel: may(seat, 'sheets:reopen', contestId) }
	};
}

export function sheetState(sheet: Pick<SheetRecord, 'lockedAt' | 'closedAt'> | undefined): OwnSheetState {
	if (!sheet) return 'none';
	if (sheet.closedAt !== null) return 'paper';
	return sheet.lockedAt === null ? 'draft' : 'locked';
}

function isBeforeTheHall({ status }: TurnRecord): boolean {
	return status === 'called' || status === 'on_stage' || status === 'running';
}

/** A turn with the judge's own sheet and what is on it. */
interface OwnTurn {
	turn: TurnRecord;
	sheet: SheetRecord | undefined;
	paper: PaperRecord | undefined;
	isMine: boolean;
	parts: SheetPart[];
}

function deskTurn({ turn, sheet, isMine, parts }: OwnTurn): DeskTurn {
	const of = criteriaOf(parts).length;
	const marks = sheet?.marks ?? {};
	return {
		turnId: turn.id,
		position: turn.position,
		number: turn.contestant.number,
		name: turn.contestant.fullName,
		unit: turn.unit.name,
		status: turn.status,
		isMine,
		sheet: sheetState(sheet),
		marked: of - missingOnSheet(parts, marks).length,
		of,
		total: totalOfSheet(parts, marks)
	};
}

function deskSheet(
	{ turn, sheet, paper, isMine, parts }: OwnTurn,
	of: number,
	timing: ReturnType<typeof timingOnStage>
): DeskSheet {
	const isStageOpen = isPartOpen('situation', turn.status);
	return {
		turn: turnView(turn, of, timing, isStageOpen),
		isMine,
		topicHint: turn.topic?.hint ?? '',
		pointsOfAnswer: isStageOpen ? (turn.situation?.pointsOfAnswer ?? null) : null,
		parts: parts.map(({ code, title, kind, rubric }) => ({
			code,
			title,
			kind,
			max: rubric.max,
			isOpen: isPartOpen(kind, turn.status),
			criteria: rubric.criteria
		})),
		version: sheet?.version ?? 0,
		revision: sheet?.revision ?? 1,
		marks: sheet?.marks ?? {},
		comments: sheet?.comments ?? {},
		savedAt: sheet?.savedAt ?? null,
		lockedAt: sheet?.lockedAt ?? null,
		reopenReason: sheet?.reopenReason ?? null,
		paper: paper ? deskPaper(paper) : null
	};
}

function deskPaper({ turnId, judgeId, openedBy, openedAt, reason, typists }: PaperRecord): DeskPaper {
	return {
		code: paperCode(turnId, judgeId),
		openedBy,
		openedAt: openedAt.getTime(),
		reason,
		typists: typists.map(({ name }) => name)
	};
}

function turnView(
	turn: TurnRecord,
	of: number,
	timing: ReturnType<typeof timingOnStage>,
	isStageOpen: boolean
): TurnView {
	return {
		turnId: turn.id,
		presenter: {
			contestantId: turn.contestant.id,
			number: turn.contestant.number,
			name: turn.contestant.fullName,
			unit: turn.unit.name
		},
		position: turn.position,
		of,
		status: turn.status,
		topic: turn.topic?.title ?? null,
		situation: isStageOpen ? (turn.situation?.text ?? null) : null,
		startedAt: turn.startedAt,
		endedAt: turn.endedAt,
		removedMs: turn.removedMs,
		mostMs: timing?.mostMs ?? null,
		warnBeforeMs: timing?.warnBeforeMs ?? 0
	};
}
