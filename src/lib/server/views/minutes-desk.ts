// The sessions of a contest before those who lock, sign, seal and open them: who is missing, what was signed, what may be done next. It must not know marks.
import { signedMinutes, type SignedMinutes } from '../../contest/minutes.ts';
import type { Bilingual, ContestId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { sessionStates, type SessionState } from '../../contest/session-lock.ts';
import type { App } from '../app.ts';
import { areOrganiserAndHead, may, refuseUnless, rolesOf, type Role } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readRolesOf } from '../stores/accounts.ts';
import { readContest } from '../stores/contests.ts';
import { readPapersToType } from '../stores/paper-sheets.ts';
import { readContestMinutes, type ContestMinutes } from '../stores/session-minutes.ts';
import { pinState, type PinState } from './pin-state.ts';
import { awaitedFor, lastOpening, type SessionOpening } from './session-opening.ts';

export interface DeskSession extends SessionState {
	/** `papers`: those of the sheets that lie on paper and are to be typed. */
	missing: (SessionState['missing'][number] & { papers: string[] })[];
	/** The stage, and the session inside it; null where the stage has none. */
	title: Bilingual;
	sessionTitle: Bilingual | null;
	lock: {
		by: string;
		at: number;
		/** Who asks to open it again, why, and who still has to agree. */
		asked: { by: string; at: number; reason: string; awaits: ReturnType<typeof awaitedFor> } | null;
	} | null;
	/** How it was opened again the last time; null where it never was. */
	opened: SessionOpening | null;
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
	const [minutes, papers] = [await readContestMinutes(db, contest), await readPapersToType(db, contestId)];
	const isPublished = contest.publishedAt !== null;
	const roles = rolesOf(seat, contestId);
	const askers = await readRolesOf(
		db,
		minutes.sessions.flatMap(({ lock }) => lock.askedByAccount ?? [])
	);
	const mine = {
		accountId: seat.accountId,
		name: seat.name,
		roles,
		role: roles.includes('head_judge') ? 'head_judge' : 'secretary',
		may: {
			lock: !isPublished && may(seat, 'session:lock', contestId),
			open: !isPublished && may(seat, 'session:open', contestId),
			sign: !isPublished && may(seat, 'minutes:sign', contestId)
		}
	} as const;
	const rolesOfAsker = (accountId: string) => askers.get(accountId)?.[contestId] ?? [];
	return {
		contest: { id: contest.id, name: contest.name, version: contest.version, isPublished },
		sessions: sessionStates(minutes.record).map((state) => deskSession(minutes, state, { mine, papers, rolesOfAsker })),
		judges: minutes.record.judges.map(({ code, name }) => ({ code, name })),
		pin: await pinState(app, seat.accountId)
	};
}

interface Mine {
	accountId: string;
	name: string;
	roles: readonly Role[];
	role: 'head_judge' | 'secretary';
	may: Record<'lock' | 'open' | 'sign', boolean>;
}

type Papers = Awaited<ReturnType<typeof readPapersToType>>;

interface Facts {
	mine: Mine;
	papers: Papers;
	rolesOfAsker: (accountId: string) => readonly Role[];
}

function deskSession(
	{ record, sessions, hands, locks }: ContestMinutes,
	state: SessionState,
	{ mine, papers, rolesOfAsker }: Facts
): DeskSession {
	const stage = record.rules.stages.find(({ code }) => code === state.stage);
	const isHere = (place: { stage: string; session: string | null }) =>
		place.stage === state.stage && place.session === state.session;
	const { lock, hash } = sessions.find(isHere) ?? { lock: null, hash: null };
	const signed = signedMinutes(hands.filter(isHere), hash);
	const asker = lock?.askedByAccount ?? null;
	const theirs = asker === null ? [] : rolesOfAsker(asker);
	const hasSigned = signed.standing.some(({ act, role }) => act === 'signed' && role === mine.role);
	return {
		...state,
		missing: state.missing.map((each) => ({ ...each, papers: papersOf(each, papers.filter(isHere)) })),
		title: stage?.title ?? { vi: state.stage, en: state.stage },
		sessionTitle: stage?.sessions.find(({ code }) => code === state.session)?.title ?? null,
		lock: lock && {
			by: lock.lockedBy,
			at: lock.lockedAt.getTime(),
			asked: lock.askedAt && {
				by: lock.askedBy ?? '',
				at: lock.askedAt.getTime(),
				reason: lock.reason ?? '',
				awaits: awaitedFor(theirs)
			}
		},
		opened: lastOpening(locks, state),
		hash,
		signed,
		can: {
			lock: mine.may.lock && !lock && state.canLock,
			ask: mine.may.open && lock !== null && asker === null,
			open: mine.may.open && asker !== null && asker !== mine.accountId && areOrganiserAndHead(theirs, mine.roles),
			withdraw: mine.may.open && asker !== null,
			sign: mine.may.sign && lock !== null && !hasSigned,
			seal: mine.may.lock && signed.isSigned && !signed.isSealed
		}
	};
}

function papersOf({ judge, numbers }: SessionState['missing'][number], papers: Papers): string[] {
	return numbers.filter((number) => papers.some((paper) => paper.judge === judge && paper.number === number));
}
