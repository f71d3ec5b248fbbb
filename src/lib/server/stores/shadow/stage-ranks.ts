// The shadow's ranks of a stage: totals, then the tie-break chain key by key (R41, R43, R165, R166, R168); it must not know points of parts.
import { sql } from 'drizzle-orm';

/**
 * CTE `placed`: category and cluster of the ranking, `rank` (null for who does not compete), `is_shared`. A contestant's path
 * holds the total and then the place in each key among those equal so far; where the chain ends for a group, zeros follow.
 */
export const stageRanks = sql`
	ranking as materialized (
		select number as contestant, competes, unit, session, category as own_category, cluster as own_cluster,
			case when stage.rules -> 'rankedBy' @> '["category"]' then category end as category,
			case when stage.rules -> 'rankedBy' @> '["cluster"]' then cluster end as cluster
		from stage, entrant
	),
	walk as (
		select 0::bigint as at, r.contestant, category, cluster, array[-total.points] as path, true as is_open
		from ranking r join total on total.contestant = r.contestant
		where competes
		union all
		select position, contestant, category, cluster, path || case when goes_on
			then dense_rank() over (partition by category, cluster, path order by value nulls last) else 0 end::numeric, goes_on
		from (
			select together.*, case when is_decided then p.place else v.value end as value,
				is_open and kind <> 'share' and (not is_decided or decided.sequence is not null) as goes_on
			from (
				select walk.*, tie_key.position, tie_key.kind, tie_key.is_decided,
					array_agg(contestant) over (partition by category, cluster, path) as members
				from walk join tie_key on tie_key.position = walk.at + 1
			) together
			left join key_value v on v.position = together.position and v.contestant = together.contestant
			left join lateral (
				select t.sequence from tie_decision t where t.key = kind and t.named @> members order by t.sequence desc limit 1
			) decided on true
			left join tie_place p on p.sequence = decided.sequence and p.contestant = together.contestant
		) valued
	),
	placed as materialized (
		select r.*, ranked.rank, coalesce(count(*) over (partition by r.category, r.cluster, ranked.rank) > 1, false)
			and ranked.rank is not null as is_shared
		from ranking r
		left join (
			select contestant, rank() over (partition by category, cluster order by path)::int as rank
			from walk where at = (select count(*) from tie_key)
		) ranked on ranked.contestant = r.contestant
	)`;
