// The shape of a sheet as a judge's page receives it, held to the server's own shape where the page hands it over; and what is said of its parts.
import type { Bilingual } from '#lib/contest/ids.ts';
import type { Criterion, Marks } from '#lib/contest/rubric.ts';
import type { TurnView } from '#lib/contest/stage.ts';
import { m } from '#lib/paraglide/messages.js';

export interface DeskSheet {
	turn: TurnView;
	isMine: boolean;
	topicHint: string;
	pointsOfAnswer: string | null;
	parts: { code: string; title: Bilingual; max: number; isOpen: boolean; criteria: Criterion[] }[];
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

/** Whether the judge still marks it on the screen. */
export function isToMark({ status, sheet }: { status: string; sheet: string }): boolean {
	return status !== 'absent' && (sheet === 'none' || sheet === 'draft');
}

/** Of a part that still waits for the stage, and which one can be marked meanwhile. */
export function closedWords({ parts }: DeskSheet, language: 'vi' | 'en'): string {
	const open = parts.find((part) => part.isOpen);
	if (!open) return m.judge_part_closed();
	return `${m.judge_part_closed()} ${m.judge_part_open({ part: open.title[language] })}`;
}
