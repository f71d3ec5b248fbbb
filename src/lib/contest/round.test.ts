// The live round: what may be done when, and what time does to answers (R80–R88).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal } from './refusal.ts';
import { ownClock } from './own-clock.ts';
import {
	countsFrom,
	decideRound,
	evolveRound,
	longestExtensionMs,
	plannedRound,
	roundAccepts,
	roundCan,
	roundPhases,
	sealAt,
	type RoundCommand,
	type RoundEvent,
	type RoundPlan,
	type RoundState
} from './round.ts';

/** Two questions of 20 s, one second of grace. */
const plan: RoundPlan = { questionMs: [20_000, 20_000], graceMs: 1000, extraPercent: 0, joining: 'any-time' };

/** Plays commands at the given instants; a refusal fails the test. */
function play(...steps: [RoundCommand['do'] | RoundCommand, number][]): RoundState {
	return steps.reduce((state, [step, now]) => {
		const command = typeof step === 'string' ? ({ do: step } as RoundCommand) : step;
		const events = decideRound(state, command, plan, now);
		if (isRefusal(events)) throw new Error(`${command.do} was refused: ${JSON.stringify(events)}`);
		return events.reduce(evolveRound, state);
	}, plannedRound);
}

const isRefused = (state: RoundState, command: RoundCommand, now: number, by = plan) =>
	isRefusal(decideRound(state, command, by, now));

const shown = play(['open-lobby', 0], ['show-question', 0]);
/** Started at 1000, so the time is up at 21 000 and the seal comes at 22 000. */
const running = play(['open-lobby', 0], ['show-question', 0], ['start-timer', 1000]);

test('R80 a round goes through its questions one by one, and each step only from where the table says', () => {
	const second = play(
		['open-lobby', 0],
		['show-question', 0],
		['start-timer', 1000],
		['seal', 22_000],
		['reveal', 23_000],
		['show-question', 30_000]
	);
	expect(second).toMatchObject({ phase: 'shown', questionIndex: 1, allowedMs: 20_000 });
	expect(isRefused(plannedRound, { do: 'show-question' }, 0)).toBe(true);
	expect(isRefused(shown, { do: 'seal' }, 99_000)).toBe(true);
	expect(isRefused(plannedRound, { do: 'open-lobby' }, 0, { ...plan, questionMs: [] })).toBe(true);
	const last = play(
		['open-lobby', 0],
		['show-question', 0],
		['start-timer', 0],
		['seal', 21_000],
		['show-question', 30_000],
		['start-timer', 30_000],
		['seal', 51_000]
	);
	expect(roundCan(last, 'show-question', plan)).toBe(false);
	expect(isRefused(last, { do: 'show-question' }, 60_000)).toBe(true);
});

test('R81 showing a question and starting its timer are two acts; the time runs from the start', () => {
	expect(shown).toMatchObject({ phase: 'shown', deadlineAt: null });
	expect(running).toMatchObject({ phase: 'running', deadlineAt: 21_000 });
});

test('R82 answers are taken while the timer runs and until the seal, not before, not in a pause, not after', () => {
	const accepting = roundPhases.filter((phase) => roundAccepts({ ...running, phase }));
	expect(accepting).toEqual(['running', 'closing']);
});

test('R83 the seal comes after the deadline and its grace, whoever asks', () => {
	expect(sealAt(running, plan)).toBe(22_000);
	expect(isRefused(running, { do: 'seal' }, 21_999)).toBe(true);
	expect(isRefused(running, { do: 'seal' }, 22_000)).toBe(false);
	expect(sealAt(shown, plan)).toBeNull();
});

test('R84 a question whose time is up cannot be paused or extended back to life', () => {
	expect(isRefused(running, { do: 'pause' }, 20_999)).toBe(false);
	expect(isRefused(running, { do: 'pause' }, 21_000)).toBe(true);
	expect(isRefused(running, { do: 'extend', byMs: 5000 }, 20_999)).toBe(false);
	expect(isRefused(running, { do: 'extend', byMs: 5000 }, 21_000)).toBe(true);
});

