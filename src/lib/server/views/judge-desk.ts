// What one judge sees: who is on stage, the state of their own sheets, and one sheet to mark; nobody else's marks are ever read here.
import type { Bilingual, ContestId, PartCode, StageCode, TurnId } from '../../contest/ids.ts';
import { paperCode } from '../../contest/paper-sheet.ts';
import type { Points } from '../../contest/points.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { Criterion, Marks } from '../../contest/rubric.ts';
import { excuseKey } from '../../contest/result/interests.ts';
import { sitsIn } from '../../contest/result/seat-limits.ts';
import { isJudged, type JudgedPart } from '../../contest/rules/parts.ts';
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
import { markersOf, readSeating } from '../stores/markers.ts';
import { readPapers, type PaperRecord } from '../stores/paper-sheets.ts';
import { readRemarksOf } from '../stores/private-remarks.ts';
import { readSheetsOf, type SheetRecord } from '../stores/sheets.ts';
import { readTurns, type TurnRecord } from '../stores/turns.ts';
import { readEntriesOfStage, type DeskDocument, type DeskQueue, type EntriesOfStage } from './desk-documents.ts';
import { deskTurnView, shownPeople, type ShownPerson } from './desk-turns.ts';
import { pinState, type PinState } from './pin-state.ts';
import { stageChoices, stageNow, timingOnStage, turnsNow } from './stage-now.ts';
import { costOfTurn, withDecidedTime } from './turn-time.ts';

export type OwnSheetState = 'none' | 'draft' | 'paper' | 'locked';

