// What has been prepared and what is still missing, in the order of the work; counts only, never a name, a key or a mark.
import { mayBeAsked } from '../../contest/bank/life.ts';
import type { Bilingual } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { isJudged, isQuiz } from '../../contest/rules/parts.ts';
import { allParts } from '../../contest/rules/rules.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readRubrics } from '../stores/bank.ts';
import { readContest } from '../stores/contests.ts';
import { readLives } from '../stores/find-questions.ts';
import { readContestants, readJudges, readUnits } from '../stores/people.ts';
import { readGoodSlips } from '../stores/slips.ts';
import { readTurns } from '../stores/turns.ts';
import { undecidedAnswers } from '../stores/undecided-answers.ts';
import { lackingParts } from './unfinished-quiz.ts';

export type PreparationStep = 'contestants' | 'judges' | 'questions' | 'rubrics' | 'order' | 'slips';

export interface Preparation {
	/** Only the steps the contest's rules ask for. */
	steps: { step: PreparationStep; have: number; need: number; isReady: boolean }[];
	/** Contestants come with their units, so that list is the first of all. */
	hasUnits: boolean;
	/** Turns that have neither ended nor been marked absent. */
	turnsLeft: number;
	/** Answers put aside that nobody has decided about. */
	held: number;
	/** Quiz parts that are over with too few questions. */
	lacking: { title: Bilingual; count: number }[];
}

export async function readPreparation(app: App, seat: Seat, contestId: string): Promise<Preparation | Refusal> {
	const refusal = refuseUnless(seat, 'matrix:see', contestId);
	if (refusal) return refusal;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const [contestants, judges, questions, rubrics, turns, slips, units] = await Promise.all([
		readContestants(db, contestId),
		readJudges(db, contestId),
		readLives(db, contestId),
		readRubrics(db, contestId),
		readTurns(db, contestId),
		readGoodSlips(db, contestId),
		readUnits(db, contestId)
	]);
	const parts = allParts(contest.rules);
	const judged = parts.filter(isJudged);
	const brought = new Set(rubrics.map(({ code }) => code));
	const asked = parts.filter(isQuiz).reduce((sum, { questionCount }) => sum + questionCount, 0);
	const competing = new Set(contestants.filter(({ status }) => status === 'competing').map(({ id }) => id));
	const holders = new Set(slips.flatMap(({ contestantId }) => contestantId ?? []));
	const usable = questions.filter((life) => mayBeAsked(life, contest.bankPolicy));
	const step = (name: PreparationStep, have: number, need: number) => ({
		step: name,
		have,
		need,
		isReady: have >= need
	});
	const onStage = [
		step('judges', judges.length, 1),
		step('rubrics', judged.filter(({ rubric }) => brought.has(rubric)).length, judged.length)
	];
	return {
		steps: [
			step('contestants', competing.size, 1),
			...(judged.length > 0 ? onStage : []),
			...(asked > 0 ? [step('questions', usable.length, asked)] : []),
			...(judged.length > 0 ? [step('order', turns.length, 1)] : []),
			step('slips', [...competing].filter((id) => holders.has(id)).length, Math.max(1, competing.size))
		],
		hasUnits: units.length > 0,
		turnsLeft: turns.filter(({ status }) => status !== 'ended' && status !== 'absent').length,
		held: (await undecidedAnswers(db, contestId)).length,
		lacking: await lackingParts(db, contestId, contest.rules)
	};
}
