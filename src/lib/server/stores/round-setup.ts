// Making a round before it is run: the only SQL that inserts rounds and their questions.
import { asc, eq, inArray, notInArray, and, sql } from 'drizzle-orm';
import type { ContestId, QuestionId, RoundId } from '../../contest/ids.ts';
import type { JoiningPolicy } from '../../contest/round.ts';
import { isQuiz } from '../../contest/rules/parts.ts';
import { allParts, type Rules } from '../../contest/rules/rules.ts';
import { round, roundQuestion } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

/** Stores a planned round after the others, with its questions in order; returns its id. */
export async function insertRound(
	db: Queryable,
	values: {
		contestId: ContestId;
		partCode: string;
		title: string;
		graceMs: number;
		mayChange: boolean;
		joining: JoiningPolicy;
		/** Of a sealed set; null for one that is open. */
		setSalt: string | null;
		questions: { id: QuestionId; seconds: number }[];
	}
): Promise<RoundId> {
	const { contestId, partCode, title, graceMs, mayChange, joining, setSalt, questions } = values;
	const [last] = await db
		.select({ position: sql<number>`coalesce(max(${round.position}), 0)::int` })
		.from(round)
		.where(eq(round.contestId, contestId));
	const [row] = await db
		.insert(round)
		.values({ contestId, partCode, title, graceMs, joining, setSalt, position: (last?.position ?? 0) + 1 })
		.returning({ id: round.id });
	if (!row) throw new Error('the round was not stored');
	await db.insert(roundQuestion).values(
		questions.map((question, position) => ({
			roundId: row.id,
			questionId: question.id,
			position,
			mayChange,
			graceMs,
			allowedMs: question.seconds * 1000
		}))
	);
	return row.id;
}

/** Rounds in order, each with its questions in order. */
export async function readRoundPlans(
	db: Queryable,
	contestId: ContestId
): Promise<{ id: RoundId; title: string; partCode: string; phase: string; questionIds: QuestionId[] }[]> {
	const rounds = await db.select().from(round).where(eq(round.contestId, contestId)).orderBy(asc(round.position));
	if (rounds.length === 0) return [];
	const questions = await db
		.select({ roundId: roundQuestion.roundId, questionId: roundQuestion.questionId })
		.from(roundQuestion)
		.where(
			inArray(
				roundQuestion.roundId,
				rounds.map(({ id }) => id)
			)
		)
		.orderBy(asc(roundQuestion.position));
	return rounds.map(({ id, title, partCode, phase }) => ({
		id,
		title,
		partCode,
		phase,
		questionIds: questions.filter(({ roundId }) => roundId === id).map(({ questionId }) => questionId)
	}));
}

/** Whether a round of this contest has left the plan and not yet ended. */
export async function anyRoundLive(db: Queryable, contestId: ContestId): Promise<boolean> {
	const rows = await db
		.select({ id: round.id })
		.from(round)
		.where(and(eq(round.contestId, contestId), notInArray(round.phase, ['planned', 'finished'])))
		.limit(1);
	return rows.length > 0;
}

/** Questions already used in a round that has left the plan: they must not change any more. */
export async function readUsedQuestionIds(db: Queryable, contestId: ContestId): Promise<Set<QuestionId>> {
	const rows = await db
		.select({ id: roundQuestion.questionId })
		.from(roundQuestion)
		.innerJoin(round, eq(round.id, roundQuestion.roundId))
		.where(and(eq(round.contestId, contestId), notInArray(round.phase, ['planned'])));
	return new Set(rows.map(({ id }) => id));
}

/** The sealed set of a round is open from now on. */
export async function saveSetOpened(db: Queryable, roundId: RoundId, at: Date): Promise<void> {
	await db.update(round).set({ setOpenedAt: at }).where(eq(round.id, roundId));
}

/** Only for a round in phase `planned`: nothing points at it yet. */
export async function deletePlannedRound(db: Queryable, roundId: RoundId): Promise<void> {
	await db.delete(roundQuestion).where(eq(roundQuestion.roundId, roundId));
	await db.delete(round).where(and(eq(round.id, roundId), eq(round.phase, 'planned')));
}

/** Rounds that are only planned follow the rules: whether answers may change, and how late they may arrive. */
export async function updatePlannedRounds(db: Queryable, contestId: ContestId, rules: Rules): Promise<void> {
	for (const { code, graceMs, mayChangeAnswer: mayChange } of allParts(rules).filter(isQuiz)) {
		const planned = await db
			.update(round)
			.set({ graceMs })
			.where(and(eq(round.contestId, contestId), eq(round.partCode, code), eq(round.phase, 'planned')))
			.returning({ id: round.id });
		for (const { id } of planned)
			await db.update(roundQuestion).set({ graceMs, mayChange }).where(eq(roundQuestion.roundId, id));
	}
}
