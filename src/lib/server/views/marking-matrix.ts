// Contestants × judges: who has marked whom; marks themselves have no field here, and totals only of locked sheets for those who may.
import type { Bilingual, ContestId, JudgeId, StageCode } from '../../contest/ids.ts';
import { standingDecisions } from '../../contest/record/decision.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { Divergence, DivergenceLevel } from '../../contest/rules/panels.ts';
import { isJudged } from '../../contest/rules/parts.ts';
import type { Stage } from '../../contest/rules/rules.ts';
import { sheetParts } from '../../contest/sheet.ts';
import type { App } from '../app.ts';
import { may, mayReopen, refuseUnless, rolesOf } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readRubrics } from '../stores/bank.ts';
import { readContest } from '../stores/contests.ts';
import { markersOf, readSeating } from '../stores/markers.ts';
import type { JudgeRow } from '../stores/people.ts';
import { readMarkingLocks } from '../stores/marking-locks.ts';
import { readPapers } from '../stores/paper-sheets.ts';
import { readEffectiveSheets } from '../stores/sheets.ts';
import { readTurns } from '../stores/turns.ts';
import { farSheets } from './far-sheets.ts';
import { markingTimes, type MarkingTimes } from './marking-times.ts';
import { isMissing, matrixRow, type MatrixRow, type PartsFor } from './matrix-row.ts';
import { panelsOf, stageChoices, stageNow, turnsNow } from './stage-now.ts';

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
	/** Sheets that ended turns still wait for, by judge; `papers`: those of them that lie on paper and are to be typed. */
	missing: { judge: string; name: string; numbers: string[]; papers: string[] }[];
	/** Sessions of the stage that are locked, by title; null where the stage has none. */
	lockedSessions: (Bilingual | null)[];
	/** Locked sheets of all sheets to come. */
	locked: number;
	wanted: number;
	/** How long sheets took, and how many are still out, by judge; only for the head judge. */
	times: MarkingTimes | null;
	/** From where on the rules look at a difference, part by part; null for whoever may not see totals. */
	limits: { part: Bilingual; metric: Divergence['metric']; level: DivergenceLevel }[] | null;
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
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const [seating, allTurns, rubrics, sheets, papers, locks] = await Promise.all([
		readSeating(db, contest),
		readTurns(db, contestId),
		readRubrics(db, contestId),
		readEffectiveSheets(db, contestId),
		readPapers(db, contestId),
		readMarkingLocks(db, contestId)
	]);
	const { judges, decisions } = seating;
	const stage = stageNow(contest.rules, allTurns, chosen);
	const turns = turnsNow(stage, allTurns);
	const markers = markersOf(stage, seating);
	const partsFor: PartsFor = (judge, turn) =>
		sheetParts(markers.partsOf(judge.code, turn.contestant.number, turn.session), rubrics);
	const seats = panelsOf(stage);
	const called = new Set(turns.flatMap((turn) => [...markers.of(turn.contestant.number, turn.session)]));
	const panel = judges.filter(
		({ code, panels, role }) => called.has(code) || (role !== 'shadow' && panels.some((seat) => seats.has(seat)))
	);
	const byPlace = new Map(sheets.map((sheet) => [`${sheet.turnId} ${sheet.judgeId}`, sheet]));
	const openPapers = new Map(
		papers.filter(({ state }) => state === 'open').map((paper) => [`${paper.turnId} ${paper.judgeId}`, paper])
	);
	const standing = standingDecisions(decisions);
	const closed = new Set(
		locks.filter(({ openedAt }) => openedAt === null).map(({ stage: code, session }) => `${code} ${session}`)
	);
	const own = judges.find((judge) => seat.kind === 'staff' && judge.accountId === seat.accountId);
	const isPublished = contest.publishedAt !== null;
	const maySeeMarks = may(seat, 'marks:see', contestId);
	const canReopen = (judge: JudgeRow) =>
		!isPublished && judge !== own && mayReopen(rolesOf(seat, contestId), judge.role);
	const far = maySeeMarks && stage ? await farSheets(app, contestId, stage) : new Map<string, Set<string>>();
	const rows = turns.map((turn) => {
		// T-23: whoever marks too stays blind for this contestant until their own sheet is locked.
		const expected = markers.of(turn.contestant.number, turn.session);
		const isBlind =
			own !== undefined &&
			partsFor(own, turn).length > 0 &&
			!isPublished &&
			!byPlace.get(`${turn.id} ${own.id}`)?.lockedAt;
		const showTotals = maySeeMarks && !isBlind;
		const isSessionLocked = closed.has(`${turn.stage} ${turn.session ?? ''}`);
		const tooFar = far.get(turn.contestant.number);
		return matrixRow(turn, {
			panel,
			partsFor,
			expected,
			byPlace,
			papers: openPapers,
			rules: contest.rules,
			decisions: standing,
			excuses: seating.excuses,
			canReopen: (judge) => !isSessionLocked && canReopen(judge),
			showTotals,
			far: tooFar
		});
	});
	const sessions = [...new Set(turns.map(({ session }) => session))];
	const present = rows.filter(({ status }) => status !== 'absent');
	return {
		contest: { id: contest.id, name: contest.name, version: contest.version },
		stages: stageChoices(contest.rules),
		stage: stage?.code ?? '',
		judges: panel.map(({ id, code, fullName }) => ({ id, code, name: fullName })),
		me: own && panel.includes(own) ? own.id : null,
		rows,
		missing: missingSheets(panel, rows),
		lockedSessions: sessions
			.filter((session) => closed.has(`${stage?.code} ${session ?? ''}`))
			.map((session) => stage?.sessions.find(({ code }) => code === session)?.title ?? null),
		locked: present.reduce((sum, row) => sum + row.locked, 0),
		wanted: present.reduce((sum, row) => sum + row.wanted, 0),
		times: may(seat, 'panel:weigh', contestId) ? markingTimes(panel, present, sheets) : null,
		limits: maySeeMarks ? limitsOf(stage) : null,
		can: {
			seeTotals: maySeeMarks,
			runTurns: may(seat, 'turn:run', contestId),
			enterAnswers: may(seat, 'answers:enter', contestId),
			enterPapers: may(seat, 'papers:enter', contestId)
		}
	};
}

/** The mildest level of each panel that has any. */
function limitsOf(stage: Stage | null): NonNullable<MarkingMatrix['limits']> {
	return (stage?.parts ?? []).filter(isJudged).flatMap(({ title, panels }) =>
		panels.flatMap(({ divergence }) => {
			const level = divergence?.levels[0];
			return divergence && level ? [{ part: title, metric: divergence.metric, level }] : [];
		})
	);
}

function missingSheets(panel: JudgeRow[], rows: MatrixRow[]): MarkingMatrix['missing'] {
	const ended = rows.filter(({ status }) => status === 'ended');
	return panel
		.map((judge, index) => {
			const missing = ended.filter(({ cells }) => isMissing(cells[index]));
			return {
				judge: judge.code,
				name: judge.fullName,
				numbers: missing.map(({ number }) => number),
				papers: missing.filter(({ cells }) => cells[index]?.state === 'paper').map(({ number }) => number)
			};
		})
		.filter(({ numbers }) => numbers.length > 0);
}