test('R85 a pause takes no time away: what was left then is left when it goes on', () => {
	const paused = play(['open-lobby', 0], ['show-question', 0], ['start-timer', 1000], ['pause', 6000]);
	expect(paused).toMatchObject({ phase: 'paused', deadlineAt: null, remainingMs: 15_000 });
	const [resumed] = decideRound(paused, { do: 'resume' }, plan, 100_000) as { kind: string }[];
	expect(resumed).toEqual({ kind: 'timer-resumed', deadlineAt: 115_000 });
});

test('R86 more time lengthens the whole question, ten minutes at most at once, also in a pause', () => {
	const steps: [RoundCommand['do'], number][] = [
		['open-lobby', 0],
		['show-question', 0],
		['start-timer', 1000]
	];
	const extend = { do: 'extend', byMs: 10_000 } as const;
	expect(play(...steps, [extend, 2000])).toMatchObject({ deadlineAt: 31_000, allowedMs: 30_000 });
	expect(play(...steps, ['pause', 6000], [extend, 7000])).toMatchObject({ remainingMs: 25_000, allowedMs: 30_000 });
	expect(isRefused(running, { do: 'extend', byMs: longestExtensionMs + 1 }, 2000)).toBe(true);
	expect(isRefused(running, { do: 'extend', byMs: 0 }, 2000)).toBe(true);
});

test('R87 closing early ends the time then, never later than the deadline; answers on their way are still taken', () => {
	const closed = play(['open-lobby', 0], ['show-question', 0], ['start-timer', 1000], ['close', 5000]);
	expect(closed).toMatchObject({ phase: 'closing', deadlineAt: 5000 });
	expect(sealAt(closed, plan)).toBe(6000);
	const late = play(['open-lobby', 0], ['show-question', 0], ['start-timer', 1000], ['close', 21_500]);
	expect(late).toMatchObject({ deadlineAt: 21_000 });
});

test('R201 the seal waits for extra time, which an early close ends for everybody', () => {
	const given = { ...plan, extraPercent: 50 };
	const run = (commands: [RoundCommand, number][]) =>
		commands.reduce((state, [command, now]) => {
			const events = decideRound(state, command, given, now);
			if (isRefusal(events)) throw new Error(command.do);
			return events.reduce(evolveRound, state);
		}, plannedRound);
	const begun: [RoundCommand, number][] = [
		[{ do: 'open-lobby' }, 0],
		[{ do: 'show-question' }, 0],
		[{ do: 'start-timer' }, 1000]
	];
	const open = run(begun);
	expect(sealAt(open, given)).toBe(32_000);
	expect(isRefused(open, { do: 'seal' }, 31_999, given)).toBe(true);
	const clock = { deadlineAt: 21_000, remainingMs: null, allowedMs: 20_000, extraPercent: 50 };
	expect(ownClock(clock, 25)).toMatchObject({ deadlineAt: 26_000, allowedMs: 25_000 });
	expect(ownClock(clock, 90)).toMatchObject({ deadlineAt: 31_000 });
	const closed = run([...begun, [{ do: 'close' }, 5000]]);
	expect(sealAt(closed, given)).toBe(6000);
	expect(countsFrom(open)).toBe(1000);
	expect(countsFrom(closed)).toBeUndefined();
});

