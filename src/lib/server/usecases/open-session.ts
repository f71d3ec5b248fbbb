// A locked session is opened again by two people (R148): one asks with a reason, the other opens, an organiser and a head judge between them, each by PIN.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { areOrganiserAndHead, refuseUnless } from '../permissions.ts';
import type { Seat, StaffSeat } from '../seat.ts';
import { readRolesOf } from '../stores/accounts.ts';
import { readStandingLock, updateMarkingLock } from '../stores/marking-locks.ts';
import { changeContest, type Change, type Changed } from './change-contest.ts';
import { sessionFields } from './minutes/session-fields.ts';
import { reasonText } from './reason-text.ts';
import { signWithPin } from './sign-with-pin.ts';
import { readInput } from './read-input.ts';

const pinField = { pin: z.string().max(20).default('') };
/** ask: with a reason · open: another person's asking · withdraw: nothing is opened */
const input = z.discriminatedUnion('act', [
	z.strictObject({ act: z.literal('ask'), ...sessionFields, ...pinField, reason: reasonText }),
	z.strictObject({ act: z.literal('open'), ...sessionFields, ...pinField }),
	z.strictObject({ act: z.literal('withdraw'), ...sessionFields })
]);

type Asked = z.infer<typeof input>;

/** Signatures under the minutes of the session hold for what was signed: once anything changes, they are void (R149). */
export async function openSession(app: App, seat: Seat, given: unknown): Promise<Changed<Asked['act']> | Refusal> {
	if (seat.kind !== 'staff') return refuse('access/sign-in-needed');
	const asked = readInput(input, given);
	if (isRefusal(asked)) return asked;
	const denied =
		refuseUnless(seat, 'session:open', asked.contestId) ??
		(asked.act === 'withdraw' ? null : await signWithPin(app, seat, asked.pin));
	if (denied) return denied;
	const request = { contestId: asked.contestId, permission: 'session:open' } as const;
	return changeContest(app, seat, request, async (change) => (await perform(change, seat, asked)) ?? asked.act);
}

/** Null when it is done. */
async function perform({ db, now, record }: Change, seat: StaffSeat, asked: Asked): Promise<Refusal | null> {
	const { contestId, stage, session } = asked;
	const lock = await readStandingLock(db, contestId, { stage, session });
	if (!lock) return refuse('session/not-locked');
	const whose = { lockId: lock.id, stage, session };
	if (asked.act === 'ask') {
		if (lock.askedAt) return refuse('session/opening-asked', { name: lock.askedBy ?? '' });
		const { reason } = asked;
		const [askedBy, askedByAccount, askedAt] = [seat.name, seat.accountId, new Date(now)];
		await updateMarkingLock(db, lock.id, { askedBy, askedByAccount, askedAt, reason });
		record('session-opening-asked', { ...whose, reason, signedBy: 'pin' });
		return null;
	}
	if (!lock.askedAt || !lock.askedByAccount) return refuse('session/nothing-asked');
	if (asked.act === 'withdraw') {
		await updateMarkingLock(db, lock.id, { askedBy: null, askedByAccount: null, askedAt: null, reason: null });
		record('session-opening-withdrawn', whose);
		return null;
	}
	if (lock.askedByAccount === seat.accountId) return refuse('session/same-person');
	const theirs = (await readRolesOf(db, [lock.askedByAccount])).get(lock.askedByAccount);
	if (!areOrganiserAndHead(theirs?.[contestId] ?? [], seat.roles[contestId] ?? [])) return refuse('session/needs-both');
	await updateMarkingLock(db, lock.id, {
		openedBy: seat.name,
		openedByAccount: seat.accountId,
		openedAt: new Date(now)
	});
	record('session-opened', { ...whose, reason: lock.reason, signedBy: 'pin' });
	return null;
}
