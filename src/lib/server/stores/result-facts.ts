// Gathers everything a result is made of, in one place, so that preview and publication can never read different things.
import { eq, sql } from 'drizzle-orm';
import type { ResultFacts } from '../../contest/final-result.ts';
import { round, roundQuestion } from '../database/schema.ts';
import { readRubrics } from './bank.ts';
import type { ContestRow } from './contests.ts';
import { readContestants, readJudges } from './people.ts';
import type { Queryable } from './queryable.ts';
import { readOutcomes } from './rounds.ts';
import { readEffectiveSheets } from './sheets.ts';
import { readTurns } from './turns.ts';

export async function readResultFacts(db: Queryable, contest: ContestRow): Promise<ResultFacts> {
	const people = await readContestants(db, contest.id);
	const turns = await readTurns(db, contest.id);
	const sheets = await readEffectiveSheets(db, contest.id);
	return {
		rules: contest.rules,
		rubrics: await readRubrics(db, contest.id),
		people: people.map(({ id, number, fullName, unitName, status }) => ({
			contestantId: id,
			number,
			name: fullName,
			unit: unitName,
			status
		})),
		judgeIds: (await readJudges(db, contest.id)).map(({ id }) => id),
		rounds: await readRoundProgress(db, contest.id),
		outcomes: await readOutcomes(db, contest.id),
		turns: turns.map(({ id, contestant, status, calledAt, onStageAt, startedAt, endedAt, removedMs }) => ({
			turnId: id,
			contestantId: contestant.id,
			status,
			calledAt,
			onStageAt,
			startedAt,
			endedAt,
			removedMs
		})),
		sheets: sheets.map(({ turnId, judgeId, marks, lockedAt }) => ({
			turnId,
			judgeId,
			marks,
			isLocked: lockedAt !== null
		}))
	};
}

async function readRoundProgress(db: Queryable, contestId: string): Promise<ResultFacts['rounds']> {
	return db
		.select({
			partCode: round.partCode,
			title: round.title,
			isFinished: sql<boolean>`${round.phase} = 'finished'`,
			questions: sql<number>`count(${roundQuestion.questionId})::int`,
			sealed: sql<number>`count(${roundQuestion.sealedAt})::int`
		})
		.from(round)
		.leftJoin(roundQuestion, eq(roundQuestion.roundId, round.id))
		.where(eq(round.contestId, contestId))
		.groupBy(round.id)
		.orderBy(round.position);
}
