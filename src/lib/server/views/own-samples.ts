// The samples one judge marks on trial: which there are, the own sheet of one, and the spread once it was closed; no mark of others before (R311).
import { seatedIn } from '../../contest/calibration/calibration-panel.ts';
import type { Bilingual, ContestId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { isJudged, type JudgedPart } from '../../contest/rules/parts.ts';
import { partOf } from '../../contest/rules/rules.ts';
import { sheetParts } from '../../contest/sheet.ts';
import type { App } from '../app.ts';
import { may, refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readRubrics } from '../stores/bank.ts';
import {
	readCalibrations,
	readOwnSamples,
	type CalibrationRow,
	type CalibrationSheetRow
} from '../stores/calibrations.ts';
import { readContest, type ContestRow } from '../stores/contests.ts';
import { readJudges, type JudgeRow } from '../stores/people.ts';
import type { Queryable } from '../stores/queryable.ts';
import { readSpread, type ShownSpread } from './calibration-spread.ts';
import type { DeskSheet } from './judge-desk.ts';
import { pinState, type PinState } from './pin-state.ts';

export interface OwnSampleLine {
	id: string;
	title: string;
	part: Bilingual;
	state: 'to-mark' | 'submitted' | 'closed';
}

export interface OwnSamples {
	contest: { id: ContestId; name: string; version: number; isRehearsal: boolean };
	judge: { id: string; code: string; name: string };
	pin: PinState;
	/** What is still to be marked first. */
	samples: OwnSampleLine[];
	chosen: (OwnSampleLine & { sample: string; sheet: DeskSheet; spread: ShownSpread | null }) | null;
	can: { seePanel: boolean };
}

/** `wanted` is the sample to mark; without it the first that waits, else the newest. */
export async function ownSamples(
	app: App,
	seat: Seat,
	contestId: ContestId,
	wanted: string | null
): Promise<OwnSamples | Refusal> {
	const denied = refuseUnless(seat, 'sheets:mark', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const judge = await judgeOf(db, seat, contestId);
	if (!judge) return refuse('sheet/not-yours');
	const own = await readOwn(db, contest, judge);
	const samples = own.map(({ line }) => line);
	const chosen = own.find(({ line }) => line.id === wanted) ?? own[0];
	const { id, name, version, isRehearsal } = contest;
	return {
		contest: { id, name, version, isRehearsal },
		judge: { id: judge.id, code: judge.code, name: judge.fullName },
		pin: seat.kind === 'staff' ? await pinState(app, seat.accountId) : 'none',
		samples,
		chosen: chosen
			? {
					...chosen.line,
					sample: chosen.row.sample,
					sheet: sampleSheet(chosen, sheetParts([chosen.part], await readRubrics(db, contestId))),
					spread: await readSpread(db, contest, chosen.row)
				}
			: null,
		can: { seePanel: may(seat, 'sheets:reopen', contestId) }
	};
}

/** For the desk: none for who is no judge. */
export async function readSampleLines(app: App, seat: Seat, contestId: ContestId): Promise<OwnSampleLine[]> {
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	const judge = contest && (await judgeOf(db, seat, contestId));
	return judge ? (await readOwn(db, contest, judge)).map(({ line }) => line) : [];
}

async function judgeOf(db: Queryable, seat: Seat, contestId: ContestId): Promise<JudgeRow | undefined> {
	return (await readJudges(db, contestId)).find(
		({ accountId }) => seat.kind === 'staff' && accountId === seat.accountId
	);
}

interface Own {
	line: OwnSampleLine;
	row: CalibrationRow;
	part: JudgedPart;
	sheet: CalibrationSheetRow | undefined;
}

async function readOwn(db: Queryable, contest: ContestRow, judge: JudgeRow): Promise<Own[]> {
	const rows = await readCalibrations(db, contest.id);
	if (rows.length === 0) return [];
	const sheets = await readOwnSamples(db, contest.id, judge.id);
	const own = rows.flatMap((row): Own[] => {
		const part = partOf(contest.rules, row.partCode);
		if (!part || !isJudged(part) || seatedIn(part, [judge]).length === 0) return [];
		const sheet = sheets.find(({ calibrationId }) => calibrationId === row.id);
		const state = row.closedAt ? 'closed' : sheet?.lockedAt ? 'submitted' : 'to-mark';
		return [{ line: { id: row.id, title: row.title, part: part.title, state }, row, part, sheet }];
	});
	const isToMark = ({ line }: Own) => line.state === 'to-mark';
	return [...own.filter(isToMark), ...own.filter((each) => !isToMark(each))];
}

/** A sheet like any other, of a turn that nobody takes: nobody is called, no time runs, every part is open. */
function sampleSheet({ row, sheet }: Own, parts: ReturnType<typeof sheetParts>): DeskSheet {
	return {
		turn: {
			turnId: row.id,
			presenter: { contestantId: '', number: row.title, name: '', unit: '' },
			position: 1,
			of: 1,
			status: 'ended',
			topic: null,
			situation: null,
			startedAt: null,
			endedAt: null,
			removedMs: 0,
			mostMs: null,
			warnBeforeMs: 0
		},
		isMine: true,
		isExcused: false,
		mayDecline: false,
		topicHint: '',
		documents: [],
		pointsOfAnswer: null,
		parts: parts.map(({ code, title, kind, rubric }) => ({
			code,
			title,
			kind,
			max: rubric.max,
			isOpen: true,
			criteria: rubric.criteria
		})),
		time: null,
		version: sheet?.version ?? 0,
		revision: 1,
		marks: sheet?.marks ?? {},
		comments: sheet?.comments ?? {},
		savedAt: sheet?.savedAt.getTime() ?? null,
		lockedAt: sheet?.lockedAt?.getTime() ?? null,
		reopenReason: null,
		paper: null
	};
}
