// The jury's minutes of one locked session as they are printed: every sheet's total, what it adds up to, what was out of the ordinary, and the hands under it.
import { describeDecision } from '../../contest/decisions/describe-decision.ts';
import { signedMinutes, type MinutesDocument, type SignedMinutes } from '../../contest/minutes.ts';
import type { Bilingual, ContestId, PartCode } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { isJudged } from '../../contest/rules/parts.ts';
import type { Circumstance } from '../../contest/minutes-circumstances.ts';
import type { ContestRecord } from '../../contest/record/record.ts';
import { partOf } from '../../contest/rules/rules.ts';
import type { SessionPlace } from '../../contest/session-lock.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { readContestMinutes } from '../stores/session-minutes.ts';
import { readTurns } from '../stores/turns.ts';
import { blindTurns } from './blind-turns.ts';
import { lastOpening, type SessionOpening } from './session-opening.ts';

export interface MinutesPaper {
	contest: { name: string; organiser: string };
	title: Bilingual;
	sessionTitle: Bilingual | null;
	/** The contest has no other stage and the stage no sessions: its name is the contest's. */
	isOnly: boolean;
	parts: { code: PartCode; title: Bilingual }[];
	/** Of everybody with a sheet in it. */
	judges: { code: string; name: string }[];
	document: MinutesDocument;
	circumstances: ShownCircumstance[];
	hash: string;
	signed: SignedMinutes;
	/** How the session was opened again the last time; null where it never was. */
	opened: SessionOpening | null;
}

/** A circumstance with what a reader needs to be told of it besides: people by code, number and name, decisions in words. */
export interface ShownCircumstance {
	told: Circumstance;
	/** Whose sheet; null where it is about no single one. */
	judge: string | null;
	contestant: string | null;
	part: Bilingual | null;
	/** Who took part in a consultation, and who looks at the sheet again after it. */
	present: string[];
	revising: string[];
	/** What was decided. */
	what: Bilingual | null;
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
	const { record, sessions, hands, locks } = await readContestMinutes(db, contest);
	const isHere = (place: SessionPlace) => place.stage === stage && place.session === session;
	const found = sessions.find(isHere);
	const rules = contest.rules.stages.find(({ code }) => code === stage);
	if (!found || !rules) return refuse('session/not-locked');
	const marking = new Set(found.document.rows.flatMap(({ sheets }) => sheets.map(({ judge }) => judge)));
	const { name, organiser } = contest;
	return {
		contest: { name, organiser },
		title: rules.title,
		sessionTitle: rules.sessions.find(({ code }) => code === session)?.title ?? null,
		isOnly: contest.rules.stages.length === 1 && session === null,
		parts: rules.parts.filter(isJudged).map(({ code, title }) => ({ code, title })),
		judges: record.judges
			.filter(({ code }) => marking.has(code))
			.map((judge) => ({ code: judge.code, name: judge.name })),
		document: found.document,
		circumstances: found.document.circumstances.map((told) => shown(record, told)),
		hash: found.hash,
		signed: signedMinutes(hands.filter(isHere), found.hash),
		opened: lastOpening(locks, { stage, session })
	};
}

function shown(record: ContestRecord, told: Circumstance): ShownCircumstance {
	const judge = (code: string) => `${code} ${record.judges.find((each) => each.code === code)?.name ?? ''}`.trim();
	const contestant = (number: string) =>
		`${number} ${record.contestants.find((each) => each.number === number)?.name ?? ''}`.trim();
	const consulted = told.kind === 'consultation' ? told : null;
	const { content } = told.kind === 'decision' ? told : { content: null };
	return {
		told,
		judge: 'judge' in told ? judge(told.judge) : null,
		contestant: 'contestant' in told ? contestant(told.contestant) : null,
		part: (consulted && partOf(record.rules, consulted.part)?.title) ?? null,
		present: (consulted?.present ?? []).map(judge),
		revising: consulted?.cameTo.kind === 'revise' ? consulted.cameTo.judges.map(judge) : [],
		what: content && describeDecision(record, { content, takesBack: null })
	};
}
