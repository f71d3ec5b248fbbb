// The run sheet of the presentations for the console: every turn with its times, what its time costs, and who has not marked.
import type { Bilingual, ContestId, StageCode, TurnId } from '../../contest/ids.ts';
import { standingDecisions } from '../../contest/record/decision.ts';
import { isOut } from '../../contest/record/record.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { PenaltyTaken } from '../../contest/result/stage-time.ts';
import type { Timing } from '../../contest/rules/timing.ts';
import { isPartOpen } from '../../contest/sheet.ts';
import { turnCan, type TurnCommand, type TurnStatus } from '../../contest/turn.ts';
import type { App } from '../app.ts';
import { may, refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { markersOf, readSeating } from '../stores/markers.ts';
import type { JudgeRow } from '../stores/people.ts';
import { readEffectiveSheets, type SheetRecord } from '../stores/sheets.ts';
import { readTurns, type TurnRecord } from '../stores/turns.ts';
import { excuseOf } from './matrix-row.ts';
import { panelsOf, stageChoices, stageNow, timingOnStage, turnsNow } from './stage-now.ts';
import { costOfTurn, withDecidedTime } from './turn-time.ts';

export interface BoardTurn {
	turnId: TurnId;
	position: number;
	number: string;
	name: string;
	unit: string;
	topic: string | null;
	/** From the call on, when judges receive it as well; null before. */
	situation: string | null;
	status: TurnStatus;
	/** Is not called any more. */
	isOut: boolean;
	startedAt: number | null;
	endedAt: number | null;
	removedMs: number;
	/** Time used once ended; null before. */
	usedMs: number | null;
	penalty: PenaltyTaken | null;
	/** Locked sheets of those expected. */
	locked: number;
	expected: number;
	/** Judges of the panels who do not mark this contestant, with nobody in their place (recused, R154). */
	kept: number;
	/** The judges expected whose sheet is not locked. */
	waitingFor: { code: string; name: string; hasDraft: boolean }[];
	can: TurnCommand['do'][];
}

export interface TurnBoard {
	contest: { id: ContestId; name: string; version: number };
	/** Limits of the stopwatch; null when nothing is timed. */
	timing: Timing | null;
	/** Stages to choose from; empty when the rules have one. */
	stages: { code: StageCode; title: Bilingual }[];
	/** The one that is shown. */
	stage: StageCode;
	turns: BoardTurn[];
	currentTurnId: TurnId | null;
	nextTurnId: TurnId | null;
	ended: number;
}

const commands: TurnCommand['do'][] = [
	'call',
	'step-on-stage',
	'start',
	'end',
	'take-back',
	'mark-absent',
	'return-to-queue',
	'remove-time'
];

export async function turnBoard(
	app: App,
	seat: Seat,
	contestId: ContestId,
	chosen: StageCode | null = null
): Promise<TurnBoard | Refusal> {
	const denied = refuseUnless(seat, 'matrix:see', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const [seating, allTurns, sheets] = await Promise.all([
		readSeating(db, contest),
		readTurns(db, contestId),
		readEffectiveSheets(db, contestId)
	]);
	const { judges, decisions } = seating;
	const stage = stageNow(contest.rules, allTurns, chosen);
	const turns = withDecidedTime(turnsNow(stage, allTurns), decisions);
	const timing = timingOnStage(stage);
	const current = turns.find(({ status }) => status === 'called' || status === 'on_stage' || status === 'running');
	const mayRun = may(seat, 'turn:run', contestId) && contest.publishedAt === null;
	const markers = markersOf(stage, seating);
	const seats = panelsOf(stage);
	const seated = judges.filter(({ role, panels }) => role !== 'shadow' && panels.some((code) => seats.has(code)));
	const facts = { rules: contest.rules, decisions: standingDecisions(decisions), excuses: seating.excuses };
	const rows = turns.map((turn) => {
		const codes = markers.of(turn.contestant.number, turn.session);
		const panel = judges.filter(({ code }) => codes.has(code));
		const kept = seated.filter((judge) => {
			const excuse = codes.has(judge.code) ? null : excuseOf(judge, turn, facts);
			return excuse === 'recused' || excuse === 'interest';
		}).length;
		return { ...boardTurn(turn, timing, panel, sheets, mayRun, current?.id ?? null), kept };
	});
	return {
		contest: { id: contest.id, name: contest.name, version: contest.version },
		timing,
		stages: stageChoices(contest.rules),
		stage: stage?.code ?? '',
		turns: rows,
		currentTurnId: current?.id ?? null,
		nextTurnId: rows.find(({ status, isOut }) => status === 'waiting' && !isOut)?.turnId ?? null,
		ended: rows.filter(({ status }) => status === 'ended').length
	};
}

function boardTurn(
	turn: TurnRecord,
	timing: Timing | null,
	panel: JudgeRow[],
	sheets: SheetRecord[],
	mayRun: boolean,
	currentId: TurnId | null
): Omit<BoardTurn, 'kept'> {
	const own = new Map(sheets.filter(({ turnId }) => turnId === turn.id).map((sheet) => [sheet.judgeId, sheet]));
	const waitingFor = panel.filter(({ id }) => !own.get(id)?.lockedAt);
	const isGone = isOut(turn.contestant.status);
	return {
		turnId: turn.id,
		position: turn.position,
		number: turn.contestant.number,
		name: turn.contestant.fullName,
		unit: turn.unit.name,
		topic: turn.topic?.title ?? null,
		situation: isPartOpen('situation', turn.status) ? (turn.situation?.text ?? null) : null,
		status: turn.status,
		isOut: isGone,
		startedAt: turn.startedAt,
		endedAt: turn.endedAt,
		removedMs: turn.removedMs,
		...costOfTurn(turn, timing),
		locked: panel.length - waitingFor.length,
		expected: panel.length,
		waitingFor: waitingFor.map(({ id, code, fullName }) => ({ code, name: fullName, hasDraft: own.has(id) })),
		can: mayRun ? commands.filter((command) => isPossible(turn, command, isGone, currentId)) : []
	};
}

/** The turn's own table, and the stage: one contestant at a time. */
function isPossible(turn: TurnRecord, command: TurnCommand['do'], isGone: boolean, currentId: TurnId | null): boolean {
	if (!turnCan(turn, command)) return false;
	const isTaken = currentId !== null && currentId !== turn.id;
	if (command === 'call') return !isGone && !isTaken;
	if (command !== 'take-back') return true;
	// An absent contestant who was never called goes back to waiting, which takes nobody's place.
	return !isTaken || (turn.status === 'absent' && turn.calledAt === null);
}
