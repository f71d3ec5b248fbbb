// Versions of questions, what became of them and where they are used: the only SQL about the life of the bank. It must not know keys of questions
// nobody asked for.
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { ContestId, QuestionId } from '../../contest/ids.ts';
import type { AnswerKey, Question } from '../../contest/question.ts';
import { account, question, questionKey, round, roundQuestion } from '../database/schema.ts';
import { questionColumns } from './bank.ts';
import type { Queryable } from './queryable.ts';

/** Rows of one insert: Postgres takes 65,535 values at once. */
const atOnce = 1000;

/** Stores each as the latest version of its code; what was the latest stays as it was. A retired question stays retired. */
export async function insertVersions(
	db: Queryable,
	{ contestId, by }: { contestId: ContestId; by: string | null },
	values: { question: Omit<Question, 'id'>; key: AnswerKey }[]
): Promise<void> {
	for (let start = 0; start < values.length; start += atOnce) {
		const part = values.slice(start, start + atOnce);
		const codes = part.map((value) => value.question.code);
		const former = await db
			.update(question)
			.set({ isLatest: false })
			.where(and(eq(question.contestId, contestId), question.isLatest, inArray(question.code, codes)))
			.returning({
				code: question.code,
				version: question.version,
				retiredBy: question.retiredBy,
				retiredAt: question.retiredAt,
				retiredReason: question.retiredReason
			});
		const formerOf = new Map(former.map(({ code, ...row }) => [code, row]));
		const rows = await db
			.insert(question)
			.values(
				part.map((value) => {
					const { version, ...retired } = formerOf.get(value.question.code) ?? { version: 0 };
					const pictureId = value.question.picture?.fileId ?? null;
					return { ...value.question, pictureId, ...retired, contestId, madeBy: by, version: version + 1 };
				})
			)
			.returning({ id: question.id, code: question.code });
		const keyOf = new Map(part.map((value) => [value.question.code, value.key]));
		const keys = rows.flatMap(({ id, code }) => {
			const key = keyOf.get(code);
			return key ? [{ questionId: id, key }] : [];
		});
		await db.insert(questionKey).values(keys);
	}
}

export interface QuestionVersion extends Question {
	version: number;
	isLatest: boolean;
	madeBy: string | null;
	madeByName: string | null;
	madeAt: Date;
	reviewedByName: string | null;
	reviewedAt: Date | null;
	approvedByName: string | null;
	approvedAt: Date | null;
	retiredByName: string | null;
	retiredAt: Date | null;
	retiredReason: string | null;
}

/** All versions of one code, or of all of them by code, the latest first; without keys. */
export async function readVersionsOf(db: Queryable, contestId: ContestId, code?: string): Promise<QuestionVersion[]> {
	const [maker, reviewer, approver, retirer] = ['maker', 'reviewer', 'approver', 'retirer'].map((name) =>
		alias(account, name)
	) as [typeof account, typeof account, typeof account, typeof account];
	return db
		.select({
			...questionColumns,
			version: question.version,
			isLatest: question.isLatest,
			madeBy: question.madeBy,
			madeByName: maker.displayName,
			madeAt: question.madeAt,
			reviewedByName: reviewer.displayName,
			reviewedAt: question.reviewedAt,
			approvedByName: approver.displayName,
			approvedAt: question.approvedAt,
			retiredByName: retirer.displayName,
			retiredAt: question.retiredAt,
			retiredReason: question.retiredReason
		})
		.from(question)
		.leftJoin(maker, eq(maker.id, question.madeBy))
		.leftJoin(reviewer, eq(reviewer.id, question.reviewedBy))
		.leftJoin(approver, eq(approver.id, question.approvedBy))
		.leftJoin(retirer, eq(retirer.id, question.retiredBy))
		.where(and(eq(question.contestId, contestId), code === undefined ? undefined : eq(question.code, code)))
		.orderBy(asc(question.code), desc(question.version));
}

export interface QuestionUse {
	questionId: QuestionId;
	code: string;
	title: string;
	isPlanned: boolean;
	/** Its set is sealed and not yet opened: nobody may be told that the question is in it (R286). */
	isSecret: boolean;
}

/** Every question that stands in a round, whichever version. */
export async function readQuestionUses(db: Queryable, contestId: ContestId): Promise<QuestionUse[]> {
	return db
		.select({
			questionId: question.id,
			code: question.code,
			title: round.title,
			isPlanned: sql<boolean>`${round.phase} = 'planned'`,
			isSecret: sql<boolean>`${round.setSalt} is not null and ${round.setOpenedAt} is null`
		})
		.from(roundQuestion)
		.innerJoin(round, eq(round.id, roundQuestion.roundId))
		.innerJoin(question, eq(question.id, roundQuestion.questionId))
		.where(eq(round.contestId, contestId));
}

/** What became of a version, added to its row. */
export async function saveStep(
	db: Queryable,
	ids: QuestionId[],
	step: Partial<
		Pick<
			typeof question.$inferInsert,
			'reviewedBy' | 'reviewedAt' | 'approvedBy' | 'approvedAt' | 'retiredBy' | 'retiredAt' | 'retiredReason'
		>
	>
): Promise<void> {
	if (ids.length > 0) await db.update(question).set(step).where(inArray(question.id, ids));
}
