// Answers as rows: the one guarded write and the reads over effective answers; it must not know keys.
import { sql } from 'drizzle-orm';
import type { ContestantId, ContestId, QuestionId, RoundId } from '../../contest/ids.ts';
import type { Choice } from '../../contest/question.ts';
import type { Queryable } from './queryable.ts';

/** Which device of the contestant sent it, and which of its taps it was. */
export interface AnswerDevice {
	/** Issued by the house with the session; the newest device has the greatest. */
	epoch: number;
	/** Grows with each tap of the device. */
	counter: number;
}

export interface AnswerToStore {
	contestId: ContestId;
	roundId: RoundId;
	questionId: QuestionId;
	contestantId: ContestantId;
	operation: string;
	choice: Choice;
	/** ms epoch by the house's clock. */
	receivedAt: number;
	/** Null when a secretary enters it. */
	device: AnswerDevice | null;
	enteredBy: string | null;
	reason: string | null;
}

export interface StoredAnswer {
	operation: string;
	sequence: number;
	ordinal: number;
	/** Of the device's taps; 0 when a secretary entered it. */
	counter: number;
	/** ms epoch. */
	receivedAt: number;
}

/** The answers as rows `i`, to be joined with what is known of their question and contestant. */
export const incomingRows = (answers: AnswerToStore[]) => {
	const rows = answers.map((answer) => ({
		contest_id: answer.contestId,
		round_id: answer.roundId,
		question_id: answer.questionId,
		contestant_id: answer.contestantId,
		operation: answer.operation,
		choice: answer.choice,
		received_at: new Date(answer.receivedAt).toISOString(),
		epoch: answer.device?.epoch ?? null,
		counter: answer.device?.counter ?? null,
		entered_by: answer.enteredBy,
		reason: answer.reason
	}));
	return sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as i(contest_id uuid, round_id uuid, question_id uuid,
		contestant_id uuid, operation uuid, choice jsonb, received_at timestamptz, epoch int, counter int, entered_by uuid, reason text)`;
};

/** The contestant's own end of the question, and the time used on the scale of the question, from `g`, `c` and `i`. */
export const ownTime = sql`lateral (select
	g.deadline_at + g.allowed_ms * least(c.extra_percent, g.extra_percent) / 100 * interval '1 millisecond' as deadline_at,
	greatest(0, least(g.allowed_ms,
		extract(epoch from i.received_at - g.counts_from) * 100000 / (100 + least(c.extra_percent, g.extra_percent))
	))::int as used_ms) own`;

/**
 * R82, R83: one statement stores all answers that pass the guard: the question accepts, the answer arrived by the
 * contestant's deadline plus grace, the contestant competes and joined in time, the device is the newest, none of its later
 * taps is stored, and changing is allowed or this is the first. The share lock on the question's row makes sealing wait for
 * this write and this write see a seal. Answers not returned were not stored; `whyNotStored` tells.
 * No two answers of one call may come from the same contestant. "is true" keeps the planner to the contestant's own key:
 * without statistics it would go through everybody of the contest once for each answer.
 */
export async function insertAnswers(db: Queryable, answers: AnswerToStore[]): Promise<StoredAnswer[]> {
	const rows = await db.execute<AnswerRow>(sql`
		with incoming as (select * from ${incomingRows(answers)}),
		guard as (
			select rq.* from round_question rq
			where (rq.round_id, rq.question_id) in (select round_id, question_id from incoming)
			for share
		)
		insert into answer (contest_id, round_id, question_id, contestant_id, operation, ordinal, epoch, counter, choice, received_at,
			used_ms, entered_by, reason)
		select i.contest_id, i.round_id, i.question_id, i.contestant_id, i.operation, coalesce(earlier.ordinal, 0) + 1, i.epoch,
			i.counter, i.choice, i.received_at, own.used_ms, i.entered_by, i.reason
		from incoming i
		join guard g on g.round_id = i.round_id and g.question_id = i.question_id
		join round r on r.id = i.round_id and r.contest_id = i.contest_id
		join contestant c on c.id = i.contestant_id and (c.contest_id = i.contest_id) is true and c.status = 'competing'
		cross join ${ownTime}
		left join lateral (
			select max(a.ordinal) as ordinal, bool_or((a.epoch, a.counter) >= (i.epoch, i.counter)) as is_behind from answer a
			where a.round_id = i.round_id and a.question_id = i.question_id and a.contestant_id = i.contestant_id
		) earlier on true
		where g.is_accepting
			and i.received_at <= own.deadline_at + g.grace_ms * interval '1 millisecond'
			and (i.epoch is null or i.epoch = c.device_epoch)
			and (i.epoch is null or r.joining_closed_at is null or c.joined_at <= r.joining_closed_at)
			and earlier.is_behind is not true
			and (g.may_change or earlier.ordinal is null)
		on conflict do nothing
		returning operation, sequence, ordinal, counter, extract(epoch from received_at)::float8 * 1000 as received_ms`);
	return rows.map(storedAnswer);
}

export interface AnswerRow extends Record<string, unknown> {
	operation: string;
	sequence: number | null;
	ordinal: number | null;
	counter: number | null;
	received_ms: number | null;
}

export const storedAnswer = (row: AnswerRow): StoredAnswer => ({
	operation: row.operation,
	sequence: Number(row.sequence),
	ordinal: Number(row.ordinal),
	counter: row.counter ?? 0,
	receivedAt: Math.round(Number(row.received_ms))
});

export interface EffectiveAnswer {
	contestantId: ContestantId;
	choice: Choice;
	sequence: number;
	ordinal: number;
	counter: number;
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
		counter: number | null;
		received_ms: number;
		used_ms: number;
	}>(sql`
		select distinct on (contestant_id) contestant_id, choice, sequence, ordinal, counter, used_ms,
			extract(epoch from received_at)::float8 * 1000 as received_ms
		from answer
		where round_id = ${roundId} and question_id = ${questionId} ${only ? sql`and contestant_id = ${only}` : sql``}
		order by contestant_id, ordinal desc`);
	return rows.map((row) => ({
		contestantId: row.contestant_id,
		choice: row.choice,
		sequence: Number(row.sequence),
		ordinal: Number(row.ordinal),
		counter: row.counter ?? 0,
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
