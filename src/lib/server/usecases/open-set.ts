// A sealed set is opened: with the lobby of its round, or before by an organiser who says why; the log then has what it was sealed with.
import { z } from 'zod';
import { isSetClosed } from '../../contest/bank/sealed-set.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { saveSetOpened } from '../stores/round-setup.ts';
import { readRound, readRoundQuestions, type RoundRow } from '../stores/rounds.ts';
import { changeContest, type Change, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';
import { reasonText } from './reason-text.ts';

const input = z.strictObject({ contestId: z.uuid(), roundId: z.uuid(), reason: reasonText });

/** R286: before its time, with a reason. */
export async function openSet(app: App, seat: Seat, given: unknown): Promise<Changed<null> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, roundId, reason } = read;
	return changeContest(app, seat, { contestId, permission: 'bank:edit' }, async (change) => {
		const round = await readRound(change.db, contestId, roundId);
		if (!round || !isSetClosed(round)) return refuse('input/not-found');
		await openSealedSet(change, round, reason);
		return null;
	});
}

/** Salt and codes go into the log, so that anybody can hold them against the commitment. */
export async function openSealedSet(change: Change, round: RoundRow, reason: string | null): Promise<void> {
	const questions = await readRoundQuestions(change.db, round.id);
	await saveSetOpened(change.db, round.id, new Date(change.now));
	change.record('round-set-opened', {
		roundId: round.id,
		codes: questions.map(({ question }) => question.code),
		salt: round.setSalt,
		...(reason !== null && { reason })
	});
}
