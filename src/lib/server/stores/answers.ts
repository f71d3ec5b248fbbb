// Answers as rows: the one guarded write and the reads over effective answers; it must not know keys.
import { sql, type SQL } from 'drizzle-orm';
import type { ContestantId, ContestId, QuestionId, RoundId } from '../../contest/ids.ts';
import type { Choice } from '../../contest/question.ts';
import { databaseCode } from './database-errors.ts';
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

/** The answers as rows `i`, to be joined with what is known of their question and contestant: columns are read faster than objects. */
export function incomingRows(answers: AnswerToStore[]): SQL {
	const column = (read: (answer: AnswerToStore) => string | number | null) =>
		`{${answers.map((answer) => read(answer) ?? 'NULL').join()}}`;
	return sql`rows from (
		unnest(
			${column(({ contestId }) => contestId)}::uuid[], ${column(({ roundId }) => roundId)}::uuid[],
			${column(({ questionId }) => questionId)}::uuid[], ${column(({ contestantId }) => contestantId)}::uuid[],
			${column(({ operation }) => operation)}::uuid[], ${column(({ receivedAt }) => new Date(receivedAt).toISOString())}::timestamptz[],
			${column(({ device }) => device?.epoch ?? null)}::int[], ${column(({ device }) => device?.counter ?? null)}::int[],
			${column(({ enteredBy }) => enteredBy)}::uuid[]
		),
		jsonb_array_elements(${JSON.stringify(answers.map(({ choice }) => choice))}::text::jsonb),
		jsonb_array_elements_text(${JSON.stringify(answers.map(({ reason }) => reason))}::text::jsonb)
	) as i(contest_id, round_id, question_id, contestant_id, operation, received_at, epoch, counter, entered_by, choice, reason)`;
}

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
export function insertAnswers(db: Queryable, answers: AnswerToStore[]): Promise<StoredAnswer[]> {
	return insertGuarded(db, answers, sql`on conflict do nothing`);
}

const uniqueViolation = '23505';

/**
 * As `insertAnswers`, outside a transaction. It does not look into the unique keys before each row, which is a sixth of the
 * write: only two nodes at the same moment, or an operation used twice, meet there, and then all are written again with the look.
 */
export async function insertAnswersAtOnce(db: Queryable, answers: AnswerToStore[]): Promise<StoredAnswer[]> {
	try {
		return await insertGuarded(db, answers, sql``);
	} catch (error) {
		if (databaseCode(error) !== uniqueViolation) throw error;
		return insertAnswers(db, answers);
	}
}

async function insertGuarded(db: Queryable, answers: AnswerToStore[], onConflict: SQL): Promise<StoredAnswer[]> {
	const rows = await db.execute<{ operation: string; sequence: string; ordinal: number }>(sql`
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
		${onConflict}
		returning operation, sequence, ordinal`);
	const sent = new Map(answers.map((answer) => [answer.operation, answer]));
	return rows.map(({ operation, sequence, ordinal }) => {
		const { device = null, receivedAt = 0 } = sent.get(operation) ?? {};
		return { operation, sequence: Number(sequence), ordinal, counter: device?.counter ?? 0, receivedAt };
	});
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

/** INV-3: of each contestant's answers to this question, or of these contestants', the one with the greatest ordinal. */
export async function readEffectiveAnswers(
	db: Queryable,
	roundId: RoundId,
	questionId: QuestionId,
	of?: ContestantId[]
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
		where round_id = ${roundId} and question_id = ${questionId} ${of ? sql`and contestant_id = any(${sql.param(of)}::uuid[])` : sql``}
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
