// Running one contestant's turn on the stage: call, step on stage, start, end, and what puts mistakes right.
import { z } from 'zod';
import { isOut } from '../../contest/record/record.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { decideTurn, evolveTurn, type TurnCommand, type TurnState, type TurnStatus } from '../../contest/turn.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readContestant } from '../stores/people.ts';
import { isFirstCall, readCurrentTurn, readTurn, updateTurn, type TurnRow } from '../stores/turns.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';
import { reasonText } from './reason-text.ts';
import { refuseUnlessReady } from './refuse-unless-ready.ts';

const command = z.discriminatedUnion('do', [
	z.strictObject({ do: z.literal('call') }),
	z.strictObject({ do: z.literal('step-on-stage') }),
	z.strictObject({ do: z.literal('start') }),
	z.strictObject({ do: z.literal('end') }),
	z.strictObject({ do: z.literal('mark-absent') }),
	z.strictObject({ do: z.literal('return-to-queue') }),
	z.strictObject({ do: z.literal('take-back'), reason: reasonText }),
	z.strictObject({ do: z.literal('remove-time'), ms: z.number().int(), reason: reasonText })
]) satisfies z.ZodType<TurnCommand>;

const input = z.strictObject({
	contestId: z.uuid(),
	turnId: z.uuid(),
	command,
	/**
	 * The steps forward may leave it out: each of them is possible once, so a double click is refused by the turn itself,
	 * and a judge who submits at that moment does not keep the stopwatch from being stopped.
	 */
	expectedVersion: z.number().int().optional()
});

export interface TurnRan {
	status: TurnStatus;
}

/** R34–R37, R251. Refused while another contestant is called or on stage, whichever way this one would come there. */
export async function runTurn(app: App, seat: Seat, given: unknown): Promise<Changed<TurnRan> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, turnId, command: asked, expectedVersion } = read;
	const request = {
		contestId,
		permission: 'turn:run' as const,
		...(expectedVersion !== undefined && { expectedVersion })
	};
	return changeContest(app, seat, request, async (change) => {
		const { db, now, record } = change;
		const turn = await readTurn(db, contestId, turnId);
		const contestant = turn && (await readContestant(db, contestId, turn.contestantId));
		if (!turn || !contestant) return refuse('input/not-found');
		const before = stateOf(turn);
		const events = decideTurn(before, asked, now);
		if (isRefusal(events)) return events;
		const after = events.reduce(evolveTurn, before);
		if (isBeforeTheHall(after.status)) {
			if (isOut(contestant.status)) return refuse('turn/not-now', { status: contestant.status });
			const current = await readCurrentTurn(db, contestId);
			if (current && current.id !== turnId) return refuse('turn/another-on-stage');
			const notReady = asked.do === 'call' && (await isFirstCall(db, turn)) ? await refuseUnlessReady(change) : null;
			if (notReady) return notReady;
		}
		await updateTurn(db, turnId, {
			status: after.status,
			calledAt: date(after.calledAt),
			onStageAt: date(after.onStageAt),
			startedAt: date(after.startedAt),
			endedAt: date(after.endedAt),
			removedMs: after.removedMs
		});
		for (const { kind, ...facts } of events) record(kind, { turnId, contestantId: turn.contestantId, ...facts });
		return { status: after.status };
	});
}

/** Called counts: the hall has heard the name, so nobody else may be called. */
function isBeforeTheHall(status: TurnStatus): boolean {
	return status === 'called' || status === 'on_stage' || status === 'running';
}

function stateOf(turn: TurnRow): TurnState {
	return {
		status: turn.status,
		calledAt: turn.calledAt?.getTime() ?? null,
		onStageAt: turn.onStageAt?.getTime() ?? null,
		startedAt: turn.startedAt?.getTime() ?? null,
		endedAt: turn.endedAt?.getTime() ?? null,
		removedMs: turn.removedMs
	};
}

function date(at: number | null): Date | null {
	return at === null ? null : new Date(at);
}
