// Why the guard left answers out, asked for many at once; it must not change anything.
import { sql } from 'drizzle-orm';
import {
	incomingRows,
	ownTime,
	storedAnswer,
	type AnswerRow,
	type AnswerToStore,
	type StoredAnswer
} from './answers.ts';
import type { Queryable } from './queryable.ts';

/** The same operation may be a row already, or the guard said no. */
export interface NotStored {
	/** The row this operation already is, with whether it says the same. */
	earlier: (StoredAnswer & { isSame: boolean }) | null;
	isKnownQuestion: boolean;
	isCompeting: boolean;
	/** False for whoever joined after joining was closed. */
	hasJoined: boolean;
	/** False for a device in whose place a newer one came. */
	isNewestDevice: boolean;
	/** A later tap of the same device, or one of a newer device, is stored. */
	isBehind: boolean;
	isAccepting: boolean;
	isSealed: boolean;
	/** False only when the deadline and its grace had passed: a question that waits or pauses has no deadline to miss. */
	isInTime: boolean;
	hasAnswered: boolean;
	mayChange: boolean;
}

interface WhyRow extends AnswerRow {
	is_same: boolean | null;
	is_known: boolean;
	is_competing: boolean;
	has_joined: boolean;
	is_newest_device: boolean;
	is_behind: boolean;
	is_accepting: boolean;
	is_sealed: boolean;
	is_in_time: boolean;
	has_answered: boolean;
	may_change: boolean;
}

/** For each of these answers, by operation. */
export async function whyNotStored(db: Queryable, answers: AnswerToStore[]): Promise<Map<string, NotStored>> {
	const rows = await db.execute<WhyRow>(sql`
		select i.operation, a.sequence, a.ordinal, a.counter, extract(epoch from a.received_at)::float8 * 1000 as received_ms,
			(a.contestant_id = i.contestant_id and a.question_id = i.question_id and a.round_id = i.round_id and a.choice = i.choice) as is_same,
			r.id is not null and g.question_id is not null as is_known,
			coalesce(c.status = 'competing', false) as is_competing,
			i.epoch is null or r.joining_closed_at is null or coalesce(c.joined_at <= r.joining_closed_at, false) as has_joined,
			i.epoch is null or coalesce(i.epoch = c.device_epoch, false) as is_newest_device,
			coalesce(g.is_accepting, false) as is_accepting, g.sealed_at is not null as is_sealed, coalesce(g.may_change, false) as may_change,
			coalesce(i.received_at <= own.deadline_at + g.grace_ms * interval '1 millisecond', true) as is_in_time,
			earlier.count > 0 as has_answered, coalesce(earlier.is_behind, false) as is_behind
		from ${incomingRows(answers)}
		left join round_question g on g.round_id = i.round_id and g.question_id = i.question_id
		left join round r on r.id = i.round_id and r.contest_id = i.contest_id
		left join contestant c on c.id = i.contestant_id and (c.contest_id = i.contest_id) is true
		left join answer a on a.operation = i.operation
		cross join ${ownTime}
		cross join lateral (
			select count(*) as count, bool_or((e.epoch, e.counter) >= (i.epoch, i.counter)) as is_behind from answer e
			where e.round_id = i.round_id and e.question_id = i.question_id and e.contestant_id = i.contestant_id
		) earlier`);
	return new Map(rows.map((row) => [row.operation, notStored(row)]));
}

function notStored(row: WhyRow): NotStored {
	return {
		earlier: row.sequence === null ? null : { ...storedAnswer(row), isSame: row.is_same === true },
		isKnownQuestion: row.is_known,
		isCompeting: row.is_competing,
		hasJoined: row.has_joined,
		isNewestDevice: row.is_newest_device,
		isBehind: row.is_behind,
		isAccepting: row.is_accepting,
		isSealed: row.is_sealed,
		isInTime: row.is_in_time,
		hasAnswered: row.has_answered,
		mayChange: row.may_change
	};
}
