// One sheet on paper for the secretary who types it. What another has typed has no field here: the second entry is blind.
import type { Bilingual, ContestId, JudgeId, PartCode, TurnId } from '../../contest/ids.ts';
import { paperDifferences, type TypedSheet } from '../../contest/paper-sheet.ts';
import type { Points } from '../../contest/points.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { Criterion } from '../../contest/rubric.ts';
import { criteriaOf, isPartOpen, missingOnSheet } from '../../contest/sheet.ts';
import type { App } from '../app.ts';
import { may, refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readDisplayNames } from '../stores/accounts.ts';
import { readBlindTurns } from '../stores/blind-turns.ts';
import { readContest } from '../stores/contests.ts';
import { readEntries, readEntryOf, readPapersOf, type PaperRecord } from '../stores/paper-sheets.ts';
import type { Queryable } from '../stores/queryable.ts';
import { readSheet, type SheetRecord } from '../stores/sheets.ts';
import { paperPlaces } from './paper-places.ts';
import { paperState, type PaperState } from './paper-desk.ts';

export interface PaperEntry {
	contest: { id: ContestId; name: string; version: number; isRehearsal: boolean };
	code: string;
	turnId: TurnId;
	judgeId: JudgeId;
	judge: { code: string; name: string };
	number: string;
	/** What a sheet printed before the call names in place of the rest (R344). */
	codeName: string | null;
	name: string;
	unit: string;
	parts: { code: PartCode; title: Bilingual; max: Points; isOpen: boolean; criteria: Criterion[] }[];
	/** free: neither on the screen nor on paper yet · screen: marked on the screen now · locked: submitted, not from paper */
	state: PaperState | 'free' | 'screen' | 'locked';
	/** Of the draft on the screen; its marks stay the judge's. */
	draft: { version: number; marked: number; of: number } | null;
	typists: string[];
	/** What this person has typed. */
	mine: TypedSheet | null;
	/** Codes of the criteria in which two finished entries differ: where to look, not what the other typed. */
	differs: string[];
	/** Who chose where the two entries differed, in which criteria, when and why; null where they agreed. */
	settled: { by: string; criteria: string[]; at: number; reason: string } | null;
	/** Who opened a locked revision again for the sheet as it is now, and why; null of a first marking. */
	reopened: { by: string; reason: string } | null;
	/** Why this person may not type it. */
	barred: 'own-sheet' | 'still-blind' | null;
	can: { enterAnswers: boolean; enterPapers: boolean };
}

/** `code` as `readPaperCode` gives it. */
export async function paperEntry(
	app: App,
	seat: Seat,
	contestId: ContestId,
	code: string
): Promise<PaperEntry | Refusal> {
	const denied = refuseUnless(seat, 'papers:enter', contestId);
	if (denied || seat.kind !== 'staff') return denied ?? refuse('access/sign-in-needed');
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const place = (await paperPlaces(db, contest)).find((each) => each.code === code);
	if (!place) return refuse('paper/code-unknown', { code });
	const { turn, judge, parts } = place;
	const [stored, papers, blind] = await Promise.all([
		readSheet(db, turn.id, judge.id),
		readPapersOf(db, turn.id, judge.id),
		readBlindTurns(db, contestId, seat.accountId)
	]);
	const paper = papers.findLast(({ state, scoresheetId }) => state === 'open' || scoresheetId === stored?.id);
	const of = criteriaOf(parts).length;
	const isOnScreen = stored !== null && stored.lockedAt === null && stored.closedAt === null;
	return {
		contest: { id: contest.id, name: contest.name, version: contest.version, isRehearsal: contest.isRehearsal },
		code,
		turnId: turn.id,
		judgeId: judge.id,
		judge: { code: judge.code, name: judge.fullName },
		number: turn.contestant.number,
		codeName: turn.contestant.codeName,
		name: turn.contestant.fullName,
		unit: turn.unit.name,
		parts: parts.map(({ code: part, title, kind, rubric }) => ({
			code: part,
			title,
			max: rubric.max,
			isOpen: isPartOpen(kind, turn.status),
			criteria: rubric.criteria
		})),
		state: isOnScreen ? 'screen' : paper ? paperState(paper) : stored ? 'locked' : 'free',
		draft: isOnScreen ? { version: stored.version, marked: of - missingOnSheet(parts, stored.marks).length, of } : null,
		typists: paper?.typists.map(({ name }) => name) ?? [],
		mine: paper ? await readEntryOf(db, paper.id, seat.accountId) : null,
		differs: paper?.state === 'open' ? await differing(db, paper.id, criteriaOf(parts)) : [],
		settled: paper ? settledOf(paper, criteriaOf(parts)) : null,
		reopened: await reopenedOf(db, stored),
		barred: judge.accountId === seat.accountId ? 'own-sheet' : blind.has(turn.id) ? 'still-blind' : null,
		can: { enterAnswers: may(seat, 'answers:enter', contestId), enterPapers: true }
	};
}

function settledOf(
	{ chosen, settledBy, settledAt, settledReason }: PaperRecord,
	criteria: Criterion[]
): PaperEntry['settled'] {
	if (chosen === null || settledAt === null) return null;
	const codes = criteria.flatMap(({ code }) => (chosen[code] === undefined ? [] : [code]));
	return { by: settledBy ?? '', criteria: codes, at: settledAt.getTime(), reason: settledReason ?? '' };
}

async function reopenedOf(db: Queryable, sheet: SheetRecord | null): Promise<PaperEntry['reopened']> {
	if (!sheet || sheet.reopenings === 0 || sheet.reopenedBy === null) return null;
	const names = await readDisplayNames(db, [sheet.reopenedBy]);
	return { by: names.get(sheet.reopenedBy) ?? '', reason: sheet.reopenReason ?? '' };
}

async function differing(db: Queryable, paperId: string, criteria: Criterion[]): Promise<string[]> {
	const [first, second] = await readEntries(db, paperId);
	if (!first || !second) return [];
	return paperDifferences(criteria, first.marks, second.marks).map(({ code }) => code);
}
