// Whose sheets the shadow's panels count, before differences are looked at (R23, R33, R120, R129–R132, R154, R155, R157, R314); it must not know how they become one value.
import { sql } from 'drizzle-orm';

/** CTEs up to `sitting` (each expected judge of each panel and entrant, with the sheet that stands for the judge) and `counted`. */
export const panelSheets = sql`
	judge as materialized (
		select j ->> 'code' as code, j ->> 'role' as role, j -> 'panels' as panels, j ->> 'unit' as unit,
			j -> 'limits' as limits
		from input, jsonb_array_elements(record -> 'judges') j
	),
	panel as materialized (
		select part.code as part, part.position as part_position, at as position, p ->> 'code' as code,
			(p ->> 'weight')::numeric as weight, p -> 'aggregation' as aggregation, (p ->> 'leastSheets')::numeric as least_sheets,
			p ->> 'missing' as missing, nullif(p -> 'divergence', 'null') as divergence, (rubric ->> 'max')::numeric as rubric_most
		from part
		cross join input
		join jsonb_array_elements(record -> 'rubrics') rubric on rubric ->> 'code' = part.rules ->> 'rubric'
		cross join jsonb_array_elements(part.rules -> 'panels') with ordinality panels(p, at)
	),
	criterion as materialized (
		select part.code as part, c ->> 'code' as code, (c ->> 'weight')::numeric as weight, (c ->> 'max')::numeric as most
		from part
		cross join input
		join jsonb_array_elements(record -> 'rubrics') rubric on rubric ->> 'code' = part.rules ->> 'rubric'
		cross join jsonb_array_elements(rubric -> 'criteria') c
	),
	mark as materialized (
		select criterion.part, criterion.code as criterion, s ->> 'contestant' as contestant, s ->> 'judge' as judge,
			weight, criterion.most, given - least(given, case
				when cost.criterion is distinct from criterion.code then 0 when cost.takes_all then given else cost.points
			end) as mark
		from input
		cross join jsonb_array_elements(record -> 'sheets') s
		join stage on stage.code = s ->> 'stage'
		cross join criterion
		cross join lateral (select (s -> 'marks' ->> criterion.code)::numeric as given) marks
		left join time_cost cost on cost.part = criterion.part and cost.contestant = s ->> 'contestant'
		where (s ->> 'isLocked')::boolean
	),
	sheet as materialized (
		select part, contestant, judge, sum(mark * weight) as total
		from mark
		group by part, contestant, judge
		having count(mark) = count(*)
	),
	interested as materialized (
		select judge.code as judge, entrant.number as contestant
		from judge
		cross join entrant
		cross join input
		where not coalesce((record -> 'rules' ->> 'interestedMark')::boolean, false) and (judge.unit = entrant.unit or exists (
			select from jsonb_array_elements(record -> 'interests') i
			where i ->> 'judge' = judge.code
				and (i -> 'about' ->> 'contestant' = entrant.number or i -> 'about' ->> 'unit' = entrant.unit)
		))
	),
	begun as materialized (
		select s ->> 'judge' as judge, s ->> 'contestant' as contestant
		from input
		cross join jsonb_array_elements(record -> 'sheets') s
		join stage on stage.code = s ->> 'stage'
		where exists (select from interested)
	),
	session_place as materialized (
		select stage_at, s ->> 'code' = stage as is_asked, g ->> 'code' as code, coalesce(at, 0) as at,
			g is not null and row_number() over (partition by g ->> 'code' order by stage_at, at) > 1 as is_repeated
		from input
		cross join jsonb_array_elements(record -> 'rules' -> 'stages') with ordinality stages(s, stage_at)
		left join jsonb_array_elements(s -> 'sessions') with ordinality sessions(g, at) on true
	),
	sitting as materialized (
		select panel.part, panel.code as panel, entrant.number as contestant, entrant.session, judge.code as seat, judge.role,
			coalesce(stand_in.judge, own.judge) as judge, coalesce(stand_in.total, own.total) as total,
			coalesce(decided.policy, panel.missing) as policy, decided.policy is not null as is_decided,
			competes and not was_absent as is_waited_for
		from panel
		cross join entrant
		join judge on judge.role <> 'shadow' and judge.panels @> jsonb_build_array(panel.code) and not exists (
			select from jsonb_array_elements(judge.limits) l
			where l ->> 'panel' = panel.code and not (
				(l -> 'sessions' = '[]' or coalesce(l -> 'sessions' @> to_jsonb(entrant.session), false))
				and (l -> 'clusters' = '[]' or coalesce(l -> 'clusters' @> to_jsonb(entrant.cluster), false))
			)
		)
		left join lateral (
			select d ->> 'substitute' as code from decision
			where kind = 'substitute' and d ->> 'judge' = judge.code
				and (d ->> 'session' is null or d ->> 'session' = entrant.session or (
					(d -> 'onward')::boolean and exists (
						select from session_place here join session_place since on since.code = d ->> 'session'
						where here.is_asked and here.code is not distinct from entrant.session
							and (here.stage_at, here.at) > (since.stage_at, since.at) and not since.is_repeated
					)
				))
			order by sequence desc limit 1
		) substitute on true
		left join lateral (
			select d ->> 'policy' as policy from decision
			where kind = 'missing-judge' and d ->> 'panel' = panel.code
				and (d ->> 'session' is null or d ->> 'session' = entrant.session)
			order by sequence desc limit 1
		) decided on true
		left join sheet own on own.part = panel.part and own.contestant = entrant.number and own.judge = judge.code
		left join sheet stand_in
			on stand_in.part = panel.part and stand_in.contestant = entrant.number and stand_in.judge = substitute.code
		where not exists (
			select from decision
			where kind = 'recusal' and d ->> 'judge' = judge.code and d ->> 'contestant' = entrant.number
				and (d ->> 'part' is null or d ->> 'part' = panel.part)
		) and not (
			exists (
				select from interested
				where interested.judge = coalesce(substitute.code, judge.code) and interested.contestant = entrant.number
			) and not exists (
				select from begun where begun.judge in (judge.code, substitute.code) and begun.contestant = entrant.number
			)
		)
	),
	left_out as materialized (
		select distinct part, panel, session, seat from sitting
		where is_waited_for and is_decided and policy = 'drop-from-session' and total is null
	),
	waiting as materialized (
		select distinct part, panel, contestant from sitting where policy = 'wait' and total is null
	),
	counted as materialized (
		select distinct on (part, panel, contestant, judge) part, panel, contestant, judge, role, total from sitting
		where total is not null and not exists (
			select from left_out
			where (left_out.part, left_out.panel, left_out.seat) = (sitting.part, sitting.panel, sitting.seat)
				and left_out.session is not distinct from sitting.session
		)
		order by part, panel, contestant, judge, seat collate "C"
	)`;
