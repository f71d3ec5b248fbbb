// The shape of a sheet as a judge's page receives it; held to the server's own shape where the page hands it over.
import type { Bilingual } from '#lib/contest/ids.ts';
import type { Criterion, Marks } from '#lib/contest/rubric.ts';
import type { TurnView } from '#lib/contest/stage.ts';

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
}
