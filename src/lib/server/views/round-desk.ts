// What the organiser needs to run one round: its questions in order with state, what may be done now, and the stage.
import { isSetClosed } from '../../contest/bank/sealed-set.ts';
import type { ContestId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { roundCan, type RoundCommand, type RoundPhase } from '../../contest/round.ts';
import type { QuestionKind } from '../../contest/question.ts';
import { isQuiz } from '../../contest/rules/parts.ts';
import { partOf } from '../../contest/rules/rules.ts';
import type { Stage } from '../../contest/stage.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { readContestants } from '../stores/people.ts';
import type { QuarantinedAnswer } from '../stores/quarantine.ts';
import { readRound, readRoundQuestions, readRounds, stateOf } from '../stores/rounds.ts';
import type { Queryable } from '../stores/queryable.ts';
import { undecidedAnswers } from '../stores/undecided-answers.ts';
import { readHall } from './hall.ts';
import { stageFor } from './stage.ts';

const commands = [
	'open-lobby',
	'show-question',
	'start-timer',
	'pause',
	'resume',
	'extend',
	'close',
	'reopen',
	'reveal',
	'finish'
] as const;
export type DeskCommand = (typeof commands)[number];

export interface RoundDesk {
	roundId: string;
	title: string;
	phase: RoundPhase;
	questionIndex: number;
	/** Who has extra time, by number; it can be granted while no round is live. */
	extra: { number: string; name: string; percent: number }[];
	mayGrantExtra: boolean;
	/** How many questions its part still lacks for what the rules ask. */
	lacking: number;
	/** Answers put aside in this round that nobody has decided about, in the order they arrived. */
	aside: QuarantinedAnswer[];
	/** How many questions it has; `questions` is empty while its set is sealed (R286). */
	count: number;
	isSetClosed: boolean;
	questions: {
		number: number;
		code: string;
		topic: string;
		kind: QuestionKind;
		text: string;
		seconds: number;
		isRevealed: boolean;
		isSealed: boolean;
	}[];
	can: Record<DeskCommand, boolean>;
	stage: Stage;
}

/** Without keys: an organiser looks a key up in the bank, never on the screen that may stand open in the hall. */
export async function readRoundDesk(
	app: App,
	seat: Seat,
	contestId: string,
	roundId: string
): Promise<RoundDesk | Refusal> {
	const refusal = refuseUnless(seat, 'round:run', contestId);
	if (refusal) return refusal;
	if (!/^[0-9a-f-]{36}$/.test(roundId)) return refuse('input/not-found');
	const db = app.database.drizzle;
	const row = await readRound(db, contestId, roundId);
	const hall = await readHall(app, contestId);
	if (!row || !hall) return refuse('input/not-found');
	const questions = await readRoundQuestions(db, roundId);
	const state = stateOf(row);
	const plan = {
		questionMs: questions.map(({ question }) => question.seconds * 1000),
		graceMs: row.graceMs,
		extraPercent: state.extraPercent,
		joining: row.joining
	};
	const isAnotherLive = hall.round !== null && hall.round.row.id !== roundId;
	const mayDo = (command: RoundCommand['do']) => roundCan(state, command, plan) && !isAnotherLive;
	return {
		roundId,
		title: row.title,
		phase: state.phase,
		questionIndex: state.questionIndex,
		extra: (await readContestants(db, contestId))
			.filter(({ extraPercent }) => extraPercent > 0)
			.map(({ number, fullName, extraPercent }) => ({ number, name: fullName, percent: extraPercent })),
		mayGrantExtra: hall.round === null,
		lacking: await lackingIn(db, contestId, row.partCode),
		aside: await undecidedAnswers(db, contestId, roundId),
		count: questions.length,
		isSetClosed: isSetClosed(row),
		questions: (isSetClosed(row) ? [] : questions).map(({ question, position, revealedAt, sealedAt }) => ({
			number: position + 1,
			code: question.code,
			topic: question.topic,
			kind: question.kind,
			text: question.text,
			seconds: question.seconds,
			isRevealed: revealedAt !== null,
			isSealed: sealedAt !== null
		})),
		can: Object.fromEntries(commands.map((command) => [command, mayDo(command)])) as RoundDesk['can'],
		stage: stageFor('console', hall)
	};
}

async function lackingIn(db: Queryable, contestId: ContestId, partCode: string): Promise<number> {
	const contest = await readContest(db, contestId);
	const part = contest && partOf(contest.rules, partCode);
	if (!part || !isQuiz(part)) return 0;
	const rounds = (await readRounds(db, contestId)).filter((round) => round.partCode === partCode);
	const planned = await Promise.all(rounds.map(({ id }) => readRoundQuestions(db, id)));
	return Math.max(0, part.questionCount - planned.flat().length);
}
