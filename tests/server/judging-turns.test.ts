// Turns on the stage on real Postgres: one at a time, times and what they cost, steps back with a reason (R30–R37).
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { audiences } from '../../src/lib/contest/stage.ts';
import type { Seat } from '../../src/lib/server/seat.ts';
import { readEvents } from '../../src/lib/server/stores/events.ts';
import { readTurns } from '../../src/lib/server/stores/turns.ts';
import { runTurn } from '../../src/lib/server/usecases/run-turn.ts';
import { readSnapshot } from '../../src/lib/server/views/snapshot.ts';
import { turnBoard, type TurnBoard } from '../../src/lib/server/views/turn-board.ts';
import { firstInstant, judgingContest, type JudgingContest } from './judging-contest.ts';

const minuteMs = 60_000;

describe('turns on the stage', () => {
	let world: JudgingContest;

	beforeEach(async () => {
		world = await judgingContest();
	});
	afterEach(() => world.app.close());

	const run = (position: number, command: Record<string, unknown>, more: Record<string, unknown> = {}) =>
		runTurn(world.app, world.secretary, {
			contestId: world.contestId,
			turnId: world.turns[position]!.id,
			command,
			...more
		});
	async function board(): Promise<TurnBoard> {
		const read = await turnBoard(world.app, world.organiser, world.contestId);
		if (isRefusal(read)) throw new Error(read.refused);
		return read;
	}
	async function speak(position: number, durationMs: number): Promise<void> {
		for (const step of ['call', 'step-on-stage', 'start']) await run(position, { do: step });
		world.setTime(firstInstant + durationMs);
		await run(position, { do: 'end' });
	}

	test('R34 each step once, in order, logged and announced', async () => {
		expect(await run(0, { do: 'start' })).toMatchObject({ refused: 'turn/not-now', details: { status: 'waiting' } });
		await speak(0, 5 * minuteMs);
		const [turn] = await readTurns(world.app.database.drizzle, world.contestId);
		expect(turn).toMatchObject({
			status: 'ended',
			startedAt: firstInstant,
			endedAt: firstInstant + 5 * minuteMs,
			contestant: { number: 'TS01' },
			unit: { code: 'DV01' },
			situation: { code: 'TH01' }
		});
		const log = await readEvents(world.app.database.drizzle, world.contestId);
		expect(log.map(({ kind }) => kind)).toEqual([
			'contestant-called',
			'contestant-stepped-on-stage',
			'turn-started',
			'turn-ended'
		]);
		expect(world.news).toHaveLength(4);
	});

	test('R34 a double click has one effect', async () => {
		const both = await Promise.all([run(0, { do: 'call' }), run(0, { do: 'call' })]);
		expect(both.filter((each) => !isRefusal(each))).toHaveLength(1);
		expect(await readEvents(world.app.database.drizzle, world.contestId)).toHaveLength(1);
	});

	test('R34 one contestant at a time, whichever way another would come on stage', async () => {
		await run(0, { do: 'call' });
		expect(await run(1, { do: 'call' })).toMatchObject({ refused: 'turn/another-on-stage' });
		await run(0, { do: 'step-on-stage' });
		await run(0, { do: 'start' });
		await run(0, { do: 'end' });
		await run(1, { do: 'call' });
		const back = { do: 'take-back', reason: 'Bấm nhầm nút kết thúc' };
		expect(await run(0, back)).toMatchObject({ refused: 'turn/another-on-stage' });
		expect((await board()).currentTurnId).toBe(world.turns[1]!.id);
		expect((await board()).turns[2]!.can).not.toContain('call');
	});

	test('R31, R32 time over the limit costs what the rules say; the board shows it', async () => {
		await speak(0, 11 * minuteMs + 20_000);
		const [turn] = (await board()).turns;
		expect(turn).toMatchObject({ usedMs: 11 * minuteMs + 20_000, penalty: { points: 200 } });
		expect(turn!.penalty!.note.vi).toContain('Quá giờ');
	});

	test('R30, R37 an incident is taken out of the time used while the turn runs, with a reason', async () => {
		for (const step of ['call', 'step-on-stage', 'start']) await run(0, { do: step });
		world.setTime(firstInstant + 11 * minuteMs);
		expect(await run(0, { do: 'remove-time', ms: 90_000, reason: '' })).toMatchObject({
			refused: 'input/reason-needed'
		});
		await run(0, { do: 'remove-time', ms: 90_000, reason: 'Mất điện hội trường' });
		await run(0, { do: 'end' });
		// R246: afterwards two people decide about it.
		expect(await run(0, { do: 'remove-time', ms: 1000, reason: 'Mất điện hội trường' })).toMatchObject({
			refused: 'turn/not-now'
		});
		expect((await board()).turns[0]).toMatchObject({
			usedMs: 11 * minuteMs - 90_000,
			penalty: null,
			removedMs: 90_000
		});
	});

	test('R36 one step back with a reason; two organisers do not take back two', async () => {
		await speak(0, 5 * minuteMs);
		const { version } = (await board()).contest;
		const back = { do: 'take-back', reason: 'Bấm nhầm nút kết thúc' };
		expect(await run(0, { do: 'take-back', reason: '' }, { expectedVersion: version })).toMatchObject({
			refused: 'input/reason-needed'
		});
		const both = await Promise.all([
			run(0, back, { expectedVersion: version }),
			run(0, back, { expectedVersion: version })
		]);
		expect(both.filter((each) => isRefusal(each) && each.refused === 'contest/moved-on')).toHaveLength(1);
		expect((await board()).turns[0]).toMatchObject({ status: 'running', endedAt: null, startedAt: firstInstant });
	});

	test('R35 absent when called, later returned to the queue and called again', async () => {
		await run(0, { do: 'call' });
		await run(0, { do: 'mark-absent' });
		expect((await board()).nextTurnId).toBe(world.turns[1]!.id);
		await run(0, { do: 'return-to-queue' });
		expect(await run(0, { do: 'call' })).toMatchObject({ result: { status: 'called' } });
	});

	test('a situation reaches no screen before its contestant stands on the stage, nor with whoever comes next', async () => {
		const [first] = await readTurns(world.app.database.drizzle, world.contestId);
		const contestant: Seat = {
			kind: 'contestant',
			slipId: '',
			contestId: world.contestId,
			contestantId: first!.contestant.id,
			epoch: 1
		};
		const seats = {
			contestant,
			screen: world.organiser,
			judge: world.head,
			mc: world.organiser,
			console: world.organiser
		};
		const told = async () => {
			const payloads = await Promise.all(
				audiences.map((audience) => readSnapshot(world.app, seats[audience], audience, world.contestId))
			);
			expect(payloads.filter(isRefusal)).toEqual([]);
			return audiences.filter((_, index) => JSON.stringify(payloads[index]).includes('Mất điện giữa buổi'));
		};
		expect(await told(), 'nobody called').toEqual([]);
		await run(0, { do: 'call' });
		expect(await told(), 'called').toEqual([]);
		await run(0, { do: 'step-on-stage' });
		expect(await told(), 'on stage').toEqual([...audiences]);
		await run(0, { do: 'start' });
		await run(0, { do: 'end' });
		await run(1, { do: 'call' });
		expect(await told(), 'the next one called').toEqual([]);
		expect((await board()).turns.map(({ situation }) => situation !== null)).toEqual([true, true, false]);
	});

	test('who withdrew is not called; a judge does not run the stage', async () => {
		await world.fresh.sql`update contestant set status = 'withdrawn' where number = 'TS01'`;
		expect(await run(0, { do: 'call' })).toMatchObject({ refused: 'turn/not-now' });
		expect((await board()).nextTurnId).toBe(world.turns[1]!.id);
		const ask = { contestId: world.contestId, turnId: world.turns[1]!.id, command: { do: 'call' } };
		expect(await runTurn(world.app, world.head, ask)).toMatchObject({ refused: 'access/not-allowed' });
	});
});
