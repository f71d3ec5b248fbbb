// The shadow's totals of a stage: parts, what is carried, what was decided (R40, R160, R161); it must not know ranks.
import { sql } from 'drizzle-orm';
import { product, rounded } from './rounded.ts';

/** CTE `total`: of each entrant the exact total `n / d`, never below 0, and the announced `points`. */
export const stageTotals = sql`
	carried as materialized (
		select number as contestant, total * weight as n, 100::numeric as d, ${rounded(sql`(total * weight)`, sql`100::numeric`)} as points
		from stage
		cross join input
		cross join rounding
		cross join entrant
		cross join jsonb_array_elements(stage.rules -> 'carry') c
		cross join lateral (select (c ->> 'weight')::numeric as weight,
			(totals -> (c ->> 'stage') ->> number)::numeric as total) earlier
		where total is not null
	),
	total as materialized (
		select number as contestant, greatest(0, exact) as n, whole as d, greatest(0, case place
			when 'part' then printed + adjusted else ${rounded(sql`greatest(0, exact)`, sql`whole`)} end) as points
		from rounding
		cross join entrant
		left join (
			select contestant, array_agg(n) as ns, array_agg(d) as ds, sum(points) as points
			from (
				select contestant, n, d, points from part_points union all select contestant, n, d, points from carried
			) each
			group by contestant
		) summands on summands.contestant = number
		left join adjustment on adjustment.part is null and adjustment.contestant = number
		cross join lateral (select coalesce(summands.points, 0) as printed, coalesce(adjustment.points, 0) as adjusted) known
		cross join lateral (select ${product(sql`coalesce(ds, '{}')`)} as whole) common
		cross join lateral (
			select adjusted * whole + coalesce(sum(each.n * div(whole, each.d)), 0) as exact from unnest(ns, ds) each(n, d)
		) sum
	)`;
