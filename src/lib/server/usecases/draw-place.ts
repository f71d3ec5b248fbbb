// Where lots are drawn (stage, session) and who is drawn there; it must not draw.
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { computeResult } from '../../contest/result/compute.ts';
import { stageEntrants } from '../../contest/result/stage-entrants.ts';
import { isJudged } from '../../contest/rules/parts.ts';
import { stageOf, type Rules } from '../../contest/rules/rules.ts';
import { readContestRecord } from '../stores/contest-record.ts';
import { readOrder, type DrawPlace } from '../stores/draws.ts';
import { readContestants, type ContestantRow } from '../stores/people.ts';
import type { Change } from './change-contest.ts';

/** What is looked at to make a list. */
export type ContestNow = Pick<Change, 'db' | 'contest'>;

/** The stage that was named, else the first that judges mark; a contest without one has nothing to draw. */
export function drawPlace(
	rules: Rules,
	{ stage: code, session }: { stage?: string | undefined; session?: string | undefined }
): DrawPlace | Refusal {
	const judged = rules.stages.filter(({ parts }) => parts.some(isJudged));
	if (judged.length === 0) return refuse('lots/no-stage');
	const stage = code === undefined ? judged[0] : judged.find((each) => each.code === code);
	if (!stage) return refuse('input/not-valid', {}, 'stage');
	if (session !== undefined && !stage.sessions.some((each) => each.code === session))
		return refuse('input/not-valid', {}, 'session');
	return { stage: stage.code, session: session ?? null };
}

/** Codes of the stage's sessions in their order; empty when it is held in one. */
export function sessionsOf(rules: Rules, { stage }: DrawPlace): string[] {
	return stageOf(rules, stage)?.sessions.map(({ code }) => code) ?? [];
}

/** R191, R316: those who take part in the stage and compete; of one session, those whom no other session of the stage has, by lots or by the list. */
export async function openForOrder({ db, contest }: ContestNow, place: DrawPlace): Promise<ContestantRow[] | Refusal> {
	const record = await readContestRecord(db, contest);
	const entrants = stageEntrants(record, computeResult(record), place.stage);
	if (entrants === null) return refuse('lots/stage-not-decided');
	const people = await readContestants(db, contest.id);
	const sessions = sessionsOf(contest.rules, place);
	const planned = new Map(
		people.flatMap(({ id, listedSession }) =>
			listedSession && sessions.includes(listedSession) ? [[id, listedSession]] : []
		)
	);
	if (place.session === null && planned.size > 0) return refuse('lots/sessions-planned', {}, 'session');
	const numbers = new Set(entrants.filter(({ status }) => status === 'competing').map(({ number }) => number));
	const elsewhere = new Set(
		place.session === null
			? []
			: (await readOrder(db, contest.id, { ...place, session: null }))
					.filter(({ session }) => session !== place.session)
					.map(({ contestantId }) => contestantId)
	);
	const isHere = (id: string) => !elsewhere.has(id) && (planned.get(id) ?? place.session) === place.session;
	return people.filter(({ id, number }) => numbers.has(number) && isHere(id));
}

/** Stage and session as the minutes name them, where the rules have several. */
export function placeWords(rules: Rules, place: DrawPlace): string[] {
	const stage = stageOf(rules, place.stage);
	const session = stage?.sessions.find(({ code }) => code === place.session);
	return [...(rules.stages.length > 1 && stage ? [stage.title.vi] : []), ...(session ? [session.title.vi] : [])];
}
