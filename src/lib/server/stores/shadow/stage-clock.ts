// The shadow's clock: time used on stage and what it costs (R30–R33, R138, R150, R151, R153); it must not know marks.
import { sql } from 'drizzle-orm';
import { halfUp } from './rounded.ts';

/** CTE `time_cost`: for each timed part and entrant `used` ms (null before the end), `takes_all`, and `points` taken off, 0 for none. */
export const stageClock = sql`
	time_used as materialized (
		select number as contestant, case when started is not null and ended is not null then greatest(0, ended - started
			- coalesce(removed.ms, 0) - (turn ->> 'removedMs')::numeric - coalesce(decided.ms, 0)) end as used
		from entrant
		cross join lateral (
			select (turn ->> 'startedAt')::numeric as started, (turn ->> 'endedAt')::numeric as ended
		) instants
		left join lateral (
			select sum(upper(piece) - lower(piece)) as ms
			from unnest((
				select range_agg(numrange((r ->> 'fromAt')::numeric, (r ->> 'toAt')::numeric))
					* nummultirange(numrange(started, greatest(started, ended)))
				from jsonb_array_elements(turn -> 'removed') r
				where (r ->> 'fromAt')::numeric < (r ->> 'toAt')::numeric
			)) piece
		) removed on true
		left join lateral (
			select sum((d ->> 'removedMs')::numeric) as ms
			from decision join stage on stage.code = d ->> 'stage'
			where kind = 'time' and d ->> 'contestant' = number
		) decided on true
	),
	time_cost as materialized (
		select part.code as part, part.most, contestant, used, penalty -> 'place' ->> 'criterion' as criterion,
			coalesce(cost ->> 'kind' = 'zero' or band = 'all', false) as takes_all,
			least((penalty ->> 'cap')::numeric, coalesce(case cost ->> 'kind'
				when 'bands' then case when band <> 'all' then band::numeric end
				when 'linear' then case cost ->> 'startedMinute'
					when 'ceil' then per_minute * div(off + 59999, 60000)
					when 'floor' then per_minute * div(off, 60000)
					else ${halfUp(sql`(per_minute * off)`, sql`60000`)}
				end
			end, 0)) as points
		from part
		cross join time_used
		cross join lateral (
			select nullif(part.rules -> 'timing', 'null') as timing, nullif(part.rules -> 'timing' -> 'penalty', 'null') as penalty
		) rules
		cross join lateral (select
			used - (timing ->> 'mostMs')::numeric as over,
			(timing ->> 'leastMs')::numeric - used as under,
			(timing ->> 'graceMs')::numeric as grace
		) distance
		cross join lateral (select
			case when over > grace then over when under > grace then under end as off,
			case when over > grace then nullif(penalty -> 'over', 'null')
				when under > grace then nullif(penalty -> 'under', 'null') end as cost
		) counted
		cross join lateral (select (cost ->> 'perMinute')::numeric as per_minute, (
			select b ->> 'points' from jsonb_array_elements(cost -> 'bands') with ordinality bands(b, at)
			where off > (b ->> 'beyondMs')::numeric
			order by at desc limit 1
		) as band) priced
		where timing is not null
	)`;