test('R204 a sealed question whose key was not shown may be opened again, with a reason and a new deadline', () => {
	const closed = play(['open-lobby', 0], ['show-question', 0], ['start-timer', 1000], ['seal', 22_000]);
	const reopen = { do: 'reopen', byMs: 10_000, reason: 'Mạng hỏng ở dãy bên trái' } as const;
	const [event] = decideRound(closed, reopen, plan, 60_000) as RoundEvent[];
	const again = evolveRound(closed, event as RoundEvent);
	expect(again).toMatchObject({ phase: 'running', deadlineAt: 70_000, allowedMs: 30_000, questionIndex: 0 });
	// What was used before goes on counting.
	expect(countsFrom(again)).toBe(40_000);
	expect(isRefused(closed, { ...reopen, reason: ' ' }, 60_000)).toBe(true);
	expect(isRefused(closed, { ...reopen, byMs: 0 }, 60_000)).toBe(true);
	for (const phase of roundPhases) expect(isRefused({ ...closed, phase }, reopen, 60_000)).toBe(phase !== 'closed');
});

test('R205 joining closes once, where the round says', () => {
	const closedAt = (joining: RoundPlan['joining']) => {
		let state = plannedRound;
		for (const [at, name] of (['open-lobby', 'show-question', 'start-timer'] as const).entries()) {
			const events = decideRound(state, { do: name }, { ...plan, joining }, at * 1000);
			if (isRefusal(events)) throw new Error(name);
			state = events.reduce(evolveRound, state);
		}
		return state.joiningClosedAt;
	};
	expect([closedAt('any-time'), closedAt('until-first-shown'), closedAt('until-first-start')]).toEqual([
		null,
		1000,
		2000
	]);
	const second = { ...running, phase: 'revealed' as const, joiningClosedAt: 1000 };
	const events = decideRound(second, { do: 'show-question' }, { ...plan, joining: 'until-first-shown' }, 50_000);
	expect(events).toHaveLength(1);
});

test('R88 the key is shown only after the seal, and nothing comes after the end', () => {
	for (const phase of roundPhases)
		expect(isRefused({ ...running, phase }, { do: 'reveal' }, 99_000)).toBe(phase !== 'closed');
	const finished: RoundState = { ...running, phase: 'finished' };
	const all: RoundCommand[] = [
		{ do: 'open-lobby' },
		{ do: 'show-question' },
		{ do: 'start-timer' },
		{ do: 'pause' },
		{ do: 'resume' },
		{ do: 'extend', byMs: 1000 },
		{ do: 'close' },
		{ do: 'seal' },
		{ do: 'reveal' },
		{ do: 'finish' }
	];
	expect(all.filter((command) => !isRefused(finished, command, 99_000))).toEqual([]);
});

test('R80–R88 whatever is tried whenever, only the seal or a pause ends the taking of answers, and no question comes twice', () => {
	const command = fc.oneof(
		fc.constantFrom<RoundCommand>(
			{ do: 'open-lobby' },
			{ do: 'show-question' },
			{ do: 'start-timer' },
			{ do: 'pause' },
			{ do: 'resume' },
			{ do: 'close' },
			{ do: 'seal' },
			{ do: 'reveal' },
			{ do: 'finish' }
		),
		fc.record({ do: fc.constant('extend' as const), byMs: fc.integer({ min: -1000, max: 700_000 }) })
	);
	const steps = fc.array(fc.tuple(command, fc.integer({ min: 0, max: 15_000 })), { maxLength: 60 });
	fc.assert(
		fc.property(steps, (walk) => {
			let state = plannedRound;
			let now = 0;
			for (const [wanted, later] of walk) {
				now += later;
				const events = decideRound(state, wanted, plan, now);
				if (isRefusal(events)) continue;
				expect(roundCan(state, wanted.do, plan)).toBe(true);
				const next = events.reduce(evolveRound, state);
				expect(next.questionIndex - state.questionIndex).toBe(wanted.do === 'show-question' ? 1 : 0);
				if (roundAccepts(state) && !roundAccepts(next)) expect(['seal', 'pause']).toContain(wanted.do);
				if (wanted.do === 'seal') expect(now).toBeGreaterThanOrEqual(sealAt(state, plan) ?? Infinity);
				state = next;
			}
		}),
		{ numRuns: 1000 }
	);
});
