// One contestant's turn on the stage as a state machine (R34–R37); it must not know the limits, the sheets or other turns.
import { refuse, type Refusal } from './refusal.ts';
import { usedMs, type TurnClock } from './timing.ts';

/**
 * ```
 * waiting → called → on_stage → running → ended
 *    ↑ │      │ │        │
 *    │ └──────┴─┼→ absent│        take-back goes one arrow back
 *    └──────────┴────────┘        return-to-queue, also from absent
 * ```
 */
export type TurnStatus = 'waiting' | 'called' | 'on_stage' | 'running' | 'ended' | 'absent';

export interface TurnState extends TurnClock {
	status: TurnStatus;
}

export type TurnCommand =
	| { do: 'call' }
	| { do: 'step-on-stage' }
	| { do: 'start' }
	| { do: 'end' }
	/** Undoes the last step, with a reason for the log. */
	| { do: 'take-back'; reason: string }
	| { do: 'mark-absent' }
	| { do: 'return-to-queue' }
	/** Takes time out of the time used; a negative number puts back what was taken out. */
	| { do: 'remove-time'; ms: number; reason: string };

export type TurnEvent =
	| { kind: 'contestant-called'; at: number }
	| { kind: 'contestant-stepped-on-stage'; at: number }
	| { kind: 'turn-started'; at: number }
	| { kind: 'turn-ended'; at: number }
	| { kind: 'turn-step-taken-back'; from: TurnStatus; to: TurnStatus; reason: string }
	| { kind: 'contestant-marked-absent' }
	| { kind: 'contestant-returned-to-queue' }
	| { kind: 'turn-time-removed'; ms: number; reason: string };

export const waitingTurn: TurnState = {
	status: 'waiting',
	calledAt: null,
	onStageAt: null,
	startedAt: null,
	endedAt: null,
	removedMs: 0
};

/** R34: what may be done in which status; buttons and server ask the same table. */
const allowed: Record<TurnCommand['do'], readonly TurnStatus[]> = {
	call: ['waiting'],
	'step-on-stage': ['called'],
	start: ['on_stage'],
	end: ['running'],
	'take-back': ['called', 'on_stage', 'running', 'ended', 'absent'],
	'mark-absent': ['waiting', 'called'],
	'return-to-queue': ['called', 'on_stage', 'absent'],
	/** Afterwards two people decide about it (R246). */
	'remove-time': ['running']
};

export function turnCan(state: Pick<TurnState, 'status'>, command: TurnCommand['do']): boolean {
	return allowed[command].includes(state.status);
}

/** R34–R37. `now` is the database's clock in ms. The refusal names the status the turn is in. */
export function decideTurn(state: TurnState, command: TurnCommand, now: number): TurnEvent[] | Refusal {
	if (!turnCan(state, command.do)) return refuse('turn/not-now', { status: state.status });
	switch (command.do) {
		case 'call':
			return [{ kind: 'contestant-called', at: now }];
		case 'step-on-stage':
			return [{ kind: 'contestant-stepped-on-stage', at: now }];
		case 'start':
			return [{ kind: 'turn-started', at: now }];
		case 'end':
			return [{ kind: 'turn-ended', at: now }];
		case 'take-back':
			return withReason(command.reason, (reason) => ({
				kind: 'turn-step-taken-back',
				from: state.status,
				to: stepBefore(state),
				reason
			}));
		case 'mark-absent':
			return [{ kind: 'contestant-marked-absent' }];
		case 'return-to-queue':
			return [{ kind: 'contestant-returned-to-queue' }];
		case 'remove-time': {
			// R37: never more than was used, never below nothing.
			const mostMs = usedMs(state, now);
			if (
				!Number.isSafeInteger(command.ms) ||
				command.ms === 0 ||
				command.ms > mostMs ||
				state.removedMs + command.ms < 0
			)
				return refuse('input/not-valid', { mostMs, removedMs: state.removedMs }, 'ms');
			return withReason(command.reason, (reason) => ({ kind: 'turn-time-removed', ms: command.ms, reason }));
		}
	}
}

export function evolveTurn(state: TurnState, event: TurnEvent): TurnState {
	switch (event.kind) {
		case 'contestant-called':
			return { ...state, status: 'called', calledAt: event.at };
		case 'contestant-stepped-on-stage':
			return { ...state, status: 'on_stage', onStageAt: event.at };
		case 'turn-started':
			return { ...state, status: 'running', startedAt: event.at, removedMs: 0 };
		case 'turn-ended':
			return { ...state, status: 'ended', endedAt: event.at };
		case 'turn-step-taken-back':
			return takenBack(state, event.to);
		case 'contestant-marked-absent':
			return { ...state, status: 'absent' };
		case 'contestant-returned-to-queue':
			return waitingTurn;
		case 'turn-time-removed':
			return { ...state, removedMs: state.removedMs + event.ms };
	}
}

/** R35: an absent contestant goes back to where they were: called if they had been called, else waiting. */
function stepBefore(state: TurnState): TurnStatus {
	switch (state.status) {
		case 'ended':
			return 'running';
		case 'running':
			return 'on_stage';
		case 'on_stage':
			return 'called';
		case 'absent':
			return state.calledAt === null ? 'waiting' : 'called';
		case 'called':
		case 'waiting':
			return 'waiting';
	}
}

/**
 * R36: the clock forgets the step that was taken back. An end that is taken back leaves the clock running from its old
 * start, as if it had never been stopped; what the stop cost is given back with `remove-time`.
 */
function takenBack(state: TurnState, to: TurnStatus): TurnState {
	switch (to) {
		case 'waiting':
			return waitingTurn;
		case 'called':
			return { ...waitingTurn, status: to, calledAt: state.calledAt };
		case 'on_stage':
			return { ...waitingTurn, status: to, calledAt: state.calledAt, onStageAt: state.onStageAt };
		default:
			return { ...state, status: to, endedAt: null };
	}
}

function withReason(text: string, event: (reason: string) => TurnEvent): TurnEvent[] | Refusal {
	const reason = text.trim();
	return reason === '' ? refuse('input/reason-needed', {}, 'reason') : [event(reason)];
}
