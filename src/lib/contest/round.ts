// One live quiz round as a state machine (R80–R88): what the organiser may do when; it must not know people, answers or keys.
import { refuse, type Refusal } from './refusal.ts';

/**
 * ```
 * planned → lobby → shown → running → closing → closed → revealed ─┐
 *                     ↑        ⇅                                   │
 *                     │      paused                                │
 *                     └────────────────── show-question ───────────┘      … → finished
 * ```
 */
export const roundPhases = [
	'planned',
	'lobby',
	'shown',
	'running',
	'paused',
	'closing',
	'closed',
	'revealed',
	'finished'
] as const;
export type RoundPhase = (typeof roundPhases)[number];

/** Who may still take part after the lobby: anybody, or whoever joined before the first question was shown or started. */
export const joiningPolicies = ['any-time', 'until-first-start', 'until-first-shown'] as const;
export type JoiningPolicy = (typeof joiningPolicies)[number];

export interface RoundState {
	phase: RoundPhase;
	/** Position of the current question; −1 before the first. */
	questionIndex: number;
	/** Server time (ms epoch) at which the current question ends; null unless its timer runs or has run out. */
	deadlineAt: number | null;
	/** Time left when paused. */
	remainingMs: number | null;
	/** Time the current question has in all, extensions included. */
	allowedMs: number;
}

/** What the round needs to know of its part and questions. */
export interface RoundPlan {
	/** Time of each question in order. */
	questionMs: number[];
	/** An answer on its way at the deadline is taken this much longer (R83). */
	graceMs: number;
}

export type RoundCommand =
	| { do: 'open-lobby' }
	| { do: 'show-question' }
	| { do: 'start-timer' }
	| { do: 'pause' }
	| { do: 'resume' }
	| { do: 'extend'; byMs: number }
	| { do: 'close' }
	| { do: 'seal' }
	| { do: 'reveal' }
	| { do: 'finish' };

export type RoundEvent =
	| { kind: 'lobby-opened' }
	| { kind: 'question-shown'; questionIndex: number; allowedMs: number }
	| { kind: 'timer-started'; deadlineAt: number }
	| { kind: 'timer-paused'; remainingMs: number }
	| { kind: 'timer-resumed'; deadlineAt: number }
	| { kind: 'timer-extended'; byMs: number }
	| { kind: 'question-closed'; deadlineAt: number }
	| { kind: 'question-sealed' }
	| { kind: 'key-revealed' }
	| { kind: 'round-finished' };

export const plannedRound: RoundState = {
	phase: 'planned',
	questionIndex: -1,
	deadlineAt: null,
	remainingMs: null,
	allowedMs: 0
};

/** R80: what may be done in which phase; buttons and server ask the same table. */
const allowed: Record<RoundCommand['do'], readonly RoundPhase[]> = {
	'open-lobby': ['planned'],
	'show-question': ['lobby', 'closed', 'revealed'],
	'start-timer': ['shown'],
	pause: ['running'],
	resume: ['paused'],
	extend: ['running', 'paused'],
	close: ['running', 'paused'],
	seal: ['running', 'closing'],
	reveal: ['closed'],
	finish: ['lobby', 'closed', 'revealed']
};

/** The longest extension one act may give: ten minutes. */
export const longestExtensionMs = 600_000;

export function roundCan(state: RoundState, command: RoundCommand['do'], plan: RoundPlan): boolean {
	if (!allowed[command].includes(state.phase)) return false;
	return command !== 'show-question' || state.questionIndex + 1 < plan.questionMs.length;
}

/** Whether answers may be stored now (R82): the guard inside the database asks the same. */
export function roundAccepts(state: RoundState): boolean {
	return state.phase === 'running' || state.phase === 'closing';
}

/**
 * The instant from which time used is counted: the start, moved by what pauses took. Undefined while no time runs; an early
 * close moves it no more.
 */
export function countsFrom(state: RoundState): number | undefined {
	return state.phase === 'running' && state.deadlineAt !== null ? state.deadlineAt - state.allowedMs : undefined;
}

