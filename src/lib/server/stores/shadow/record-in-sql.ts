// Builds the contest record in SQL alone, so that a slip in how the product gathers it from the tables is found too; it must share no code with that.
import { sql } from 'drizzle-orm';
import type { ContestId } from '../../../contest/ids.ts';
import type { ContestRecord } from '../../../contest/record/record.ts';
import type { Queryable } from '../queryable.ts';

/**
 * What the shadow counts from: people, marks, answers, times and decisions as the tables hold them now. Of each answer the
 * last one before the seal counts, of each judge's sheet the last revision, of each entry what was handed in or chosen last.
 * Draws play no role in a result.
 */
export async function readRecordInSql(db: Queryable, contestId: ContestId): Promise<ContestRecord> {
	const [row] = await db.execute<{ record: ContestRecord }>(sql`
		with last_answer as (
			select distinct on (a.round_id, a.question_id, a.contestant_id) c.number, q.code, a.choice, a.used_ms
			from answer a
			join round_question rq using (round_id, question_id)
			join question q on q.id = a.question_id
			join contestant c on c.id = a.contestant_id
			where a.contest_id = ${contestId} and rq.sealed_at is not null
			order by a.round_id, a.question_id, a.contestant_id, a.ordinal desc
		),
		last_sheet as (
			select distinct on (s.turn_id, s.judge_id) t.stage, c.number, j.code, s.locked_at, s.marks
			from scoresheet s
			join turn t on t.id = s.turn_id
			join contestant c on c.id = t.contestant_id
			join judge j on j.id = s.judge_id
			where t.contest_id = ${contestId}
			order by s.turn_id, s.judge_id, s.revision desc
		),
		entry_act as (
			select id as version_id, handed_in_at as at, 0 as is_choice from entry_version
			union all
			select version_id, chosen_at, 1 from entry_choice
		),
		counting_entry as (
			select distinct on (v.request_id, v.contestant_id) v.request_id, q.title, c.number, v.handed_in_at, v.late_points,
				v.late_part, v.late_due_at
			from entry_act a
			join entry_version v on v.id = a.version_id
			join entry_request q on q.id = v.request_id
			join contestant c on c.id = v.contestant_id
			where v.contest_id = ${contestId}
			order by v.request_id, v.contestant_id, a.at desc, a.is_choice desc
		),
		sealed as (
			select distinct rq.question_id from round_question rq join round r on r.id = rq.round_id
			where r.contest_id = ${contestId} and rq.sealed_at is not null
		)
		select jsonb_build_object(
			'format', 'hoithi-contest',
			'version', 1,
			'contest', jsonb_build_object('name', k.name, 'organiser', k.organiser, 'place', k.place, 'heldOn', k.held_on),
			'rules', k.rules,
			'rubrics', ${list(sql`jsonb_build_object('code', code, 'name', name, 'max', max_points, 'criteria', criteria)`, sql`rubric where contest_id = k.id`)},
			'units', ${list(sql`jsonb_build_object('code', code, 'name', name, 'members', members, 'quota', quota)`, sql`unit where contest_id = k.id`)},
			'contestants', ${list(
				sql`jsonb_build_object('number', number, 'name', full_name, 'unit', u.code, 'category', category, 'cluster', cluster,
					'team', team, 'status', status, 'mayWin', may_win, 'route', route)`,
				sql`contestant c join unit u on u.id = c.unit_id where c.contest_id = k.id`
			)},
			'judges', ${list(
				sql`jsonb_build_object('code', j.code, 'name', full_name, 'role', role, 'panels', to_jsonb(panels), 'unit', u.code, 'limits', limits)`,
				sql`judge j left join unit u on u.id = j.unit_id where j.contest_id = k.id`
			)},
			'questions', ${list(
				sql`jsonb_build_object('code', code, 'kind', kind, 'options', jsonb_path_query_array(options, '$[*].id'),
					'targets', '[]'::jsonb, 'key', '{"alsoCorrect": []}'::jsonb || (key - 'explanation'), 'points', null)`,
				sql`question q join sealed on sealed.question_id = q.id join question_key y on y.question_id = q.id`
			)},
			'rounds', ${list(
				sql`jsonb_build_object('part', part_code, 'title', title, 'isFinished', phase = 'finished', 'questions', (
					select coalesce(jsonb_agg(jsonb_build_object('question', q.code, 'allowedMs', rq.allowed_ms,
						'isSealed', rq.sealed_at is not null) order by rq.position), '[]')
					from round_question rq join question q on q.id = rq.question_id where rq.round_id = r.id))`,
				sql`round r where contest_id = k.id`
			)},
			'answers', ${list(sql`jsonb_build_object('contestant', number, 'question', code, 'choice', choice, 'usedMs', used_ms)`, sql`last_answer`)},
			'turns', ${list(
				sql`jsonb_build_object('stage', stage, 'contestant', number, 'session', session, 'status', t.status,
					'startedAt', trunc(extract(epoch from started_at) * 1000), 'endedAt', trunc(extract(epoch from ended_at) * 1000),
					'removed', '[]'::jsonb, 'removedMs', removed_ms)`,
				sql`turn t join contestant c on c.id = t.contestant_id where t.contest_id = k.id`
			)},
			'sheets', ${list(
				sql`jsonb_build_object('stage', stage, 'contestant', number, 'judge', code, 'isLocked', locked_at is not null, 'marks', marks)`,
				sql`last_sheet`
			)},
			'given', ${list(
				sql`jsonb_build_object('part', part_code, 'contestant', number, 'points', points, 'reason', reason)`,
				sql`given_points g join contestant c on c.id = g.contestant_id where g.contest_id = k.id`
			)},
			'decisions', ${list(
				sql`content || jsonb_build_object('sequence', sequence, 'reason', reason, 'by', "by", 'confirmedBy', confirmed_by,
					'takesBack', takes_back, 'at', made_at)`,
				sql`decision where contest_id = k.id`
			)},
			'draws', '[]'::jsonb,
			'interests', ${list(
				sql`jsonb_build_object('judge', j.code, 'about', case when i.unit_id is null then jsonb_build_object('contestant', c.number)
					else jsonb_build_object('unit', u.code) end, 'reason', reason, 'by', declared_by, 'at', declared_at)`,
				sql`interest i join judge j on j.id = i.judge_id left join contestant c on c.id = i.contestant_id
					left join unit u on u.id = i.unit_id where i.contest_id = k.id and withdrawn_at is null`
			)},
			'lateEntries', ${list(
				sql`jsonb_build_object('entry', request_id, 'title', title, 'contestant', number, 'part', late_part, 'points', late_points,
					'dueAt', ${instant(sql`late_due_at`)}, 'handedInAt', ${instant(sql`handed_in_at`)})`,
				sql`counting_entry where late_points is not null`
			)}
		) as record
		from contest k where k.id = ${contestId}`);
	if (!row) throw new Error(`there is no contest ${contestId}`);
	return row.record;
}

function list(item: ReturnType<typeof sql>, from: ReturnType<typeof sql>) {
	return sql`(select coalesce(jsonb_agg(${item}), '[]') from ${from})`;
}

function instant(of: ReturnType<typeof sql>) {
	return sql`to_char(${of} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
