// Time on stage inside a judged part (R30–R33, R138, R150–R153).
import { describe, expect, test } from 'vitest';
import { ratio } from '../points.ts';
import { aDecision, aJudgedPart, aTurn } from '../record/contest-record.fixture.ts';
import type { ContestRecord } from '../record/record.ts';
import type { Timing } from '../rules/timing.ts';
import { scored } from './judged-part.fixture.ts';

describe('time', () => {
	const timing: Timing = {
		leastMs: 480_000,
		mostMs: 600_000,
		warnBeforeMs: 60_000,
		graceMs: 15_000,
		stopAfterMs: 180_000,
		penalty: {
			over: { kind: 'linear', perMinute: 100, startedMinute: 'ceil' },
			under: {
				kind: 'bands',
				bands: [
					{ beyondMs: 60_000, points: 500 },
					{ beyondMs: 120_000, points: 'all' }
				]
			},
			cap: 300,
			place: { kind: 'part' }
		}
	};
	const after = (
		seconds: number,
		changes: Partial<NonNullable<Timing['penalty']>> = {},
		more: Partial<ContestRecord> = {}
	) => {
		const penalty = { ...timing.penalty!, ...changes };
		const part = aJudgedPart({ timing: { ...timing, penalty } });
		return scored(part, [4000, 4400], { turns: [aTurn('TS01', { endedAt: seconds * 1000 })], ...more });
	};

	test.each([
		[600, 4200, 'at the limit'],
		[615, 4200, 'within the grace'],
		// 16 s over: one started minute.
		[616, 4100, 'beyond the grace'],
		// 3:10 over: four started minutes, capped at 3,00.
		[790, 3900, 'capped'],
		// 40 s under: beyond the grace, but no band begins below a minute.
		[440, 4200, 'a little short'],
		// 1:30 under: 5,00, capped at 3,00.
		[390, 3900, 'short'],
		[300, 0, 'far too short: nothing']
	])('R31–R33, R151, R153: %i s of 8 to 10 minutes brings %i: %s', (seconds, points) => {
		expect(after(seconds).points).toBe(points);
	});

	test('R32: by the part of a minute, and not counting a started one', () => {
		// 90 s over: 1,50; whole minutes only: 1,00.
		expect(after(690, { over: { kind: 'linear', perMinute: 100, startedMinute: 'prorata' } }).points).toBe(4050);
		expect(after(690, { over: { kind: 'linear', perMinute: 100, startedMinute: 'floor' } }).points).toBe(4100);
	});

	test('R33: inside a criterion of every sheet instead, never below nothing', () => {
		const place = { kind: 'criterion' as const, criterion: 'TT2' };
		// 10,00 and 14,00 lose 1,00 each: 39,00 and 43,00.
		expect(after(616, { place })).toMatchObject({ points: 4100, score: { penalty: 100 } });
		expect(after(300, { place }).points).toBe(3000);
	});

	test('R22, R163: the mean of a criterion and the marks at its maximum are those left after a penalty inside it', () => {
		const panel = (criterion: string) => after(616, { place: { kind: 'criterion', criterion } }).panel;
		// TT1 30,00 (its maximum) on both sheets; TT2 10,00 and 14,00.
		expect(panel('TT2')).toMatchObject({ criteria: { TT1: ratio(3000), TT2: ratio(1100) }, topMarks: 2 });
		expect(panel('TT1')).toMatchObject({ criteria: { TT1: ratio(2900), TT2: ratio(1200) }, topMarks: 0 });
	});

	test('R150, R138: removed intervals count once and only inside the turn; time put back by decision', () => {
		const cut = (fromAt: number, toAt: number) => ({ fromAt: fromAt * 1000, toAt: toAt * 1000, reason: 'mất điện' });
		const removed = [cut(100, 150), cut(120, 170), cut(600, 900)];
		const turns = [aTurn('TS01', { endedAt: 690_000, removed })];
		// 690 s less 100–170 (70 s) and 600–690 (90 s): 530 s.
		expect(after(0, {}, { turns }).score?.detail).toMatchObject({ usedMs: 530_000 });
		const decisions = [aDecision(1, { kind: 'time', stage: 'CK', contestant: 'TS01', removedMs: -100_000 })];
		expect(after(0, {}, { turns, decisions }).score?.detail).toMatchObject({ usedMs: 630_000 });
		expect(after(0, {}, { turns, decisions }).points).toBe(4100);
	});

	test('R150: an interval inside a longer one does not end the longer one', () => {
		const interval = (fromMinute: number, toMinute: number) => ({
			fromAt: fromMinute * 60_000,
			toAt: toMinute * 60_000,
			reason: 'mất điện'
		});
		// 1:00 to 5:00 with 2:00 to 3:00 inside, and 4:00 to 6:00: five minutes in all; 16:30 − 5:00 = 11:30, over by 1:30.
		const turn = aTurn('TS01', { endedAt: 990_000, removed: [interval(1, 5), interval(2, 3), interval(4, 6)] });
		expect(after(0, {}, { turns: [turn] }).points).toBe(4000);
	});

	test('R152: a stopped performance is said', () => {
		expect(after(790).score?.notes.map(({ vi }) => vi)).toEqual([
			'Quá giờ 3 phút 10 giây, tính 4 phút: trừ 3,00 điểm (mức trừ tối đa)',
			'Bị dừng phần thi vì quá giờ'
		]);
	});
});
