// What a secretary needs to enter an answer for somebody: the open question, its time, and whom; no key, no answer of anybody.
import type { ContestId, RoundId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { QuestionClock, QuestionView } from '../../contest/stage.ts';
import { foldVietnamese } from '../../formats/vietnamese-text.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readAnswered } from '../stores/answers.ts';
import { readContest } from '../stores/contests.ts';
import { readContestants } from '../stores/people.ts';
import { readLiveRound, readRoundQuestions, stateOf } from '../stores/rounds.ts';
import { viewOfQuestion } from './stage.ts';

export interface PersonToEnter {
	id: string;
	number: string;
	name: string;
	unit: string;
	hasAnswered: boolean;
}

export interface AnswerEntry {
	contest: { id: ContestId; name: string; version: number; isRehearsal: boolean };
	/** Null while no question is shown. */
	open: {
		roundId: RoundId;
		question: QuestionView;
		clock: QuestionClock;
		/** The only state in which an answer can be entered. */
		isAccepting: boolean;
		isPaused: boolean;
		/** The question has ended, in whatever way. */
		isClosed: boolean;
		mayChange: boolean;
	} | null;
	/** Who competes and is found: those without an answer first, each by number. */
	people: PersonToEnter[];
	/** How many have no answer to it, found or not. */
	missing: number;
	/** Whom the answer is for, found or not. */
	chosen: PersonToEnter | null;
}

/** `search` is looked for in numbers and names, marks or not; `chosenId` is the contestant picked from the list. */
export async function answerEntry(
	app: App,
	seat: Seat,
	contestId: ContestId,
	{ search, chosenId }: { search: string; chosenId: string | null }
): Promise<AnswerEntry | Refusal> {
	const refusal = refuseUnless(seat, 'answers:enter', contestId);
	if (refusal) return refusal;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const round = await readLiveRound(db, contestId);
	const questions = round ? await readRoundQuestions(db, round.id) : [];
	const current = round ? questions[round.questionIndex] : undefined;
	const answered = new Set(round && current ? await readAnswered(db, round.id, current.question.id) : []);
	const people = (await readContestants(db, contestId))
		.filter(({ status }) => status === 'competing')
		.map(({ id, number, fullName, unitName }) => ({
			id,
			number,
			name: fullName,
			unit: unitName,
			hasAnswered: answered.has(id)
		}));
	const sought = foldVietnamese(search);
	let open: AnswerEntry['open'] = null;
	if (round && current) {
		const { phase, questionIndex, deadlineAt, remainingMs, allowedMs, extraPercent } = stateOf(round);
		open = {
			roundId: round.id,
			question: viewOfQuestion(current.question, questionIndex, questions.length),
			clock: { deadlineAt, remainingMs, allowedMs, extraPercent },
			isAccepting: phase === 'running',
			isPaused: phase === 'paused',
			isClosed: phase === 'closing' || phase === 'closed' || phase === 'revealed',
			mayChange: current.mayChange
		};
	}
	return {
		contest: { id: contest.id, name: contest.name, version: contest.version, isRehearsal: contest.isRehearsal },
		open,
		people: people
			.filter(({ number, name }) => foldVietnamese(`${number} ${name}`).includes(sought))
			.sort((one, other) => Number(one.hasAnswered) - Number(other.hasAnswered)),
		missing: people.filter(({ hasAnswered }) => !hasAnswered).length,
		chosen: people.find(({ id }) => id === chosenId) ?? null
	};
}
