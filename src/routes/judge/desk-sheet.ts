// The shape of a sheet as a judge's page receives it, held to the server's own shape where the page hands it over; and what is said of its parts.
import type { Bilingual } from '#lib/contest/ids.ts';
import type { Criterion, Marks } from '#lib/contest/rubric.ts';
import type { TurnView } from '#lib/contest/stage.ts';
import { m } from '#lib/paraglide/messages.js';

/** The desk a sheet is marked at: where what is typed goes, whose it is, and what submitting means. */
export interface SheetDesk {
	/** Below `/judge/`: the contest, for sheets that count. */
	path: string;
	judgeId: string;
	explained: string;
}

export interface DeskPart {
	code: string;
	title: Bilingual;
	max: number;
	isOpen: boolean;
	criteria: Criterion[];
}

export interface DeskTime {
	isKnown: boolean;
	penalties: { part: Bilingual; criterion: string | null; note: Bilingual }[];
}

export interface DeskDocument {
	id: string;
	title: string;
	/** Number and title: never what its owner called it. */
	name: string;
	isLate: boolean;
	shownAs: 'pdf' | 'made-pdf' | 'picture' | 'none';
}

export interface DeskSheet {
	turn: TurnView;
	isMine: boolean;
	/** An interest keeps the judge from marking this contestant. */
	isExcused: boolean;
	/** Nothing was begun, and an interest would excuse the judge. */
	mayDecline: boolean;
	topicHint: string;
	documents: DeskDocument[];
	pointsOfAnswer: string | null;
	parts: DeskPart[];
	time: DeskTime | null;
	version: number;
	revision: number;
	marks: Marks;
	comments: Record<string, string>;
	savedAt: number | null;
	lockedAt: number | null;
	reopenReason: string | null;
	/** While it is on paper, or when it was submitted from there. */
	paper: { code: string; openedBy: string; openedAt: number; reason: string; typists: string[] } | null;
}

/** Whether something that was handed in stands beside the sheet. */
export function isToRead(sheet: Pick<DeskSheet, 'isMine' | 'documents'> | null): boolean {
	return sheet !== null && sheet.isMine && sheet.documents.length > 0;
}

/** Whether the judge still marks it on the screen. */
export function isToMark({ status, sheet }: { status: string; sheet: string }): boolean {
	return status !== 'absent' && (sheet === 'none' || sheet === 'draft');
}

/** What can be marked now; null where nothing waits for the stage. */
export function openWords({ parts, turn }: DeskSheet, language: 'vi' | 'en'): string | null {
	const open = parts.filter((part) => part.isOpen);
	if (open.length === parts.length) return null;
	const why = turn.status === 'absent' ? m.judge_open_absent() : m.judge_open_not_called();
	if (open.length === 0) return why;
	return `${why} ${m.judge_open_now({ parts: open.map(({ title }) => title[language]).join(', ') })}`;
}

/** Totals of the judge's own complete sheets but this one. */
export function totalsBeside(
	turns: { turnId: string; marked: number; of: number; total: number }[],
	turnId: string
): number[] {
	return turns
		.filter((turn) => turn.turnId !== turnId && turn.of > 0 && turn.marked === turn.of)
		.map(({ total }) => total);
}
