// Score sheets to print: blank ones for the paper twin, or locked ones to sign; drafts have no paper.
import type { Bilingual, ContestId, PartCode, Percent, StageCode } from '../../contest/ids.ts';
import { paperCode } from '../../contest/paper-sheet.ts';
import type { Points } from '../../contest/points.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { sheetTotal } from '../../contest/rubric.ts';
import { isPartOpen, sheetParts, type SheetPart } from '../../contest/sheet.ts';
import type { App } from '../app.ts';
import { may, refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readRubrics } from '../stores/bank.ts';
import { readContest } from '../stores/contests.ts';
import { markersOf, readSeating } from '../stores/markers.ts';
import type { JudgeRow } from '../stores/people.ts';
import { readEffectiveSheets, type SheetRecord } from '../stores/sheets.ts';
import { readTurns, type TurnRecord } from '../stores/turns.ts';
import { blindTurns } from './blind-turns.ts';
import { readEntriesOfStage } from './desk-documents.ts';
import { shownPeople, type ShownPerson } from './desk-turns.ts';
import { stageChoices, stageNow, turnsNow } from './stage-now.ts';

export interface PaperCriterion {
	code: string;
	name: string;
	min: Points;
	max: Points;
	step: Points;
	/** Percent: 100 counts a mark as it is. */
	weight: Percent;
	mark: Points | null;
	comment: string;
}

export interface PaperSheet {
	key: string;
	/** Names the sheet and opens nothing by itself: printed on blank ones, typed or scanned by a secretary. */
	code: string;
	position: number;
	/** R344: the code name, with neither name nor unit, while the judge is not to know whose it is. */
	number: string;
	name: string;
	unit: string;
	topic: string | null;
	situation: string | null;
	judge: { code: string; name: string };
	parts: {
		code: PartCode;
		title: Bilingual;
		kind: SheetPart['kind'];
		max: Points;
		total: Points | null;
		criteria: PaperCriterion[];
	}[];
	max: Points;
	/** Null on a blank sheet. */
	total: Points | null;
	lockedAt: number | null;
	reopened: { times: number; reason: string } | null;
	/** Null on a blank sheet. */
	origin: 'screen' | 'paper' | null;
}

export interface SheetChoices {
	contest: { name: string; organiser: string; place: string; heldOn: string };
	/** Stages to choose from; empty when the rules have one. */
	stages: { code: StageCode; title: Bilingual }[];
	judges: { code: string; name: string }[];
	/** Whoever has a turn in any stage. */
	contestants: { number: string; name: string }[];
}

export interface SheetPapers extends SheetChoices {
	sheets: PaperSheet[];
}

/** `judge` and `contestant` are codes as printed; null means all. */
export interface SheetWish {
	judge: string | null;
	contestant: string | null;
	/** The one that is held now when left out. */
	stage?: StageCode | null;
	fill: 'blank' | 'locked';
}

