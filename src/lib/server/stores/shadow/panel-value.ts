// How the shadow makes one value of the sheets of a panel (R20, R21, R121–R124); it must not know why a sheet counts.
import { sql, type SQL } from 'drizzle-orm';

const weightOfRole = sql`coalesce((
	select (w ->> 'weight')::numeric from jsonb_array_elements(aggregation -> 'weights') w where w ->> 'role' = role limit 1
), 1)`;

/**
 * CTEs `<name>_sheet` (the sheets of `source` with `is_dropped`) and `<name>_value` (`n / d` hundredths on the scale of the
 * rubric, no row without a value). `source` has part, panel, contestant, judge, role, total; totals are hundredths by percents.
 */
export function valueOfSheets(name: 'plain' | 'tried', source: SQL): SQL {
	const sheet = sql.identifier(`${name}_sheet`);
	return sql`
		${sheet} as materialized (
			select placed.*, panel.aggregation, panel.least_sheets, ${weightOfRole} as role_weight,
				aggregation ->> 'kind' = 'trimmed' and size >= (aggregation ->> 'leastPanel')::numeric and size > low + high
					and (place <= low or place > size - high) as is_dropped
			from (
				select *, count(*) over same as size, row_number() over (same order by total, judge collate "C") as place
				from ${source} sheets
				window same as (partition by part, panel, contestant)
			) placed
			join panel on panel.part = placed.part and panel.code = placed.panel
			cross join lateral (select
				coalesce((aggregation ->> 'low')::numeric, 0) as low, coalesce((aggregation ->> 'high')::numeric, 0) as high
			) extremes
		),
		${sql.identifier(`${name}_value`)} as materialized (
			select part, panel, contestant,
				case aggregation ->> 'kind'
					when 'weighted-mean' then sum(total * role_weight)
					when 'median' then sum(total) filter (where place in (div(size + 1, 2), div(size + 2, 2)))
					when 'trimmed' then sum(total) filter (where not is_dropped)
					else sum(total)
				end as n,
				100 * case aggregation ->> 'kind'
					when 'weighted-mean' then sum(role_weight)
					when 'median' then count(*) filter (where place in (div(size + 1, 2), div(size + 2, 2)))
					when 'trimmed' then count(*) filter (where not is_dropped)
					when 'sum' then 1
					else count(*)
				end as d
			from ${sheet}
			group by part, panel, contestant, aggregation, least_sheets
			having count(*) >= least_sheets and (aggregation ->> 'kind' <> 'consensus' or min(total) = max(total))
		)`;
}
