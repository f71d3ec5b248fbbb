// One turn of the run sheet as the console's page receives it.
import type { Bilingual } from '#lib/contest/ids.ts';
import type { TurnCommand, TurnStatus } from '#lib/contest/turn.ts';

export interface BoardTurn {
	turnId: string;
	position: number;
	number: string;
	name: string;
	unit: string;
	topic: string | null;
	situation: string | null;
	status: TurnStatus;
	isOut: boolean;
	startedAt: number | null;
	endedAt: number | null;
	removedMs: number;
	usedMs: number | null;
	penalty: { points: number; explanation: Bilingual } | null;
	locked: number;
	waitingFor: { code: string; name: string; hasDraft: boolean }[];
	can: TurnCommand['do'][];
}
