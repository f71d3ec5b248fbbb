// The jury's minutes of one locked session as they are printed: every sheet's total, what it adds up to, and the hands under it.
import { signedMinutes, type MinutesDocument, type SignedMinutes } from '../../contest/minutes.ts';
import type { Bilingual, ContestId, PartCode } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { isJudged } from '../../contest/rules/parts.ts';
import type { SessionPlace } from '../../contest/session-lock.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { readContestMinutes } from '../stores/session-minutes.ts';
import { readTurns } from '../stores/turns.ts';
import { blindTurns } from './blind-turns.ts';

export interface MinutesPaper {
	contest: { name: string; organiser: string; heldOn: string };
	title: Bilingual;
	sessionTitle: Bilingual | null;
	parts: { code: PartCode; title: Bilingual }[];
	/** Of everybody with a sheet in it. */
	judges: { code: string; name: string }[];
	document: MinutesDocument;
	hash: string;
	signed: SignedMinutes;
}

/** Refused while the session is open: what is not locked is not minuted. */
export async function minutesPaper(
	app: App,
	seat: Seat,
	contestId: ContestId,
	{ stage, session }: SessionPlace
): Promise<MinutesPaper | Refusal> {
	const denied = refuseUnless(seat, 'papers:print', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const blind = await blindTurns(db, seat, contestId);
	const own = (await readTurns(db, contestId)).filter((turn) => turn.stage === stage && turn.session === session);
	if (own.some(({ id }) => blind.has(id))) return refuse('access/not-allowed');
	const { record, sessions, hands } = await readContestMinutes(db, contest);
	const isHere = (place: SessionPlace) => place.stage === stage && place.session === session;
	const found = sessions.find(isHere);
	const rules = contest.rules.stages.find(({ code }) => code === stage);
	if (!found || !rules) return refuse('session/not-locked');
	const marking = new Set(found.document.rows.flatMap(({ sheets }) => sheets.map(({ judge }) => judge)));
	const { name, organiser, heldOn } = contest;
	return {
		contest: { name, organiser, heldOn },
		title: rules.title,
		sessionTitle: rules.sessions.find(({ code }) => code === session)?.title ?? null,
		parts: rules.parts.filter(isJudged).map(({ code, title }) => ({ code, title })),
		judges: record.judges
			.filter(({ code }) => marking.has(code))
			.map((judge) => ({ code: judge.code, name: judge.name })),
		document: found.document,
		hash: found.hash,
		signed: signedMinutes(hands.filter(isHere), found.hash)
	};
}
