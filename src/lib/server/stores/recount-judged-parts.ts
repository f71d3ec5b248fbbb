// The SQL recount of judged parts from locked sheets and stopwatches; it must not share code with the rules.
import { sql } from 'drizzle-orm';
import type { ContestId } from '../../contest/ids.ts';
import type { Queryable } from './queryable.ts';
import type { RecountedPart } from './results.ts';

/**
 * Whole-number `numeric` arithmetic only; `div(2n + d, 2d)` is n ÷ d rounded half up, once per part. Of each judge's
 * sheet the last revision counts, and only when it is locked and no criterion of the rubric is empty.
 */
export async function recountJudgedParts(db: Queryable, contestId: ContestId): Promise<RecountedPart[]> {
	const rows = await db.execute<{ contestant: string; part: string; points: string | null }>(sql`
		with part as (
			select p ->> 'code' as code, (p ->> 'maxPoints')::numeric as most,
				r.max_points::numeric as rubric_most, r.criteria,
				coalesce((p -> 'panels' -> 0 -> 'aggregation' ->> 'high')::int, 0) as dropping,
				coalesce((p -> 'panels' -> 0 -> 'aggregation' ->> 'leastPanel')::int, 0) as least_panel,
				nullif(p -> 'timing', 'null') as timing,
				(p -> 'timing' -> 'penalty' -> 'over') || jsonb_build_object('cap', p -> 'timing' -> 'penalty' -> 'cap', 'place', p -> 'timing' -> 'penalty' -> 'place') as penalty
			from contest c
			cross join jsonb_path_query(c.rules, '$.stages[*].parts[*]') p
			join rubric r on r.contest_id = c.id and r.code = p ->> 'rubric'
			where c.id = ${contestId} and p ->> 'kind' <> 'quiz'
		),
		time_off as (
			select t.id as turn_id, p.code, p.penalty,
				case when u.used - u.most > u.grace then u.used - u.most else 0 end
					+ case when u.least - u.used > u.grace then u.least - u.used else 0 end as off
			from turn t cross join part p
			cross join lateral (
				select greatest(0, extract(epoch from t.ended_at - t.started_at) * 1000 - t.removed_ms) as used,
					(p.timing ->> 'mostMs')::numeric as most,
					(p.timing ->> 'leastMs')::numeric as least,
					greatest(0, (p.timing ->> 'graceMs')::numeric) as grace
			) u
			where t.contest_id = ${contestId} and t.started_at is not null and t.ended_at is not null and p.penalty is not null
		),
		penalty as (
			select turn_id, code,
				penalty -> 'place' ->> 'kind' as place,
				penalty -> 'place' ->> 'criterion' as criterion,
				least((penalty ->> 'cap')::numeric, case penalty ->> 'startedMinute'
					when 'ceil' then (penalty ->> 'perMinute')::numeric * div(off + 59999, 60000)
					when 'floor' then (penalty ->> 'perMinute')::numeric * div(off, 60000)
					else div(2 * (penalty ->> 'perMinute')::numeric * off + 60000, 120000)
				end) as points
			from time_off
		),
		last_sheet as (
			select distinct on (s.turn_id, s.judge_id) s.id, s.turn_id, s.marks, s.locked_at
			from scoresheet s join turn t on t.id = s.turn_id
			where t.contest_id = ${contestId}
			order by s.turn_id, s.judge_id, s.revision desc
		),
		sheet as (
			select s.id, s.turn_id, p.code, sum(greatest(0, m.mark - case when y.criterion = m.code then y.points else 0 end)) as total
			from last_sheet s cross join part p
			cross join lateral (
				select c ->> 'code' as code, (s.marks ->> (c ->> 'code'))::numeric as mark from jsonb_array_elements(p.criteria) c
			) m
			left join penalty y on y.turn_id = s.turn_id and y.code = p.code
			where s.locked_at is not null
			group by s.id, s.turn_id, p.code
			having count(m.mark) = count(*)
		),
		ordered as (
			select sheet.*, count(*) over same as panel, row_number() over (same order by total, id) as place
			from sheet window same as (partition by turn_id, code)
		),
		panel as (
			select o.turn_id, o.code, sum(o.total) as total, count(*)::numeric as sheets
			from ordered o join part p using (code)
			where o.panel < p.least_panel or o.panel <= 2 * p.dropping
				or o.place between p.dropping + 1 and o.panel - p.dropping
			group by o.turn_id, o.code
		),
		exact as (
			select n.turn_id, n.code, p.most, n.sheets * p.rubric_most as denominator,
				n.total * p.most - case when y.place = 'part' then y.points else 0 end * n.sheets * p.rubric_most as numerator
			from panel n join part p using (code)
			left join penalty y using (turn_id, code)
		)
		select c.id as contestant, p.code as part,
			case when e.numerator is not null
				then least(p.most, greatest(0, div(2 * e.numerator + e.denominator, 2 * e.denominator)))
			end as points
		from contestant c cross join part p
		left join turn t on t.contestant_id = c.id
		left join exact e on e.turn_id = t.id and e.code = p.code
		where c.contest_id = ${contestId}
	`);
	return rows.map(({ contestant, part, points }) => ({
		contestantId: contestant,
		partCode: part,
		points: points === null ? null : Number(points)
	}));
}
