// What the time of an ended turn costs, by the function the result is computed with; it must not know marks.
import type { Decision } from '../../contest/record/decision.ts';
import { decisionsOf, standingDecisions } from '../../contest/record/decision.ts';
import { timePenalty, type PenaltyTaken } from '../../contest/result/stage-time.ts';
import type { Timing } from '../../contest/rules/timing.ts';
import { usedMs } from '../../contest/timing.ts';
import type { TurnRecord } from '../stores/turns.ts';

/** R138: what two people decided after the turn counts like what was taken out on the spot. */
export function withDecidedTime(turns: TurnRecord[], decisions: Decision[]): TurnRecord[] {
	const times = decisionsOf(standingDecisions(decisions), 'time');
	return turns.map((turn) => {
		const own = times.filter(({ stage, contestant }) => stage === turn.stage && contestant === turn.contestant.number);
		return { ...turn, removedMs: own.reduce((sum, { removedMs }) => sum + removedMs, turn.removedMs) };
	});
}

export interface TurnCost {
	/** Null before the end. */
	usedMs: number | null;
	penalty: PenaltyTaken | null;
}

/** Of a turn with its decided time. */
export function costOfTurn(turn: TurnRecord, timing: Timing | null): TurnCost {
	const used = turn.endedAt === null ? null : usedMs(turn, turn.endedAt);
	return { usedMs: used, penalty: timing !== null && used !== null ? timePenalty(timing, used) : null };
}
