// Gathers what is going on in a contest's hall, once for all screens; a key is read only when its question has been revealed.
import type { ContestId } from '../../contest/ids.ts';
import type { RoundState } from '../../contest/round.ts';
import type { Reveal, TurnView } from '../../contest/stage.ts';
import type { App } from '../app.ts';
import { readEffectiveAnswers } from '../stores/answers.ts';
import { readContestRecord } from '../stores/contest-record.ts';
import { readContest, type ContestRow } from '../stores/contests.ts';
import type { Queryable } from '../stores/queryable.ts';
import {
	readLiveRound,
	readQuestionOutcomes,
	readRevealedKey,
	readRoundQuestions,
	readRounds,
	stateOf,
	type RoundQuestion,
	type RoundRow
} from '../stores/rounds.ts';
import { readContestants } from '../stores/people.ts';
import { readTurns, type TurnRecord } from '../stores/turns.ts';
import { stageNow, timingOnStage, turnsNow } from './stage-now.ts';
import { standingsOf, type Standings } from './standings.ts';

export interface LiveRound {
	row: RoundRow;
	state: RoundState;
	questions: RoundQuestion[];
	reveal: Reveal | null;
}

export interface Hall {
	contest: ContestRow;
	round: LiveRound | null;
	/** The last round that ended, if nothing is live. */
	finishedRound: RoundRow | null;
	/** Those of the stage that is held now, in running order. */
	turns: TurnView[];
	/** Null unless somebody may see them now. */
	standings: Pick<Standings, 'tables' | 'isComplete'> | null;
	/** By contestant number; null where the projector shows numbers and names. */
	codeNames: ReadonlyMap<string, string> | null;
}

/** Null when the contest is unknown. Everything is read in one snapshot: what is sent as a version is that version (INV-6). */
export async function readHall(app: App, contestId: ContestId): Promise<Hall | null> {
	const read = await app.database.drizzle.transaction((db) => readNow(db, contestId), {
		isolationLevel: 'repeatable read',
		accessMode: 'read only'
	});
	if (!read) return null;
	const { record, ...hall } = read;
	return { ...hall, standings: record && standingsOf(record) };
}

async function readNow(db: Queryable, contestId: ContestId) {
	const contest = await readContest(db, contestId);
	if (!contest) return null;
	const [live, turns] = await Promise.all([readLiveRound(db, contestId), readTurns(db, contestId)]);
	const rounds = live ? [] : await readRounds(db, contestId);
	const { show } = contest.hall;
	const needsStandings = contest.standingsShown || show === 'standings' || show === 'ceremony';
	return {
		contest,
		round: live ? await readLive(db, live) : null,
		finishedRound: rounds.filter((round) => round.phase === 'finished').at(-1) ?? null,
		turns: turnViews(contest, turns),
		record: needsStandings ? await readContestRecord(db, contest) : null,
		codeNames: contest.codeNamesInHall ? await readCodeNames(db, contestId) : null
	};
}

async function readCodeNames(db: Queryable, contestId: ContestId): Promise<Map<string, string>> {
	const people = await readContestants(db, contestId);
	return new Map(people.flatMap(({ number, codeName }) => (codeName === null ? [] : [[number, codeName]])));
}

async function readLive(db: Queryable, row: RoundRow): Promise<LiveRound> {
	const state = stateOf(row);
	const questions = await readRoundQuestions(db, row.id);
	const current = questions[state.questionIndex];
	const isRevealed = state.phase === 'revealed' && current !== undefined;
	return { row, state, questions, reveal: isRevealed ? await readReveal(db, row.id, current) : null };
}

async function readReveal(db: Queryable, roundId: string, { question }: RoundQuestion): Promise<Reveal | null> {
	const key = await readRevealedKey(db, roundId, question.id);
	if (!key) return null;
	const answers = await readEffectiveAnswers(db, roundId, question.id);
	const outcomes = await readQuestionOutcomes(db, roundId, question.id);
	const counts: Record<string, number> = {};
	if (['single', 'multiple', 'truefalse'].includes(question.kind)) {
		for (const option of question.options) counts[option.id] = 0;
		for (const { choice } of answers)
			if (choice.kind === 'options') for (const id of choice.options) counts[id] = (counts[id] ?? 0) + 1;
	}
	return {
		correct: key.correct,
		explanation: key.explanation,
		source: question.source,
		counts,
		answered: answers.length,
		right: outcomes.filter((outcome) => outcome.isRight).length
	};
}

function turnViews({ rules }: ContestRow, all: TurnRecord[]): TurnView[] {
	const stage = stageNow(rules, all);
	const timing = timingOnStage(stage);
	const turns = turnsNow(stage, all);
	return turns.map((turn) => ({
		turnId: turn.id,
		presenter: {
			contestantId: turn.contestant.id,
			number: turn.contestant.number,
			name: turn.contestant.fullName,
			unit: turn.unit.name
		},
		position: turn.position,
		of: turns.length,
		status: turn.status,
		topic: turn.topic?.title ?? null,
		situation: hasSteppedOnStage(turn) ? (turn.situation?.text ?? null) : null,
		startedAt: turn.startedAt,
		endedAt: turn.endedAt,
		removedMs: turn.removedMs,
		mostMs: timing?.mostMs ?? null,
		warnBeforeMs: timing?.warnBeforeMs ?? 0
	}));
}

/** A situation is read out on stage and is secret until then. */
function hasSteppedOnStage({ status }: TurnRecord): boolean {
	return status === 'on_stage' || status === 'running' || status === 'ended';
}
