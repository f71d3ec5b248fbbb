// R30, R34–R37: the clock of a turn and the steps on stage.
import { describe, expect, test } from 'vitest';
import { isRefusal } from './refusal.ts';
import { clockState, usedMs } from './timing.ts';
import { decideTurn, evolveTurn, waitingTurn, type TurnCommand, type TurnState } from './turn.ts';

const timing = { mostMs: 600_000, warnBeforeMs: 60_000 };

/** Plays commands at the given instants; a refusal fails the test. */
function play(...steps: [TurnCommand, number][]): TurnState {
	return steps.reduce((state, [command, now]) => {
		const events = decideTurn(state, command, now);
		if (isRefusal(events)) throw new Error(`${command.do} was refused: ${JSON.stringify(events)}`);
		return events.reduce(evolveTurn, state);
	}, waitingTurn);
}
const onStage: [TurnCommand, number][] = [
	[{ do: 'call' }, 1000],
	[{ do: 'step-on-stage' }, 2000]
];
const started: [TurnCommand, number][] = [...onStage, [{ do: 'start' }, 3000]];

describe('R30 the clock', () => {
	const clock = { startedAt: 1000, endedAt: null, removedMs: 20_000 };
	test('given 20 s removed, when 60 s after the start, then 40 s are used', () => {
		expect(usedMs(clock, 61_000)).toBe(40_000);
		expect(usedMs({ ...clock, endedAt: 31_000 }, 999_999)).toBe(10_000);
		expect(usedMs({ ...clock, startedAt: null }, 999_999)).toBe(0);
	});
	test.each([
		[539_999, 'running'],
		[540_000, 'warning'],
		[599_999, 'warning'],
		[600_000, 'over']
	])('given %i ms used, then %s', (used, state) => {
		expect(clockState(timing, { startedAt: 0, endedAt: null, removedMs: 0 }, used)).toBe(state);
	});
	test('given no start, an end or no limits, then idle, ended, running', () => {
		expect(clockState(timing, waitingTurn, 5)).toBe('idle');
		expect(clockState(timing, { startedAt: 0, endedAt: 1, removedMs: 0 }, 700_000)).toBe('ended');
		expect(clockState(null, { startedAt: 0, endedAt: null, removedMs: 0 }, 700_000)).toBe('running');
	});
});

describe('R34 the steps of a turn', () => {
	test('given call, step on stage, start, end, then each instant is kept', () => {
		expect(play(...started, [{ do: 'end' }, 9000])).toEqual({
			status: 'ended',
			calledAt: 1000,
			onStageAt: 2000,
			startedAt: 3000,
			endedAt: 9000,
			removedMs: 0
		});
	});

	test.each<[TurnState, TurnCommand]>([
		[waitingTurn, { do: 'start' }],
		[waitingTurn, { do: 'take-back', reason: 'nhầm' }],
		[play(...started), { do: 'call' }],
		[play(...started), { do: 'start' }],
		[play(...started), { do: 'mark-absent' }],
		[play(...started, [{ do: 'end' }, 9000]), { do: 'return-to-queue' }]
	])('given %o, when %o, then not now', (state, command) => {
		expect(decideTurn(state, command, 10_000)).toEqual({ refused: 'turn/not-now', details: { status: state.status } });
	});

	test('R35 given absent, then back to the queue, or taken back to where they were', () => {
		const absent = play([{ do: 'call' }, 1000], [{ do: 'mark-absent' }, 2000]);
		expect(absent.status).toBe('absent');
		expect(
			play([{ do: 'call' }, 1000], [{ do: 'mark-absent' }, 2000], [{ do: 'take-back', reason: 'đã đến' }, 3000]).status
		).toBe('called');
		expect(play([{ do: 'mark-absent' }, 2000], [{ do: 'return-to-queue' }, 3000])).toEqual(waitingTurn);
	});
});

describe('R36 taking a step back', () => {
	test('given an end by mistake, then the clock runs on from its old start', () => {
		const back = play(...started, [{ do: 'end' }, 9000], [{ do: 'take-back', reason: 'bấm nhầm' }, 12_000]);
		expect(back).toMatchObject({ status: 'running', startedAt: 3000, endedAt: null });
		expect(usedMs(back, 13_000)).toBe(10_000);
	});
	test('given no reason, then refused', () => {
		expect(decideTurn(play(...started), { do: 'take-back', reason: '  ' }, 1)).toMatchObject({
			refused: 'input/reason-needed',
			field: 'reason'
		});
	});
	test('each forward step taken back gives the state before it', () => {
		const steps: [TurnCommand, number][] = [...started, [{ do: 'end' }, 9000]];
		for (let count = 1; count <= steps.length; count++)
			expect(play(...steps.slice(0, count), [{ do: 'take-back', reason: 'nhầm' }, 9999])).toEqual(
				play(...steps.slice(0, count - 1))
			);
	});
});

describe('R37 removed time', () => {
	test('given a power cut of 30 s, then it is not used; it can be put back', () => {
		const cut = play(...started, [{ do: 'remove-time', ms: 30_000, reason: 'mất điện' }, 63_000]);
		expect(usedMs(cut, 63_000)).toBe(30_000);
		const [event] = decideTurn(cut, { do: 'remove-time', ms: -10_000, reason: 'tính lại' }, 63_000) as [never];
		expect(evolveTurn(cut, event).removedMs).toBe(20_000);
	});
	test.each([60_001, 0, 1.5, -1])('given %d ms of 60 s used and nothing removed, then refused', (ms) => {
		expect(decideTurn(play(...started), { do: 'remove-time', ms, reason: 'mất điện' }, 63_000)).toMatchObject({
			refused: 'input/not-valid'
		});
	});
	test('R246 given a turn that has ended, then refused: two people decide', () => {
		const ended = play(...started, [{ do: 'end' }, 63_000]);
		expect(decideTurn(ended, { do: 'remove-time', ms: 1000, reason: 'mất điện' }, 64_000)).toMatchObject({
			refused: 'turn/not-now'
		});
	});
	test('given no reason, then refused', () => {
		expect(decideTurn(play(...started), { do: 'remove-time', ms: 1, reason: '' }, 63_000)).toMatchObject({
			refused: 'input/reason-needed'
		});
	});
});
