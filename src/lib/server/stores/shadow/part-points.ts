// The shadow's points of every part, whatever its kind (R2, R33, R109, R110, R112, R137); it must not know ranks.
import { sql } from 'drizzle-orm';
import { product, rounded } from './rounded.ts';

/** CTEs up to `part_points`: `n / d` is what counts after the weight, `points` what is printed, `before_weight` the same before it; no row while nothing counts. */
export const partPoints = sql`
	judged_reached as materialized (
		select part, contestant, case when scale = 'raw' then n else n * most end as n,
			case when scale = 'raw' then whole else whole * rubric_most end as d
		from (
			select part.code as part, part.scale, part.most, panel.rubric_most, number as contestant,
				array_agg(v.n * case when jsonb_array_length(part.rules -> 'panels') = 1 then 100 else panel.weight end
					order by panel.position) as ns,
				array_agg(100 * v.d order by panel.position) as ds
			from part
			join panel on panel.part = part.code
			cross join entrant
			left join panel_value v on (v.part, v.panel, v.contestant) = (part.code, panel.code, number)
			group by part.code, part.scale, part.most, panel.rubric_most, number
			having count(v.n) = count(*)
		) panels
		cross join lateral (select ${product(sql`ds`)} as whole) common
		cross join lateral (select sum(each.n * div(whole, each.d)) as n from unnest(ns, ds) each(n, d)) sum
	),
	given as materialized (
		select part.code as part, scale, part.most, number as contestant, own, max(own) over (partition by part.code) as most_given
		from input
		cross join jsonb_array_elements(record -> 'given') g
		join part on part.kind = 'given' and part.code = g ->> 'part'
		join entrant on number = g ->> 'contestant'
		cross join lateral (select (g ->> 'points')::numeric as own) points
	),
	part_points as materialized (
		select r.part, r.contestant, r.right_answers, r.answer_time, counted.n, counted.d,
			${rounded(sql`counted.n`, sql`counted.d`)} as points, ${rounded(sql`reached.n`, sql`reached.d`)} as before_weight, time_cost.used,
			coalesce(case when takes_all then part.most else time_cost.points end, 0) as penalty
		from (
			select part, contestant, n, d, right_answers, answer_time from quiz_reached
			union all
			select part, contestant, n, d, null, null from judged_reached
			union all
			select part, contestant, case when scale = 'scaled' and most_given > 0 then own * most else own end,
				case when scale = 'scaled' and most_given > 0 then most_given else 1 end, null, null
			from given
		) r
		join part on part.code = r.part
		cross join rounding
		left join time_cost on time_cost.part = r.part and time_cost.contestant = r.contestant
		left join adjustment a on a.part = r.part and a.contestant = r.contestant
		cross join lateral (select criterion is null and coalesce(takes_all, false) as is_nothing,
			case when criterion is null and not takes_all then time_cost.points else 0 end as off) on_part
		cross join lateral (select
			least(part.most * r.d, greatest(0,
				case when is_nothing then 0 else r.n end + (coalesce(a.points, 0) - off) * r.d)) as n, r.d) reached
		cross join lateral (select weight * reached.n as n, 100 * reached.d as d) counted
	)`;
