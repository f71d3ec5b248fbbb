// Who goes on to the next stage, as the shadow finds it, tier by tier (R174–R177, R179); it must not know how a total came about.
import { sql } from 'drizzle-orm';

/** CTE `going_on`: the contestants, by place or by decision; empty for a stage nobody goes on from. */
export const goingOn = sql`
	advancement as materialized (
		select a ->> 'atCut' as at_cut, (a -> 'top' ->> 'count')::numeric as places, a -> 'top' ->> 'per' as per,
			coalesce((a ->> 'leastTotal')::numeric, 0) as least_total, (a ->> 'mostPerUnit')::numeric as most_per_unit
		from stage, lateral (select nullif(stage.rules -> 'advancement', 'null') as a) rules
		where a is not null
	),
	advance_decision as materialized (
		select distinct on (1) d ->> 'contestant' as contestant, (d ->> 'goesOn')::boolean as goes_on
		from decision join stage on stage.code = d ->> 'stage'
		where kind = 'advance'
		order by 1, sequence desc
	),
	field as materialized (
		select placed.*, total.points as total, coalesce(case per
			when 'category' then own_category when 'cluster' then own_cluster when 'session' then session end, '') as field
		from advancement, placed join total on total.contestant = placed.contestant
		where rank is not null
	),
	tier as materialized (
		select dense_rank() over (order by field collate "C", level) as at, field.contestant, field, unit, goes_on,
			not coalesce(not goes_on, false) and total >= least_total as is_candidate
		from (
			select *, case when min(rank_of) over same = max(rank_of) over same then rank else -total end as level
			from (select *, dense_rank() over (order by category, cluster) as rank_of from field) named
			window same as (partition by field)
		) field
		cross join advancement
		left join advance_decision d on d.contestant = field.contestant
	),
	step as (
		select 0::bigint as at, null::text as field, 0::numeric as room, '{}'::jsonb as of_unit, '{}'::text[] as chosen
		union all
		select next.at, next.field, case when wanted > next.room then 0 else next.room - wanted end, of_unit || units, newly
		from step
		cross join advancement
		cross join lateral (
			select tier.at, tier.field, case when tier.field = step.field then step.room else coalesce(places, 'infinity') end as room
			from tier where tier.at = step.at + 1 limit 1
		) next
		cross join lateral (
			select coalesce(max(demand), 0) as wanted, coalesce(array_agg(unit) filter (where size > unit_room and unit_room > 0), '{}') as crowded,
				coalesce(array_agg(contestant) filter (where next.room > 0 and case
				when unit_room <= 0 then false when size <= unit_room and demand <= next.room then true
				when at_cut = 'decide' then coalesce(goes_on, false) else at_cut = 'all' end
			), '{}') as newly
			from (
				select sized.*, sum(case when number_in_unit > 1 or unit_room <= 0 then 0
					when size <= unit_room or at_cut = 'all' then size when at_cut = 'none' then 0 else unit_room end) over () as demand
				from (
					select contestant, unit, goes_on, count(*) over same as size, row_number() over same as number_in_unit,
						coalesce(most_per_unit, 'infinity') - coalesce((of_unit ->> unit)::numeric, 0) as unit_room
					from tier where tier.at = next.at and is_candidate
					window same as (partition by unit)
				) sized
			) members
		) walked
		cross join lateral (
			-- A unit whose quota was cut inside a shared rank is full from here on.
			select coalesce(jsonb_object_agg(unit, greatest(taken + coalesce((of_unit ->> unit)::numeric, 0),
				case when unit = any (crowded) and wanted <= next.room then most_per_unit end)), '{}') as units
			from (
				select unit, count(*) filter (where contestant = any (newly)) as taken
				from tier where contestant = any (newly) or tier.at = next.at and unit = any (crowded) group by unit
			) each
		) counted
	),
	going_on as materialized (
		select unnest(chosen) as contestant from step
		union
		select number from advancement, entrant join advance_decision d on d.contestant = number where competes and d.goes_on
	)`;
