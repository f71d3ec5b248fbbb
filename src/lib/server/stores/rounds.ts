// Quiz rounds, their questions and outcomes: the only SQL about them.
import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { ContestantId, ContestId, QuestionId, RoundId } from '../../contest/ids.ts';
import type { AnswerKey, Question } from '../../contest/question.ts';
import type { RoundState } from '../../contest/round.ts';
import { outcome, question, questionKey, round, roundQuestion } from '../database/schema.ts';
import { questionColumns } from './bank.ts';
import type { Queryable } from './queryable.ts';

export type RoundRow = typeof round.$inferSelect;

export function stateOf(row: RoundRow): RoundState {
	return {
		phase: row.phase,
		questionIndex: row.questionIndex,
		deadlineAt: row.deadlineAt?.getTime() ?? null,
		remainingMs: row.remainingMs,
		allowedMs: row.allowedMs,
		extraPercent: row.extraPercent,
		joiningClosedAt: row.joiningClosedAt?.getTime() ?? null
	};
}

export async function readRound(db: Queryable, contestId: ContestId, id: RoundId): Promise<RoundRow | null> {
	const [row] = await db
		.select()
		.from(round)
		.where(and(eq(round.id, id), eq(round.contestId, contestId)));
	return row ?? null;
}

export async function readRounds(db: Queryable, contestId: ContestId): Promise<RoundRow[]> {
	return db.select().from(round).where(eq(round.contestId, contestId)).orderBy(asc(round.position));
}

/** The round that is live now: neither planned nor finished. */
export async function readLiveRound(db: Queryable, contestId: ContestId): Promise<RoundRow | null> {
	const [row] = await db
		.select()
		.from(round)
		.where(and(eq(round.contestId, contestId), sql`${round.phase} not in ('planned', 'finished')`));
	return row ?? null;
}

/** Whether a question of any contest is shown, runs or is being closed: then phones come first. */
export async function isAnyQuestionLive(db: Queryable): Promise<boolean> {
	const rows = await db
		.select({ id: round.id })
		.from(round)
		.where(inArray(round.phase, ['shown', 'running', 'paused', 'closing']))
		.limit(1);
	return rows.length > 0;
}

/** R83, R201: from the deadline to the seal. */
const afterDeadlineMs = sql`(${round.allowedMs} * ${round.extraPercent} / 100 + ${round.graceMs})`;

/** Rounds whose deadline, extra time and grace have passed at `now`, in all contests. */
export async function readRoundsToSeal(db: Queryable, now: Date): Promise<{ id: RoundId; contestId: ContestId }[]> {
	return db
		.select({ id: round.id, contestId: round.contestId })
		.from(round)
		.where(
			and(
				inArray(round.phase, ['running', 'closing']),
				sql`${round.deadlineAt} + ${afterDeadlineMs} * interval '1 millisecond' <= ${now.toISOString()}::timestamptz`
			)
		);
}

/** The earliest instant at which any round is to be sealed, ms epoch; null when none runs. */
export async function readNextSealAt(db: Queryable): Promise<number | null> {
	const [row] = await db
		.select({
			at: sql<string | null>`min(extract(epoch from ${round.deadlineAt})::float8 * 1000 + ${afterDeadlineMs})`
		})
		.from(round)
		.where(inArray(round.phase, ['running', 'closing']));
	return row?.at === null || row?.at === undefined ? null : Number(row.at);
}

export async function saveRoundState(db: Queryable, id: RoundId, state: RoundState): Promise<void> {
	await db
		.update(round)
		.set({
			phase: state.phase,
			questionIndex: state.questionIndex,
			deadlineAt: state.deadlineAt === null ? null : new Date(state.deadlineAt),
			remainingMs: state.remainingMs === null ? null : Math.round(state.remainingMs),
			allowedMs: state.allowedMs,
			extraPercent: state.extraPercent,
			joiningClosedAt: state.joiningClosedAt === null ? null : new Date(state.joiningClosedAt)
		})
		.where(eq(round.id, id));
}

/** Writes the guard that the answer path checks; waits for answers being written at this moment. */
export async function saveGuard(
	db: Queryable,
	roundId: RoundId,
	position: number,
	guard: {
		isAccepting: boolean;
		deadlineAt: number | null;
		allowedMs: number;
		/** Undefined leaves what is: after the seal the time that was given still tells who was in time. */
		extraPercent: number | undefined;
		/** Left as it is when undefined. */
		countsFrom: number | undefined;
	}
): Promise<void> {
	await db
		.update(roundQuestion)
		.set({
			isAccepting: guard.isAccepting,
			deadlineAt: guard.deadlineAt === null ? null : new Date(guard.deadlineAt),
			allowedMs: guard.allowedMs,
			...(guard.extraPercent === undefined ? {} : { extraPercent: guard.extraPercent }),
			...(guard.countsFrom === undefined ? {} : { countsFrom: new Date(guard.countsFrom) })
		})
		.where(and(eq(roundQuestion.roundId, roundId), eq(roundQuestion.position, position)));
}

