// Signing the minutes of a locked session by PIN, and sealing them once both have signed; it must not know how they are printed.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { signedMinutes } from '../../contest/minutes.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat, StaffSeat } from '../seat.ts';
import { insertMinutesSignature } from '../stores/marking-locks.ts';
import { readContestMinutes } from '../stores/session-minutes.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { sessionFields } from './minutes/session-fields.ts';
import { signWithPin } from './sign-with-pin.ts';
import { readInput } from './read-input.ts';

const input = z.strictObject({
	...sessionFields,
	act: z.enum(['signed', 'sealed']),
	/** Hash of the minutes on the screen: what was not seen is not signed. */
	seen: z.string().regex(/^[0-9a-f]{64}$/),
	pin: z.string().max(20).default('')
});

export interface Signed {
	act: 'signed' | 'sealed';
	role: 'head_judge' | 'secretary';
}

/** Head judge and secretary sign, two people; the head judge seals. A hand holds for these very minutes (R149). */
export async function signMinutes(app: App, seat: Seat, given: unknown): Promise<Changed<Signed> | Refusal> {
	if (seat.kind !== 'staff') return refuse('access/sign-in-needed');
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, stage, session, act, seen, pin } = read;
	const role = roleOf(seat, contestId);
	const denied = refuseUnless(seat, act === 'sealed' ? 'session:lock' : 'minutes:sign', contestId);
	if (denied) return denied;
	const unsigned = await signWithPin(app, seat, pin);
	if (unsigned) return unsigned;
	const request = { contestId, permission: 'minutes:sign' } as const;
	return changeContest(app, seat, request, async ({ db, contest, now, record }) => {
		const { sessions, hands } = await readContestMinutes(db, contest);
		const minutes = sessions.find((each) => each.stage === stage && each.session === session);
		if (!minutes) return refuse('session/not-locked');
		if (minutes.hash !== seen) return refuse('minutes/changed');
		if (act === 'sealed' && !signedMinutes(hands, minutes.hash).isSigned) return refuse('minutes/not-signed');
		const signed = await insertMinutesSignature(db, {
			lockId: minutes.lock.id,
			act,
			role,
			documentHash: minutes.hash,
			signedBy: seat.name,
			signedByAccount: seat.accountId,
			signedAt: new Date(now)
		});
		if (!signed) return refuse('minutes/already-signed');
		record(act === 'sealed' ? 'minutes-sealed' : 'minutes-signed', {
			signatureId: signed.id,
			lockId: minutes.lock.id,
			stage,
			session,
			role,
			documentHash: minutes.hash,
			signedBy: 'pin'
		});
		return { act, role };
	});
}

/** Who is both signs as head judge. */
function roleOf({ roles }: StaffSeat, contestId: string): Signed['role'] {
	return roles[contestId]?.includes('head_judge') ? 'head_judge' : 'secretary';
}
