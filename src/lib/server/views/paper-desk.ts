// The secretaries' list of sheets on paper: what waits for whom. No mark is read here.
import type { ContestId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { may, refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { readPapers } from '../stores/paper-sheets.ts';
import { paperPlaces } from './paper-places.ts';

/** first, second: to be typed for the first or the second time · differs: the head judge chooses */
export type PaperState = 'first' | 'second' | 'differs' | 'confirmed';

export interface PaperLine {
	code: string;
	number: string;
	name: string;
	judge: { code: string; name: string };
	state: PaperState;
	typists: string[];
	/** The head judge who chose where the two entries differed; null where they agreed. */
	settledBy: string | null;
	/** This person has typed it, so that somebody else types it the second time. */
	isTypedByMe: boolean;
	openedAt: number;
	reason: string;
}

export interface PaperDesk {
	contest: { id: ContestId; name: string; version: number; isRehearsal: boolean };
	/** Open ones, those this person can type first. */
	waiting: PaperLine[];
	/** Submitted from paper, the latest first. */
	confirmed: PaperLine[];
	can: { enterAnswers: boolean; enterPapers: boolean };
}

export function paperState({ state, typists }: { state: string; typists: unknown[] }): PaperState {
	if (state === 'confirmed') return 'confirmed';
	return (['first', 'second', 'differs'] as const)[Math.min(typists.length, 2)] ?? 'differs';
}

export async function paperDesk(app: App, seat: Seat, contestId: ContestId): Promise<PaperDesk | Refusal> {
	const denied = refuseUnless(seat, 'papers:enter', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const [places, papers] = await Promise.all([paperPlaces(db, contest), readPapers(db, contestId)]);
	const placeOf = new Map(places.map((place) => [`${place.turn.id} ${place.judge.id}`, place]));
	const lines = papers
		.filter(({ state }) => state === 'open' || state === 'confirmed')
		.flatMap((paper): PaperLine[] => {
			const place = placeOf.get(`${paper.turnId} ${paper.judgeId}`);
			if (!place) return [];
			return [
				{
					code: place.code,
					number: place.turn.contestant.number,
					name: place.turn.contestant.fullName,
					judge: { code: place.judge.code, name: place.judge.fullName },
					state: paperState(paper),
					typists: paper.typists.map(({ name }) => name),
					settledBy: paper.chosen === null ? null : paper.settledBy,
					isTypedByMe: paper.typists.some(({ accountId }) => seat.kind === 'staff' && accountId === seat.accountId),
					openedAt: paper.openedAt.getTime(),
					reason: paper.reason
				}
			];
		});
	return {
		contest: { id: contest.id, name: contest.name, version: contest.version, isRehearsal: contest.isRehearsal },
		waiting: lines
			.filter(({ state }) => state !== 'confirmed')
			.sort((one, other) => turnToType(one) - turnToType(other) || one.openedAt - other.openedAt),
		confirmed: lines.filter(({ state }) => state === 'confirmed').toReversed(),
		can: { enterAnswers: may(seat, 'answers:enter', contestId), enterPapers: true }
	};
}

/** What this person can type now stands above what waits for others. */
function turnToType({ state, isTypedByMe }: PaperLine): number {
	if (state === 'differs') return 2;
	return isTypedByMe ? 1 : 0;
}
