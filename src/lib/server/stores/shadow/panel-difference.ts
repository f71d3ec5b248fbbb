// Judges who differ, as the shadow finds them, and what the record says was done about it (R125–R128, R133–R136); it must not know parts.
import { sql } from 'drizzle-orm';
import { valueOfSheets } from './panel-value.ts';

/** Dixon's r10 for 3 to 15 sheets, in thousandths. */
const criticalQ = sql`(case (threshold ->> 'percent')::int
	when 90 then array[941, 765, 642, 560, 507, 468, 437, 412, 392, 376, 361, 349, 338]
	when 95 then array[970, 829, 710, 625, 568, 526, 493, 466, 444, 426, 410, 396, 384]
	when 99 then array[994, 926, 821, 740, 680, 634, 598, 568, 542, 522, 503, 488, 475]
end)`;

const findings = sql`
	distance as materialized (
		select part, panel, contestant, judge, metric, size, rubric_most, levels,
			case metric
				when 'distance-to-mean' then abs(total * size - whole)
				when 'distance-to-median' then abs(2 * total - twice_median)
				when 'spread' then highest - lowest
				else case place when 1 then above - total when size then total - below end
			end as n,
			case metric
				when 'distance-to-mean' then 100 * size when 'distance-to-median' then 200 when 'spread' then 100
				else highest - lowest
			end as d
		from (
			select s.*, divergence ->> 'metric' as metric, divergence -> 'levels' as levels, panel.rubric_most,
				sum(total) over same as whole, min(total) over same as lowest, max(total) over same as highest,
				lag(total) over (same order by place) as below, lead(total) over (same order by place) as above,
				sum(case when place = div(size + 1, 2) then total else 0 end
					+ case when place = div(size + 2, 2) then total else 0 end) over same as twice_median
			from plain_sheet s
			join panel on panel.part = s.part and panel.code = s.panel and divergence is not null
			join plain_value v on (v.part, v.panel, v.contestant) = (s.part, s.panel, s.contestant)
			window same as (partition by s.part, s.panel, s.contestant)
		) beside
		where size >= 2
	),
	reached as materialized (
		select part, panel, contestant, judge, level, l ->> 'action' as action
		from distance
		cross join jsonb_array_elements(levels) with ordinality rules(l, level)
		cross join lateral (select l -> 'threshold' as threshold) rule
		cross join lateral (select
			case threshold ->> 'kind'
				when 'points' then (threshold ->> 'points')::numeric
				when 'share' then rubric_most * (threshold ->> 'percent')::numeric
				else ${criticalQ}[size - 2]::numeric
			end as least_n,
			case threshold ->> 'kind' when 'points' then 1 when 'share' then 100 else 1000 end as least_d
		) least
		where d > 0 and (n * least_d > least_n * d or l ->> 'reached' = 'from' and n * least_d = least_n * d)
	),
	finding as materialized (
		select part, panel, contestant, action, array_agg(judge) as judges
		from (select *, max(level) over (partition by part, panel, contestant) as gravest from reached) each
		where level = gravest
		group by part, panel, contestant, action
	),
	outcome as materialized (
		select distinct on (1, 2, 3) d ->> 'part' as part, d ->> 'panel' as panel, d ->> 'contestant' as contestant,
			d -> 'outcome' ->> 'kind' as kind, (d -> 'outcome' ->> 'value')::numeric as value, d -> 'outcome' ->> 'judge' as judge
		from decision where decision.kind = 'divergence'
		order by 1, 2, 3, sequence desc
	),
	extra as materialized (
		select outcome.part, outcome.panel, outcome.contestant, sheet.judge, judge.role, sheet.total
		from outcome
		join judge on judge.code = outcome.judge
		join sheet on (sheet.part, sheet.contestant, sheet.judge) = (outcome.part, outcome.contestant, outcome.judge)
		where outcome.kind = 'extra'
	)`;

/** What stands for the sheets when it gives a value: those left after an exclusion, or those with the one that joined. */
const tried = sql`(
	select c.part, c.panel, c.contestant, c.judge, c.role, c.total
	from counted c
	join finding f on (f.part, f.panel, f.contestant) = (c.part, c.panel, c.contestant)
	left join outcome o on (o.part, o.panel, o.contestant) = (c.part, c.panel, c.contestant)
	left join extra e on (e.part, e.panel, e.contestant) = (c.part, c.panel, c.contestant)
	where coalesce(o.kind, '') not in ('head', 'stands') and (
		f.action = 'exclude' and c.judge <> all (f.judges)
		or f.action = 'extra-joins' and e.judge is not null and c.judge <> e.judge
	)
	union all
	select e.part, e.panel, e.contestant, e.judge, e.role, e.total
	from extra e
	join finding f on (f.part, f.panel, f.contestant) = (e.part, e.panel, e.contestant) and f.action = 'extra-joins'
)`;

const settled = sql`
	settled as materialized (
		select t.part, t.panel, t.contestant, case
			when o.kind = 'head' then 'head'
			when f.action = 'extra-replaces' and e.judge is not null then 'extra'
			when v.n is not null then 'tried'
			else 'plain'
		end as by, o.value, e.judge, e.total
		from (select distinct panel.part, panel.code as panel, number as contestant from panel, entrant) t
		left join finding f on (f.part, f.panel, f.contestant) = (t.part, t.panel, t.contestant)
		left join outcome o on (o.part, o.panel, o.contestant) = (t.part, t.panel, t.contestant)
		left join extra e on (e.part, e.panel, e.contestant) = (t.part, t.panel, t.contestant)
		left join tried_value v on (v.part, v.panel, v.contestant) = (t.part, t.panel, t.contestant)
	),
	panel_value as materialized (
		select s.part, s.panel, s.contestant,
			case by when 'head' then s.value when 'extra' then s.total when 'tried' then t.n else p.n end as n,
			case by when 'head' then 1 when 'extra' then 100 when 'tried' then t.d else p.d end as d
		from settled s
		left join plain_value p on (p.part, p.panel, p.contestant) = (s.part, s.panel, s.contestant)
		left join tried_value t on (t.part, t.panel, t.contestant) = (s.part, s.panel, s.contestant)
		where not exists (
			select from waiting w where (w.part, w.panel, w.contestant) = (s.part, s.panel, s.contestant)
		)
	),
	standing_sheet as materialized (
		select s.part, s.panel, s.contestant, p.judge, p.total
		from settled s join plain_sheet p on (p.part, p.panel, p.contestant) = (s.part, s.panel, s.contestant)
		where by = 'plain' and not p.is_dropped
		union all
		select s.part, s.panel, s.contestant, t.judge, t.total
		from settled s join tried_sheet t on (t.part, t.panel, t.contestant) = (s.part, s.panel, s.contestant)
		where by = 'tried' and not t.is_dropped
		union all
		select part, panel, contestant, judge, total from settled where by = 'extra'
	)`;

/** CTEs up to `panel_value` (`n / d`, null or no row without a value) and `standing_sheet`, the sheets that count in the end. */
export const panelDifference = sql`
	${valueOfSheets('plain', sql`counted`)},
	${findings},
	${valueOfSheets('tried', tried)},
	${settled}`;
