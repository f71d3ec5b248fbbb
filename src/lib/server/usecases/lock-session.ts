// The head judge locks the marking of a session (R148): from then on none of its sheets changes until two people open it again.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { sessionStates, type SessionState } from '../../contest/session-lock.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContestRecord } from '../stores/contest-record.ts';
import { insertMarkingLock } from '../stores/marking-locks.ts';
import { readTurns } from '../stores/turns.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { sessionFields } from './minutes/session-fields.ts';
import { signWithPin } from './sign-with-pin.ts';
import { readInput } from './read-input.ts';

const input = z.strictObject({ ...sessionFields, pin: z.string().max(20).default('') });

/** Who is missing is named, and nothing is locked. */
export async function lockSession(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ lockId: string }> | Refusal> {
	if (seat.kind !== 'staff') return refuse('access/sign-in-needed');
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, stage, session, pin } = read;
	const denied = refuseUnless(seat, 'session:lock', contestId) ?? (await signWithPin(app, seat, pin));
	if (denied) return denied;
	const request = { contestId, permission: 'session:lock' } as const;
	return changeContest(app, seat, request, async ({ db, contest, now, record }) => {
		const states = sessionStates(await readContestRecord(db, contest));
		const state = states.find((each) => each.stage === stage && each.session === session);
		if (!state) return refuse('input/not-found');
		if (!state.canLock) return lacking(state);
		const locked = await insertMarkingLock(db, {
			contestId,
			stage,
			session: session ?? '',
			lockedBy: seat.name,
			lockedByAccount: seat.accountId,
			lockedAt: new Date(now)
		});
		if (!locked) return refuse('session/locked');
		const turns = (await readTurns(db, contestId)).filter((turn) => turn.stage === stage && turn.session === session);
		record('session-locked', {
			lockId: locked.id,
			stage,
			session,
			turnIds: turns.map(({ id }) => id),
			signedBy: 'pin'
		});
		return { lockId: locked.id };
	});
}

function lacking({ waiting, missing }: SessionState): Refusal {
	if (waiting.length > 0) return refuse('session/turns-open', { numbers: waiting.join(', ') });
	return refuse('session/sheets-missing', {
		missing: missing.map(({ judge, numbers }) => `${judge} (${numbers.join(', ')})`).join('; ')
	});
}
