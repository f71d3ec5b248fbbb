// One turn of the run sheet as the console's page receives it.
import type { PenaltyTaken } from '#lib/contest/result/stage-time.ts';
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
	penalty: PenaltyTaken | null;
	locked: number;
	expected: number;
	kept: number;
	waitingFor: { code: string; name: string; hasDraft: boolean }[];
	can: TurnCommand['do'][];
}
