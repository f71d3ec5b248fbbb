// Papers that two people typed differently, for the head judge; what another judge gave is hidden until the own sheet is locked (T-23).
import type { ContestId } from '../../contest/ids.ts';
import { paperDifferences, type PaperDifference } from '../../contest/paper-sheet.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { criteriaOf } from '../../contest/sheet.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readBlindTurns } from '../stores/blind-turns.ts';
import { readContest } from '../stores/contests.ts';
import { readEntries, readPapers } from '../stores/paper-sheets.ts';
import { paperPlaces } from './paper-places.ts';

export interface DifferingPaper {
	paperId: string;
	code: string;
	number: string;
	name: string;
	judge: { code: string; name: string };
	/** Who typed first and who second. */
	typists: string[];
	/** Why nothing of it can be settled by this person now; the differences are then empty. */
	barred: 'still-blind' | 'typed-by-you' | null;
	differences: PaperDifference[];
	/** Criteria both typed alike. */
	alike: number;
}

export interface DifferencesDesk {
	contest: { id: ContestId; name: string; version: number; isRehearsal: boolean };
	papers: DifferingPaper[];
}

export async function differencesDesk(app: App, seat: Seat, contestId: ContestId): Promise<DifferencesDesk | Refusal> {
	const denied = refuseUnless(seat, 'papers:settle', contestId);
	if (denied || seat.kind !== 'staff') return denied ?? refuse('access/sign-in-needed');
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const [places, papers, blind] = await Promise.all([
		paperPlaces(db, contest),
		readPapers(db, contestId),
		readBlindTurns(db, contestId, seat.accountId)
	]);
	const shown: DifferingPaper[] = [];
	for (const paper of papers.filter(({ state, typists }) => state === 'open' && typists.length === 2)) {
		const place = places.find(({ turn, judge }) => turn.id === paper.turnId && judge.id === paper.judgeId);
		if (!place) continue;
		const isBlind = blind.has(paper.turnId) && place.judge.accountId !== seat.accountId;
		const isTypist = paper.typists.some(({ accountId }) => accountId === seat.accountId);
		const [first, second] = isBlind || isTypist ? [] : await readEntries(db, paper.id);
		const criteria = criteriaOf(place.parts);
		const differences = first && second ? paperDifferences(criteria, first.marks, second.marks) : [];
		shown.push({
			paperId: paper.id,
			code: place.code,
			number: place.turn.contestant.number,
			name: place.turn.contestant.fullName,
			judge: { code: place.judge.code, name: place.judge.fullName },
			typists: paper.typists.map(({ name }) => name),
			barred: isBlind ? 'still-blind' : isTypist ? 'typed-by-you' : null,
			differences,
			alike: criteria.length - differences.length
		});
	}
	return {
		contest: { id: contest.id, name: contest.name, version: contest.version, isRehearsal: contest.isRehearsal },
		papers: shown
	};
}
