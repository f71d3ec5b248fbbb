// Answers as rows: the one guarded write and the reads over effective answers; it must not know keys.
import { sql } from 'drizzle-orm';
import type { ContestantId, ContestId, QuestionId, RoundId } from '../../contest/ids.ts';
import type { Choice } from '../../contest/question.ts';
import type { Queryable } from './queryable.ts';

export interface AnswerToStore {
	contestId: ContestId;
	roundId: RoundId;
	questionId: QuestionId;
	contestantId: ContestantId;
	operation: string;
	choice: Choice;
	/** ms epoch by the house's clock. */
	receivedAt: number;
	enteredBy: string | null;
	reason: string | null;
}

export interface StoredAnswer {
	operation: string;
	sequence: number;
	ordinal: number;
	/** ms epoch. */
	receivedAt: number;
}

const asRows = (answers: AnswerToStore[]) => {
	const rows = answers.map((answer) => ({
		contest_id: answer.contestId,
		round_id: answer.roundId,
		question_id: answer.questionId,
		contestant_id: answer.contestantId,
		operation: answer.operation,
		choice: answer.choice,
		received_at: new Date(answer.receivedAt).toISOString(),
		entered_by: answer.enteredBy,
		reason: answer.reason
	}));
	return sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as i(contest_id uuid, round_id uuid, question_id uuid,
		contestant_id uuid, operation uuid, choice jsonb, received_at timestamptz, entered_by uuid, reason text)`;
};

/**
 * R82, R83: one statement stores all answers that pass the guard: the question accepts, the answer arrived by deadline
 * plus grace, the contestant competes, and changing is allowed or this is the first. The share lock on the question's
 * row makes sealing wait for this write and this write see a seal. Answers not returned were not stored; `whyNotStored` tells.
 * No two answers of one call may come from the same contestant. "is true" keeps the planner to the contestant's own key:
 * without statistics it would go through everybody of the contest once for each answer.
 */
export async function insertAnswers(db: Queryable, answers: AnswerToStore[]): Promise<StoredAnswer[]> {
	const rows = await db.execute<{ operation: string; sequence: number; ordinal: number; received_ms: number }>(sql`
		with incoming as (select * from ${asRows(answers)}),
		guard as (
			select rq.* from round_question rq
			where (rq.round_id, rq.question_id) in (select round_id, question_id from incoming)
			for share
		)
		insert into answer (contest_id, round_id, question_id, contestant_id, operation, ordinal, choice, received_at, used_ms, entered_by, reason)
		select i.contest_id, i.round_id, i.question_id, i.contestant_id, i.operation, coalesce(earlier.ordinal, 0) + 1, i.choice, i.received_at,
			greatest(0, least(g.allowed_ms, g.allowed_ms - extract(epoch from g.deadline_at - i.received_at) * 1000))::int,
			i.entered_by, i.reason
		from incoming i
		join guard g on g.round_id = i.round_id and g.question_id = i.question_id
		join round r on r.id = i.round_id and r.contest_id = i.contest_id
		join contestant c on c.id = i.contestant_id and (c.contest_id = i.contest_id) is true and c.status = 'competing'
		left join lateral (
			select max(a.ordinal) as ordinal from answer a
			where a.round_id = i.round_id and a.question_id = i.question_id and a.contestant_id = i.contestant_id
		) earlier on true
		where g.is_accepting
			and i.received_at <= g.deadline_at + g.grace_ms * interval '1 millisecond'
			and (g.may_change or earlier.ordinal is null)
		on conflict do nothing
		returning operation, sequence, ordinal, extract(epoch from received_at)::float8 * 1000 as received_ms`);
	return rows.map((row) => ({
		operation: row.operation,
		sequence: Number(row.sequence),
		ordinal: Number(row.ordinal),
		receivedAt: Math.round(Number(row.received_ms))
	}));
}

/** Why an answer was not stored: the same operation may be a row already, or the guard said no. */
export interface NotStored {
	/** The row this operation already is, with whether it says the same. */
	earlier: (StoredAnswer & { isSame: boolean }) | null;
	isKnownQuestion: boolean;
	isAccepting: boolean;
	isCompeting: boolean;
	/** False only when the deadline and its grace had passed: a question that waits or pauses has no deadline to miss. */
	isInTime: boolean;
	hasAnswered: boolean;
	mayChange: boolean;
}

export async function whyNotStored(db: Queryable, answer: AnswerToStore): Promise<NotStored> {
	const [row] = await db.execute<Record<string, never>>(sql`
		select a.sequence, a.ordinal, extract(epoch from a.received_at)::float8 * 1000 as received_ms,
			(a.contestant_id = i.contestant_id and a.question_id = i.question_id and a.round_id = i.round_id and a.choice = i.choice) as is_same,
			r.id is not null and rq.question_id is not null as is_known,
			coalesce(rq.is_accepting, false) as is_accepting, coalesce(rq.may_change, false) as may_change,
			coalesce(c.status = 'competing', false) as is_competing,
			coalesce(i.received_at <= rq.deadline_at + rq.grace_ms * interval '1 millisecond', true) as is_in_time,
			exists (select 1 from answer e where e.round_id = i.round_id and e.question_id = i.question_id and e.contestant_id = i.contestant_id) as has_answered
		from ${asRows([answer])}
		left join round_question rq on rq.round_id = i.round_id and rq.question_id = i.question_id
		left join round r on r.id = i.round_id and r.contest_id = i.contest_id
		left join contestant c on c.id = i.contestant_id and c.contest_id = i.contest_id
		left join answer a on a.operation = i.operation`);
	const found: Record<string, unknown> = row ?? {};
	return {
		earlier:
			found.sequence === null || found.sequence === undefined
				? null
				: {
						operation: answer.operation,
						sequence: Number(found.sequence),
						ordinal: Number(found.ordinal),
						receivedAt: Math.round(Number(found.received_ms)),
						isSame: found.is_same === true
					},
		isKnownQuestion: found.is_known === true,
		isAccepting: found.is_accepting === true,
		isCompeting: found.is_competing === true,
		isInTime: found.is_in_time === true,
		hasAnswered: found.has_answered === true,
		mayChange: found.may_change === true
	};
}

export interface EffectiveAnswer {
	contestantId: ContestantId;
	choice: Choice;
	sequence: number;
	ordinal: number;
	receivedAt: number;
	usedMs: number;
}

/** INV-3: of each contestant's answers to this question the one with the greatest ordinal. */
export async function readEffectiveAnswers(
	db: Queryable,
	roundId: RoundId,
	questionId: QuestionId,
	only?: ContestantId
): Promise<EffectiveAnswer[]> {
	const rows = await db.execute<{
		contestant_id: string;
		choice: Choice;
		sequence: number;
		ordinal: number;
		received_ms: number;
		used_ms: number;
	}>(sql`
		select distinct on (contestant_id) contestant_id, choice, sequence, ordinal, used_ms,
			extract(epoch from received_at)::float8 * 1000 as received_ms
		from answer
		where round_id = ${roundId} and question_id = ${questionId} ${only ? sql`and contestant_id = ${only}` : sql``}
		order by contestant_id, ordinal desc`);
	return rows.map((row) => ({
		contestantId: row.contestant_id,
		choice: row.choice,
		sequence: Number(row.sequence),
		ordinal: Number(row.ordinal),
		receivedAt: Math.round(Number(row.received_ms)),
		usedMs: Number(row.used_ms)
	}));
}

/** Who has answered this question. */
export async function readAnswered(db: Queryable, roundId: RoundId, questionId: QuestionId): Promise<ContestantId[]> {
	const rows = await db.execute<{ contestant_id: string }>(
		sql`select distinct contestant_id from answer where round_id = ${roundId} and question_id = ${questionId}`
	);
	return rows.map((row) => row.contestant_id);
}

/** The operations of all stored answers of a contest that phones have sent, in order. */
export async function readOperations(db: Queryable, contestId: ContestId): Promise<string[]> {
	const rows = await db.execute<{ operation: string }>(
		sql`select operation from answer where contest_id = ${contestId} and entered_by is null order by sequence`
	);
	return rows.map((row) => row.operation);
}
