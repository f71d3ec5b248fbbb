// The shadow's quiz parts: points of each question and what was reached in the part (R10–R12, R105–R107, R110, R111); it must not know keys.
import { sql } from 'drizzle-orm';
import { halfUp } from './rounded.ts';

/** CTEs up to `quiz_reached`: `n / d` hundredths, and right answers and their time for ties; no row while nothing is sealed. */
export const quizPoints = sql`
	scored as materialized (
		select part, question, contestant, is_void, n = d as is_all, used, blank_or.points
		from (
			select marked.*, coalesce(own, (scoring ->> 'points')::numeric) as worth, scoring ->> 'kind' as kind,
				least(greatest(used, 0), allowed) as within,
				rank() over (
					partition by part, question, n = d order by div(greatest(used, 0), (scoring ->> 'tickMs')::numeric)
				)::int as place
			from marked
		) each
		cross join lateral (select
			case when kind = 'speed' and allowed > 0 and within > (scoring ->> 'fullWithinMs')::numeric
				then 100 * allowed - (100 - (scoring ->> 'leastShare')::numeric) * within else 1 end as line_n,
			case when kind = 'speed' and allowed > 0 and within > (scoring ->> 'fullWithinMs')::numeric
				then 100 * allowed else 1 end as line_d
		) line
		cross join lateral (select case
			when n is null then (scoring ->> 'blank')::numeric
			when n = 0 or kind = 'rank' and n < 0 then (scoring ->> 'wrong')::numeric
			when kind = 'rank' then case when n = d then coalesce((scoring -> 'bonuses' ->> (place - 1))::numeric, 0) else 0 end
			else ${halfUp(sql`(n * worth * line_n)`, sql`(d * line_d)`)}
		end as points) blank_or
	),
	full_points as materialized (
		select asked.part, asked.code as question, asked.is_sealed, question.is_void, asked.rules ->> 'voided' as voided,
			case asked.rules -> 'scoring' ->> 'kind'
				when 'rank' then coalesce((asked.rules -> 'scoring' -> 'bonuses' ->> 0)::numeric, 0)
				else coalesce(question.own, (asked.rules -> 'scoring' ->> 'points')::numeric)
			end as points
		from asked join question on question.code = asked.code
	),
	quiz_whole as materialized (
		select part.code, part.most, part.scale,
			coalesce(sum(f.points) filter (where not is_void or voided = 'full-for-all'), 0)
				+ greatest(0, (part.rules ->> 'questionCount')::numeric - count(f.question)) * coalesce(
					(part.rules -> 'scoring' ->> 'points')::numeric, (part.rules -> 'scoring' -> 'bonuses' ->> 0)::numeric, 0
				) as points
		from part left join full_points f on f.part = part.code
		where part.kind = 'quiz'
		group by part.code, part.most, part.scale, part.rules
		having bool_or(f.is_sealed)
	),
	quiz_reached as materialized (
		select w.code as part, s.contestant,
			case when scale = 'raw' then sum(counted.points) when w.points > 0 then sum(counted.points) * most else 0 end as n,
			case when scale = 'scaled' and w.points > 0 then w.points else 1 end as d,
			count(*) filter (where s.is_all and not s.is_void) as right_answers,
			coalesce(sum(s.used) filter (where s.is_all and not s.is_void), 0) as answer_time
		from quiz_whole w
		join scored s on s.part = w.code
		join full_points f on f.part = s.part and f.question = s.question
		cross join lateral (select case
			when not f.is_void then s.points when f.voided = 'full-for-all' then f.points else 0 end as points
		) counted
		group by w.code, s.contestant, w.points, most, scale
	)`;
