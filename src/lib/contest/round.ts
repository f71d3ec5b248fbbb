// One live quiz round as a state machine (R80–R88): what the organiser may do when; it must not know people, answers or keys.
import { refuse, type Refusal } from './refusal.ts';

/**
 * ```
 * planned → lobby → shown → running → closing → closed → revealed ─┐
 *                     ↑        ⇅  ↑                 │              │
 *                     │      paused└──── reopen ────┘              │
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
	/** The most extra time anybody still has in this question, in percent of its time (R201). */
	extraPercent: number;
	/** Server time at which joining was closed; null while it is open (R205). */
	joiningClosedAt: number | null;
}

/** What the round needs to know of its part and questions. */
export interface RoundPlan {
	/** Time of each question in order. */
	questionMs: number[];
	/** An answer on its way at the deadline is taken this much longer (R83). */
	graceMs: number;
	/** The most extra time anybody has, in percent of each question's time. */
	extraPercent: number;
	joining: JoiningPolicy;
}

export type RoundCommand =
	| { do: 'open-lobby' }
	| { do: 'show-question' }
	| { do: 'start-timer' }
	| { do: 'pause'; reason?: string }
	| { do: 'resume' }
	| { do: 'extend'; byMs: number }
	| { do: 'close' }
	| { do: 'seal' }
	| { do: 'reopen'; byMs: number; reason: string }
	| { do: 'reveal' }
	| { do: 'finish' };

export type RoundEvent =
	| { kind: 'lobby-opened' }
	| { kind: 'joining-closed'; at: number }
	| { kind: 'question-shown'; questionIndex: number; allowedMs: number; extraPercent: number }
	| { kind: 'timer-started'; deadlineAt: number }
	| { kind: 'timer-paused'; remainingMs: number; reason?: string }
	| { kind: 'timer-resumed'; deadlineAt: number }
	| { kind: 'timer-extended'; byMs: number }
	| { kind: 'question-closed'; deadlineAt: number }
	| { kind: 'question-sealed' }
	| { kind: 'question-reopened'; deadlineAt: number; byMs: number; extraPercent: number; reason: string }
	| { kind: 'key-revealed' }
	| { kind: 'round-finished' };

export const plannedRound: RoundState = {
	phase: 'planned',
	questionIndex: -1,
	deadlineAt: null,
	remainingMs: null,
	allowedMs: 0,
	extraPercent: 0,
	joiningClosedAt: null
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
	reopen: ['closed'],
	reveal: ['closed'],
	finish: ['lobby', 'closed', 'revealed']
};

/** The longest extension one act may give, also when a question is opened again: ten minutes. */
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

/** R201: what extra time in percent is in ms of this question, rounded down. */
export function extraMs({ allowedMs }: Pick<RoundState, 'allowedMs'>, percent: number): number {
	return Math.floor((allowedMs * percent) / 100);
}

/** The instant at which the timekeeper seals the question, once everybody's time and the grace are over (R83, R201), or null. */
export function sealAt(state: RoundState, plan: RoundPlan): number | null {
	if (!roundAccepts(state) || state.deadlineAt === null) return null;
	return state.deadlineAt + extraMs(state, state.extraPercent) + plan.graceMs;
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
				: [
						...joiningClosed(state, plan, 'until-first-shown', now),
						{ kind: 'question-shown', questionIndex, allowedMs, extraPercent: plan.extraPercent }
					];
		}
		case 'start-timer':
			return [
				...joiningClosed(state, plan, 'until-first-start', now),
				{ kind: 'timer-started', deadlineAt: now + state.allowedMs }
			];
		case 'pause': {
			// R84: a question whose time is up cannot be paused back to life.
			const remainingMs = (state.deadlineAt ?? now) - now;
			return remainingMs <= 0
				? refuse('round/not-now', { phase: 'closing' })
				: [{ kind: 'timer-paused', remainingMs, ...(command.reason ? { reason: command.reason } : {}) }];
		}
		case 'resume':
			return [{ kind: 'timer-resumed', deadlineAt: now + (state.remainingMs ?? 0) }];
		case 'extend':
			if (!isExtension(command.byMs)) return refuse('input/not-valid', {}, 'byMs');
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
		case 'reopen': {
			// R204: the key has not been shown; whoever had extra time has it again.
			if (!isExtension(command.byMs)) return refuse('input/not-valid', {}, 'byMs');
			if (command.reason.trim() === '') return refuse('input/reason-needed', {}, 'reason');
			const { byMs, reason } = command;
			const { extraPercent } = plan;
			return [{ kind: 'question-reopened', deadlineAt: now + byMs, byMs, extraPercent, reason }];
		}
		case 'reveal':
			return [{ kind: 'key-revealed' }];
		case 'finish':
			return [{ kind: 'round-finished' }];
	}
}

const isExtension = (byMs: number) => Number.isInteger(byMs) && byMs > 0 && byMs <= longestExtensionMs;

/** R205: joining closes once in a round, where its policy says. */
function joiningClosed(state: RoundState, plan: RoundPlan, policy: JoiningPolicy, now: number): RoundEvent[] {
	return plan.joining === policy && state.joiningClosedAt === null ? [{ kind: 'joining-closed', at: now }] : [];
}

export function evolveRound(state: RoundState, event: RoundEvent): RoundState {
	switch (event.kind) {
		case 'lobby-opened':
			return { ...state, phase: 'lobby' };
		case 'joining-closed':
			return { ...state, joiningClosedAt: event.at };
		case 'question-shown':
			return {
				...state,
				phase: 'shown',
				questionIndex: event.questionIndex,
				deadlineAt: null,
				remainingMs: null,
				allowedMs: event.allowedMs,
				extraPercent: event.extraPercent
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
			return { ...state, phase: 'closing', deadlineAt: event.deadlineAt, remainingMs: null, extraPercent: 0 };
		case 'question-sealed':
			return { ...state, phase: 'closed', remainingMs: null };
		case 'question-reopened':
			return {
				...state,
				phase: 'running',
				deadlineAt: event.deadlineAt,
				allowedMs: state.allowedMs + event.byMs,
				extraPercent: event.extraPercent
			};
		case 'key-revealed':
			return { ...state, phase: 'revealed' };
		case 'round-finished':
			return { ...state, phase: 'finished', deadlineAt: null, remainingMs: null };
	}
}