export async function scoreSheetPapers(
	app: App,
	seat: Seat,
	contestId: ContestId,
	wish: SheetWish | null
): Promise<SheetPapers | Refusal> {
	const denied = refuseUnless(seat, 'papers:print', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const allTurns = await readTurns(db, contestId);
	const stage = stageNow(contest.rules, allTurns, wish?.stage);
	const turns = turnsNow(stage, allTurns);
	const seating = await readSeating(db, contest);
	const panel = seating.judges;
	const { name, organiser, place, heldOn } = contest;
	const choices: SheetChoices = {
		contest: { name, organiser, place, heldOn },
		stages: stageChoices(contest.rules),
		judges: panel.map(({ code, fullName }) => ({ code, name: fullName })),
		contestants: [...new Map(allTurns.map(({ contestant }) => [contestant.number, contestant.fullName]))].map(
			([number, fullName]) => ({ number, name: fullName })
		)
	};
	if (!wish) return { ...choices, sheets: [] };

	const rubrics = await readRubrics(db, contestId);
	const { isNameHidden } = await readEntriesOfStage(db, contestId, stage, false);
	const personOf = shownPeople(turns, isNameHidden);
	const markers = markersOf(stage, seating);
	const locked = wish.fill === 'locked' ? await lockedSheets(app, seat, contestId) : new Map<string, SheetRecord>();
	// A situation is secret until the call, but for those who draw the lots: the head judge may print blank sheets too.
	const maySeeAll = may(seat, 'lots:draw', contestId);
	const wantedTurns = turns
		.filter(({ contestant }) => !wish.contestant || contestant.number === wish.contestant)
		.sort((one, other) => personOf(one).position - personOf(other).position);
	const wantedJudges = panel.filter(({ code }) => !wish.judge || code === wish.judge);
	const sheets = wantedTurns.flatMap((turn) =>
		wantedJudges.flatMap((judge) => {
			const marked = markers.partsOf(judge.code, turn.contestant.number, turn.session);
			const parts = sheetParts(marked, rubrics);
			if (parts.length === 0) return [];
			const sheet = locked.get(`${turn.id} ${judge.id}`) ?? null;
			if (wish.fill === 'locked' && !sheet) return [];
			const knows = maySeeAll || isPartOpen('situation', turn.status);
			return [paperSheet(knows ? turn : { ...turn, situation: null }, personOf(turn), judge, parts, sheet)];
		})
	);
	return { ...choices, sheets };
}

/** By turn and judge; those of contestants this person still has to mark are left out. */
async function lockedSheets(app: App, seat: Seat, contestId: ContestId): Promise<Map<string, SheetRecord>> {
	const db = app.database.drizzle;
	const blind = await blindTurns(db, seat, contestId);
	const sheets = await readEffectiveSheets(db, contestId);
	return new Map(
		sheets
			.filter(({ lockedAt, turnId }) => lockedAt !== null && !blind.has(turnId))
			.map((sheet) => [`${sheet.turnId} ${sheet.judgeId}`, sheet])
	);
}

/** The same sheet under the same code, a page for each part; a situation stands on the page it is marked on alone. */
export function pageOfEachPart(sheet: PaperSheet): PaperSheet[] {
	return sheet.parts.map((part) => ({
		...sheet,
		key: `${sheet.key} ${part.code}`,
		situation: part.kind === 'situation' ? sheet.situation : null,
		parts: [part],
		max: part.max,
		total: part.total
	}));
}

function paperSheet(
	turn: TurnRecord,
	person: ShownPerson,
	judge: JudgeRow,
	parts: SheetPart[],
	sheet: SheetRecord | null
): PaperSheet {
	const printed = parts.map((part) => ({
		code: part.code,
		title: part.title,
		kind: part.kind,
		max: part.rubric.max,
		total: sheet && sheetTotal(part.rubric, sheet.marks),
		criteria: part.rubric.criteria.map((criterion) => ({
			code: criterion.code,
			name: criterion.name,
			min: criterion.min,
			max: criterion.max,
			step: criterion.step,
			weight: criterion.weight,
			mark: sheet?.marks[criterion.code] ?? null,
			comment: sheet?.comments[criterion.code] ?? ''
		}))
	}));
	return {
		key: `${turn.id} ${judge.code}`,
		code: paperCode(turn.id, judge.id),
		...person,
		topic: turn.topic?.title ?? null,
		situation: turn.situation?.text ?? null,
		judge: { code: judge.code, name: judge.fullName },
		parts: printed,
		max: printed.reduce((sum, { max }) => sum + max, 0),
		total: sheet && printed.reduce((sum, { total }) => sum + (total ?? 0), 0),
		lockedAt: sheet?.lockedAt ?? null,
		reopened: sheet && sheet.reopenings > 0 ? { times: sheet.reopenings, reason: sheet.reopenReason ?? '' } : null,
		origin: sheet?.origin ?? null
	};
}