/** The instant at which the timekeeper seals the question (R83), or null. */
export function sealAt(state: RoundState, plan: RoundPlan): number | null {
	return roundAccepts(state) && state.deadlineAt !== null ? state.deadlineAt + plan.graceMs : null;
}

/**
 * R80–R88. `now` is the database's clock in ms. The refusal names the phase the round is in.
 */
export function decideRound(
	state: RoundState,
	command: RoundCommand,
	plan: RoundPlan,
	now: number
): RoundEvent[] | Refusal {
	if (!allowed[command.do].includes(state.phase)) return refuse('round/not-now', { phase: state.phase });
	switch (command.do) {
		case 'open-lobby':
			return plan.questionMs.length === 0 ? refuse('round/no-questions') : [{ kind: 'lobby-opened' }];
		case 'show-question': {
			const questionIndex = state.questionIndex + 1;
			const allowedMs = plan.questionMs[questionIndex];
			return allowedMs === undefined
				? refuse('round/no-question-left')
				: [{ kind: 'question-shown', questionIndex, allowedMs }];
		}
		case 'start-timer':
			return [{ kind: 'timer-started', deadlineAt: now + state.allowedMs }];
		case 'pause': {
			// R84: a question whose time is up cannot be paused back to life.
			const remainingMs = (state.deadlineAt ?? now) - now;
			return remainingMs <= 0 ? refuse('round/not-now', { phase: 'closing' }) : [{ kind: 'timer-paused', remainingMs }];
		}
		case 'resume':
			return [{ kind: 'timer-resumed', deadlineAt: now + (state.remainingMs ?? 0) }];
		case 'extend':
			if (!Number.isInteger(command.byMs) || command.byMs <= 0 || command.byMs > longestExtensionMs)
				return refuse('input/not-valid', {}, 'byMs');
			if (state.phase === 'running' && (state.deadlineAt ?? now) <= now)
				return refuse('round/not-now', { phase: 'closing' });
			return [{ kind: 'timer-extended', byMs: command.byMs }];
		case 'close':
			return [{ kind: 'question-closed', deadlineAt: Math.min(now, state.deadlineAt ?? now) }];
		case 'seal': {
			// R83: sealing comes only after the deadline and its grace, whoever asks.
			const at = sealAt(state, plan);
			return at === null || now < at ? refuse('round/not-now', { phase: state.phase }) : [{ kind: 'question-sealed' }];
		}
		case 'reveal':
			return [{ kind: 'key-revealed' }];
		case 'finish':
			return [{ kind: 'round-finished' }];
	}
}

export function evolveRound(state: RoundState, event: RoundEvent): RoundState {
	switch (event.kind) {
		case 'lobby-opened':
			return { ...state, phase: 'lobby' };
		case 'question-shown':
			return {
				phase: 'shown',
				questionIndex: event.questionIndex,
				deadlineAt: null,
				remainingMs: null,
				allowedMs: event.allowedMs
			};
		case 'timer-started':
			return { ...state, phase: 'running', deadlineAt: event.deadlineAt };
		case 'timer-paused':
			return { ...state, phase: 'paused', deadlineAt: null, remainingMs: event.remainingMs };
		case 'timer-resumed':
			return { ...state, phase: 'running', deadlineAt: event.deadlineAt, remainingMs: null };
		case 'timer-extended':
			return {
				...state,
				deadlineAt: state.deadlineAt === null ? null : state.deadlineAt + event.byMs,
				remainingMs: state.remainingMs === null ? null : state.remainingMs + event.byMs,
				allowedMs: state.allowedMs + event.byMs
			};
		case 'question-closed':
			return { ...state, phase: 'closing', deadlineAt: event.deadlineAt, remainingMs: null };
		case 'question-sealed':
			return { ...state, phase: 'closed', remainingMs: null };
		case 'key-revealed':
			return { ...state, phase: 'revealed' };
		case 'round-finished':
			return { ...state, phase: 'finished', deadlineAt: null, remainingMs: null };
	}
}