export interface DeskTurn {
	turnId: TurnId;
	position: number;
	number: string;
	/** Both empty, and `number` a code name where there is one, while the judge is not to know whose entry it is (R276, R323). */
	name: string;
	unit: string;
	status: TurnView['status'];
	/** False for a contestant this judge does not mark: recused, or replaced by another. */
	isMine: boolean;
	sheet: OwnSheetState;
	/** When the judge submitted it; null before. */
	lockedAt: number | null;
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

/** The house takes it off by itself: a judge must neither forget it nor take it off again. */
export interface DeskTime {
	/** Before the end nobody knows. */
	isKnown: boolean;
	/** `criterion`: inside that one of every sheet; null: off the part. */
	penalties: { part: Bilingual; criterion: string | null; note: Bilingual }[];
}

/** The sheet in hand. */
export interface DeskSheet {
	turn: TurnView;
	isMine: boolean;
	/** An interest keeps the judge from marking this contestant (R154), or would, had the sheet not been begun. */
	isExcused: boolean;
	/** Nothing was begun, and an interest would excuse the judge. */
	mayDecline: boolean;
	topicHint: string;
	/** What the contestant has handed in for the judge's parts. */
	documents: DeskDocument[];
	/** What a good answer to the situation holds: part of the marking guide; null until the part is open. */
	pointsOfAnswer: string | null;
	parts: DeskPart[];
	/** What the time on stage costs in the judge's parts; null where the rules take nothing off for time. */
	time: DeskTime | null;
	/** Version of the stored draft; 0 while nothing is stored. */
	version: number;
	revision: number;
	marks: Marks;
	/** By criterion; `general` of the whole sheet, and `private` for the judge alone. */
	comments: Record<string, string>;
	savedAt: number | null;
	lockedAt: number | null;
	/** Why it was opened again. */
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
	/** A shadow judge learns: nothing of theirs counts (R157). */
	judge: { id: string; code: string; name: string; isShadow: boolean };
	/** Whether the judge can sign. */
	pin: PinState;
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
	/** What is marked before the day; null where nothing is. */
	queue: DeskQueue | null;
	/** Whether the rules let a judge see the place of a sheet among the judge's own complete ones. */
	showsPlaces: boolean;
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
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const [seating, allTurns, rubrics] = await Promise.all([
		readSeating(db, contest),
		readTurns(db, contestId),
		readRubrics(db, contestId)
	]);
	const { judges: panel, decisions, excuses } = seating;
	const judge = panel.find((member) => seat.kind === 'staff' && member.accountId === seat.accountId);
	if (!judge) return refuse('sheet/not-yours');
	const sheets = new Map((await readSheetsOf(db, contestId, judge.id)).map((sheet) => [sheet.turnId, sheet]));
	const remarks = await readRemarksOf(db, contestId, judge.accountId ?? '');
	const papers = (await readPapers(db, contestId)).filter(({ judgeId }) => judgeId === judge.id);
	const stageOfTurn = allTurns.find(({ id }) => id === wanted)?.stage;
	const stage = stageNow(contest.rules, allTurns, stageOfTurn ?? stageWanted);
	const markers = markersOf(stage, seating);
	const entries = await readEntriesOfStage(db, contestId, stage, Boolean(app.office));
	const now = withDecidedTime(turnsNow(stage, allTurns), decisions);
	const personOf = shownPeople(now, entries.isNameHidden);
	const inShownOrder = now.toSorted((a, b) => personOf(a).position - personOf(b).position);
	const held = inShownOrder.map((turn): OwnTurn => {
		const marked = markers.partsOf(judge.code, turn.contestant.number, turn.session);
		const sheet = sheets.get(turn.id);
		return {
			turn,
			sheet,
			remark: remarks.get(turn.id),
			paper: papers.find((paper) => paper.turnId === turn.id && isOfSheet(paper, sheet)),
			isMine: marked.length > 0,
			isExcused: excuses.pairs.has(excuseKey(judge.code, turn.contestant.number)),
			mayDecline: marked.length > 0 && !sheet && !contest.rules.interestedMark,
			parts: sheetParts(marked, rubrics),
			documents: entries.documentsOf(turn, marked, personOf(turn).number),
			person: personOf(turn),
			time: deskTime(turn, marked)
		};
	});
	const isSeated = (stage?.parts ?? []).some(
		(part) => isJudged(part) && part.panels.some(({ code }) => judge.panels.includes(code))
	);
	const marksNothing = stage !== null && !isSeated && held.every(({ isMine }) => !isMine);
	const panels = (stage?.parts ?? []).filter(isJudged).flatMap((part) => part.panels);
	const clusterOf = (number: string) => seating.clusters.get(number) ?? null;
	// R155: of the sessions the judge does not sit in, only what is marked all the same.
	const isHere = ({ turn, isMine }: OwnTurn) =>
		isMine ||
		!judge.panels.some((code) => panels.some((panel) => panel.code === code)) ||
		panels.some(({ code }) =>
			sitsIn(judge, code, { session: turn.session, cluster: clusterOf(turn.contestant.number) })
		);
	const turns = marksNothing ? [] : held.filter(isHere);
	const current = turns.find(({ turn }) => isBeforeTheHall(turn));
	const mine = turns.filter(({ isMine }) => isMine);
	const chosen =
		turns.find(({ turn }) => turn.id === wanted) ??
		mine.find(({ turn }) => isBeforeTheHall(turn)) ??
		mine.find(({ turn, sheet }) => turn.status !== 'absent' && !sheet?.lockedAt && !sheet?.closedAt) ??
		mine[0] ??
		turns[0];
	const timing = timingOnStage(stage);
	return {
		contest: { id: contest.id, name: contest.name, version: contest.version, isRehearsal: contest.isRehearsal },
		judge: { id: judge.id, code: judge.code, name: judge.fullName, isShadow: judge.role === 'shadow' },
		pin: seat.kind === 'staff' ? await pinState(app, seat.accountId) : 'none',
		stages: stageChoices(contest.rules),
		stage: stage?.code ?? '',
		marksNothing,
		turns: turns.map(deskTurn),
		currentTurnId: current?.turn.id ?? null,
		queue: queueOf(mine, entries),
		showsPlaces: contest.rules.judgesSeePlaces === true,
		sheet: chosen ? deskSheet(chosen, held.length, timing) : null,
		sheets: mine.map((own) => deskSheet(own, held.length, timing)),
		can: { seePanel: may(seat, 'sheets:reopen', contestId) }
	};
}

export function sheetState(sheet: Pick<SheetRecord, 'lockedAt' | 'closedAt'> | undefined): OwnSheetState {
	if (!sheet) return 'none';
	if (sheet.closedAt !== null) return 'paper';
	return sheet.lockedAt === null ? 'draft' : 'locked';
}

/** The paper the sheet is on now, or the one it was submitted from. */
function isOfSheet({ state, scoresheetId }: PaperRecord, sheet: SheetRecord | undefined): boolean {
	if (sheet?.closedAt) return state === 'open';
	return scoresheetId !== null && scoresheetId === sheet?.id;
}

function isBeforeTheHall({ status }: TurnRecord): boolean {
	return status === 'called' || status === 'on_stage' || status === 'running';
}

/** A turn with the judge's own sheet and what is on it. */
interface OwnTurn {
	turn: TurnRecord;
	sheet: SheetRecord | undefined;
	remark: string | undefined;
	paper: PaperRecord | undefined;
	isMine: boolean;
	isExcused: boolean;
	mayDecline: boolean;
	parts: SheetPart[];
	documents: DeskDocument[];
	person: ShownPerson;
	time: DeskTime | null;
}

function queueOf(mine: OwnTurn[], { markedAhead, markBy }: EntriesOfStage): DeskQueue | null {
	const due = mine.filter(
		({ turn, parts }) => turn.status !== 'absent' && parts.some(({ code }) => markedAhead.includes(code))
	);
	// What was on the screen before the sheet went over to paper counts no more.
	const isMarked = ({ parts, sheet }: OwnTurn) =>
		sheetState(sheet) !== 'paper' &&
		missingOnSheet(
			parts.filter(({ code }) => markedAhead.includes(code)),
			sheet?.marks ?? {}
		).length === 0;
	return due.length > 0 ? { marked: due.filter(isMarked).length, of: due.length, markBy } : null;
}

function deskTurn({ turn, sheet, isMine, parts, person }: OwnTurn): DeskTurn {
	const of = criteriaOf(parts).length;
	const marks = sheet?.marks ?? {};
	return {
		turnId: turn.id,
		...person,
		status: turn.status,
		isMine,
		sheet: sheetState(sheet),
		lockedAt: sheet?.lockedAt ?? null,
		marked: of - missingOnSheet(parts, marks).length,
		of,
		total: totalOfSheet(parts, marks)
	};
}

function deskSheet(
	{ turn, sheet, remark, paper, isMine, isExcused, mayDecline, parts, documents, person, time }: OwnTurn,
	of: number,
	timing: ReturnType<typeof timingOnStage>
): DeskSheet {
	const isStageOpen = isPartOpen('situation', turn.status);
	return {
		turn: deskTurnView(turn, of, timing, { isStageOpen, person }),
		isMine,
		isExcused,
		mayDecline,
		topicHint: turn.topic?.hint ?? '',
		documents,
		pointsOfAnswer: isStageOpen ? (turn.situation?.pointsOfAnswer ?? null) : null,
		parts: parts.map(({ code, title, kind, rubric }) => ({
			code,
			title,
			kind,
			max: rubric.max,
			isOpen: isPartOpen(kind, turn.status),
			criteria: rubric.criteria
		})),
		time,
		version: sheet?.version ?? 0,
		revision: sheet?.revision ?? 1,
		marks: sheet?.marks ?? {},
		comments: { ...sheet?.comments, ...(remark === undefined ? {} : { private: remark }) },
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

function deskTime(turn: TurnRecord, parts: JudgedPart[]): DeskTime | null {
	const timed = parts.filter(({ timing }) => timing?.penalty);
	if (timed.length === 0) return null;
	const penalties = timed.flatMap(({ title, timing }) => {
		const taken = costOfTurn(turn, timing).penalty;
		const place = timing?.penalty?.place;
		const criterion = place?.kind === 'criterion' ? place.criterion : null;
		return taken ? [{ part: title, criterion, note: taken.note }] : [];
	});
	return { isKnown: turn.endedAt !== null, penalties };
}
