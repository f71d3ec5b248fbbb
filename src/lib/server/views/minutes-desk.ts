// The sessions of a contest before those who lock, sign, seal and open them: who is missing, what was signed, what may be done next. It must not know marks.
import { signedMinutes, type SignedMinutes } from '../../contest/minutes.ts';
import type { Bilingual, ContestId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { sessionStates, type SessionState } from '../../contest/session-lock.ts';
import type { App } from '../app.ts';
import { may, refuseUnless, rolesOf } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { readContestMinutes, type ContestMinutes } from '../stores/session-minutes.ts';
import { pinState, type PinState } from './pin-state.ts';

export interface DeskSession extends SessionState {
	/** The stage, and the session inside it; null where the stage has none. */
	title: Bilingual;
	sessionTitle: Bilingual | null;
	lock: {
		by: string;
		at: number;
		/** Who asks to open it again, and why. */
		asked: { by: string; at: number; reason: string } | null;
	} | null;
	/** SHA-256 of the minutes as they are now; null while the session is open. */
	hash: string | null;
	signed: SignedMinutes;
	can: Record<'lock' | 'ask' | 'open' | 'withdraw' | 'sign' | 'seal', boolean>;
}

export interface MinutesDesk {
	contest: { id: ContestId; name: string; version: number; isPublished: boolean };
	sessions: DeskSession[];
	judges: { code: string; name: string }[];
	pin: PinState;
}

export async function minutesDesk(app: App, seat: Seat, contestId: ContestId): Promise<MinutesDesk | Refusal> {
	const denied = refuseUnless(seat, 'minutes:see', contestId);
	if (denied || seat.kind !== 'staff') return denied ?? refuse('access/not-allowed');
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const minutes = await readContestMinutes(db, contest);
	const isPublished = contest.publishedAt !== null;
	const mine = {
		accountId: seat.accountId,
		name: seat.name,
		role: rolesOf(seat, contestId).includes('head_judge') ? 'head_judge' : 'secretary',
		may: {
			lock: !isPublished && may(seat, 'session:lock', contestId),
			open: !isPublished && may(seat, 'session:open', contestId),
			sign: !isPublished && may(seat, 'minutes:sign', contestId)
		}
	} as const;
	return {
		contest: { id: contest.id, name: contest.name, version: contest.version, isPublished },
		sessions: sessionStates(minutes.record).map((state) => deskSession(minutes, state, mine)),
		judges: minutes.record.judges.map(({ code, name }) => ({ code, name })),
		pin: await pinState(app, seat.accountId)
	};
}

interface Mine {
	accountId: string;
	name: string;
	role: 'head_judge' | 'secretary';
	may: Record<'lock' | 'open' | 'sign', boolean>;
}

function deskSession({ record, sessions, hands }: ContestMinutes, state: SessionState, mine: Mine): DeskSession {
	const stage = record.rules.stages.find(({ code }) => code === state.stage);
	const isHere = (place: { stage: string; session: string | null }) =>
		place.stage === state.stage && place.session === state.session;
	const { lock, hash } = sessions.find(isHere) ?? { lock: null, hash: null };
	const signed = signedMinutes(hands.filter(isHere), hash);
	const isAsked = lock?.askedAt !== null && lock?.askedAt !== undefined;
	const isMineAsked = lock?.askedByAccount === mine.accountId;
	const hasSigned = signed.standing.some(({ act, role }) => act === 'signed' && role === mine.role);
	return {
		...state,
		title: stage?.title ?? { vi: state.stage, en: state.stage },
		sessionTitle: stage?.sessions.find(({ code }) => code === state.session)?.title ?? null,
		lock: lock && {
			by: lock.lockedBy,
			at: lock.lockedAt.getTime(),
			asked: lock.askedAt && { by: lock.askedBy ?? '', at: lock.askedAt.getTime(), reason: lock.reason ?? '' }
		},
		hash,
		signed,
		can: {
			lock: mine.may.lock && !lock && state.canLock,
			ask: mine.may.open && lock !== null && !isAsked,
			open: mine.may.open && isAsked && !isMineAsked,
			withdraw: mine.may.open && isAsked,
			sign: mine.may.sign && lock !== null && !hasSigned,
			seal: mine.may.lock && signed.isSigned && !signed.isSealed
		}
	};
}
