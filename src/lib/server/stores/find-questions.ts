// Finding questions in a bank of thousands: words without marks, filters and one page at a time. It must not know keys.
import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import { questionState, type QuestionLife, type QuestionState } from '../../contest/bank/life.ts';
import type { ContestId, QuestionId } from '../../contest/ids.ts';
import type { Question, QuestionKind } from '../../contest/question.ts';
import { question } from '../database/schema.ts';
import { questionColumns } from './bank.ts';
import type { Queryable } from './queryable.ts';

export interface QuestionWish {
	/** As it was typed: marks and case play no role. */
	text: string;
	topic: string | null;
	difficulty: number | null;
	kind: QuestionKind | null;
	state: QuestionState | null;
	/** Only these codes. */
	codes?: string[];
}

export interface FoundQuestion extends Question {
	version: number;
	madeBy: string | null;
	state: QuestionState;
	/** Title of the round that has it, whichever version; null when it is free or its set is sealed. */
	round: string | null;
}

/** R286: a question of a sealed set looks as if it were free. Written out, because the query builder takes the table's name off columns. */
const openRound = sql<string | null>`(select r.title from round_question rq join round r on r.id = rq.round_id
	join question q on q.id = rq.question_id where q.contest_id = question.contest_id and q.code = question.code
	and (r.set_salt is null or r.set_opened_at is not null) limit 1)`;
const isUsed = sql<boolean>`exists (select from round_question rq join round r on r.id = rq.round_id
	where rq.question_id = question.id and r.phase <> 'planned')`;

const inState: Record<QuestionState, SQL> = {
	draft: sql`${question.reviewedAt} is null and ${question.retiredAt} is null and not ${isUsed}`,
	reviewed: sql`${question.reviewedAt} is not null and ${question.approvedAt} is null and ${question.retiredAt} is null and not ${isUsed}`,
	approved: sql`${question.approvedAt} is not null and ${question.retiredAt} is null and not ${isUsed}`,
	used: sql`${question.retiredAt} is null and ${isUsed}`,
	retired: sql`${question.retiredAt} is not null`
};

/** Latest versions that fit, by code, `limit` from `offset`, and how many there are in all. */
export async function findQuestions(
	db: Queryable,
	contestId: ContestId,
	wish: QuestionWish,
	{ offset, limit }: { offset: number; limit: number }
): Promise<{ rows: FoundQuestion[]; total: number }> {
	const { text, topic, difficulty, kind, state, codes } = wish;
	const fits = and(
		eq(question.contestId, contestId),
		question.isLatest,
		text === '' ? undefined : sql`position(fold_text(${text}) in ${question.folded}) > 0`,
		topic === null ? undefined : eq(question.topic, topic),
		difficulty === null ? undefined : eq(question.difficulty, difficulty),
		kind === null ? undefined : eq(question.kind, kind),
		state === null ? undefined : inState[state],
		codes === undefined ? undefined : sql`${question.code} = any(${sql.param(codes)})`
	);
	const [count] = await db
		.select({ total: sql<number>`count(*)::int` })
		.from(question)
		.where(fits);
	const rows = await db
		.select({
			...questionColumns,
			version: question.version,
			madeBy: question.madeBy,
			isReviewed: sql<boolean>`${question.reviewedAt} is not null`,
			isApproved: sql<boolean>`${question.approvedAt} is not null`,
			isRetired: sql<boolean>`${question.retiredAt} is not null`,
			isUsed,
			round: openRound
		})
		.from(question)
		.where(fits)
		.orderBy(asc(question.code))
		.offset(offset)
		.limit(limit);
	return {
		total: count?.total ?? 0,
		rows: rows.map(({ isReviewed, isApproved, isRetired, isUsed: used, ...row }) => ({
			...row,
			state: questionState({ isReviewed, isApproved, isRetired, isUsed: used })
		}))
	};
}

export interface LifeOfQuestion extends QuestionLife {
	id: QuestionId;
	code: string;
	topic: string;
	difficulty: number;
	version: number;
	/** Stands in a round, whichever version; also in a sealed set, so this is for use cases alone. */
	isTaken: boolean;
}

/** Of every question of the bank the latest version, by code. */
export async function readLives(db: Queryable, contestId: ContestId): Promise<LifeOfQuestion[]> {
	return db
		.select({
			id: question.id,
			code: question.code,
			topic: question.topic,
			difficulty: question.difficulty,
			version: question.version,
			madeBy: question.madeBy,
			isReviewed: sql<boolean>`${question.reviewedAt} is not null`,
			isApproved: sql<boolean>`${question.approvedAt} is not null`,
			isRetired: sql<boolean>`${question.retiredAt} is not null`,
			isUsed,
			isTaken: sql<boolean>`exists (select from round_question rq join question q on q.id = rq.question_id
				where q.contest_id = question.contest_id and q.code = question.code)`
		})
		.from(question)
		.where(and(eq(question.contestId, contestId), question.isLatest))
		.orderBy(asc(question.code));
}

/** Topics of the bank with how many questions each has, by name. */
export async function readBankTopics(db: Queryable, contestId: ContestId): Promise<{ topic: string; count: number }[]> {
	return db
		.select({ topic: question.topic, count: sql<number>`count(*)::int` })
		.from(question)
		.where(and(eq(question.contestId, contestId), question.isLatest))
		.groupBy(question.topic)
		.orderBy(asc(question.topic));
}