export async function markQuestionAt(
	db: Queryable,
	roundId: RoundId,
	position: number,
	instant: { sealedAt: Date | null } | { revealedAt: Date }
): Promise<void> {
	await db
		.update(roundQuestion)
		.set(instant)
		.where(and(eq(roundQuestion.roundId, roundId), eq(roundQuestion.position, position)));
}

export interface RoundQuestion {
	position: number;
	question: Question;
	mayChange: boolean;
	sealedAt: Date | null;
	revealedAt: Date | null;
}

/** Questions of a round in order, without keys. */
export async function readRoundQuestions(db: Queryable, roundId: RoundId): Promise<RoundQuestion[]> {
	return db
		.select({
			position: roundQuestion.position,
			question: questionColumns,
			mayChange: roundQuestion.mayChange,
			sealedAt: roundQuestion.sealedAt,
			revealedAt: roundQuestion.revealedAt
		})
		.from(roundQuestion)
		.innerJoin(question, eq(question.id, roundQuestion.questionId))
		.where(eq(roundQuestion.roundId, roundId))
		.orderBy(asc(roundQuestion.position));
}

/** The key of a question that has been revealed in this round; null before. */
export async function readRevealedKey(
	db: Queryable,
	roundId: RoundId,
	questionId: QuestionId
): Promise<AnswerKey | null> {
	const [row] = await db
		.select({ key: questionKey.key })
		.from(questionKey)
		.innerJoin(roundQuestion, eq(roundQuestion.questionId, questionKey.questionId))
		.where(
			and(
				eq(roundQuestion.roundId, roundId),
				eq(roundQuestion.questionId, questionId),
				isNotNull(roundQuestion.revealedAt)
			)
		);
	return row?.key ?? null;
}

/** Codes of the questions whose key the hall has been shown. */
export async function readRevealedCodes(db: Queryable, contestId: ContestId): Promise<Set<string>> {
	const rows = await db
		.select({ code: question.code })
		.from(question)
		.innerJoin(roundQuestion, eq(roundQuestion.questionId, question.id))
		.where(and(eq(question.contestId, contestId), isNotNull(roundQuestion.revealedAt)));
	return new Set(rows.map(({ code }) => code));
}

/** The key for marking a question that has just been sealed. */
export async function readKeyForMarking(db: Queryable, questionId: QuestionId): Promise<AnswerKey> {
	const [row] = await db
		.select({ key: questionKey.key })
		.from(questionKey)
		.where(eq(questionKey.questionId, questionId));
	if (!row) throw new Error(`question ${questionId} has no key`);
	return row.key;
}

/** Of one question. Columns, not a list of rows: with thousands of them building the statement would hold up the node. */
export async function insertOutcomes(
	db: Queryable,
	{ roundId, questionId }: { roundId: RoundId; questionId: QuestionId },
	rows: Omit<typeof outcome.$inferInsert, 'roundId' | 'questionId'>[]
): Promise<void> {
	if (rows.length === 0) return;
	const column = (read: (row: (typeof rows)[number]) => string | number | boolean | null | undefined) =>
		`{${rows.map((row) => read(row) ?? 'NULL').join()}}`;
	await db.execute(sql`
		insert into outcome (round_id, question_id, contestant_id, answer_sequence, is_right, points, used_ms)
		select ${roundId}, ${questionId}, o.* from unnest(
			${column((row) => row.contestantId)}::uuid[], ${column((row) => row.answerSequence)}::bigint[],
			${column((row) => row.isRight)}::boolean[], ${column((row) => row.points)}::int[], ${column((row) => row.usedMs)}::int[]
		) as o
		on conflict do nothing`);
}

/** A question that is opened again has earned nobody anything yet; what it earns is written at the next seal. */
export async function deleteOutcomes(db: Queryable, roundId: RoundId, questionId: QuestionId): Promise<void> {
	await db.delete(outcome).where(and(eq(outcome.roundId, roundId), eq(outcome.questionId, questionId)));
}

/** Questions whose answers are closed for good: from then on their keys may be used for marking. */
export async function readSealedQuestionIds(db: Queryable, contestId: ContestId): Promise<Set<QuestionId>> {
	const rows = await db
		.select({ id: roundQuestion.questionId })
		.from(roundQuestion)
		.innerJoin(round, eq(round.id, roundQuestion.roundId))
		.where(and(eq(round.contestId, contestId), isNotNull(roundQuestion.sealedAt)));
	return new Set(rows.map(({ id }) => id));
}

/** Outcomes of one question, of everybody or of these contestants. */
export async function readQuestionOutcomes(
	db: Queryable,
	roundId: RoundId,
	questionId: QuestionId,
	of?: ContestantId[]
): Promise<{ contestantId: string; isRight: boolean; points: number; answered: boolean }[]> {
	return db
		.select({
			contestantId: outcome.contestantId,
			isRight: outcome.isRight,
			points: outcome.points,
			answered: sql<boolean>`${outcome.answerSequence} is not null`
		})
		.from(outcome)
		.where(
			and(
				eq(outcome.roundId, roundId),
				eq(outcome.questionId, questionId),
				of && sql`${outcome.contestantId} = any(${sql.param(of)}::uuid[])`
			)
		);
}
