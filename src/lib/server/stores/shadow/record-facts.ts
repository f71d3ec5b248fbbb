// What the shadow takes out of the record before anything is counted: rules of the stage, decisions that hold, people; it must not count.
import { sql } from 'drizzle-orm';

/** `asked.question` is JSON: `record`, `stage` (its code), `entrants` (their numbers), `totals` (of earlier stages, by stage and number). */
export const recordFacts = sql`
		input as materialized (
			select q -> 'record' as record, q -> 'entrants' as entrants, q -> 'totals' as totals, q ->> 'stage' as stage
			from (select asked.question as q) given
		),
		stage as materialized (
			select s as rules, s ->> 'code' as code
			from input, jsonb_array_elements(record -> 'rules' -> 'stages') s
			where s ->> 'code' = input.stage
		),
		rounding as materialized (
			select r ->> 'mode' as mode, r ->> 'at' as place, (array[100, 10, 1])[(r ->> 'decimals')::int + 1]::numeric as grain
			from input, lateral (select record -> 'rules' -> 'rounding' as r) rules
		),
		decision as materialized (
			select d, d ->> 'kind' as kind, (d ->> 'sequence')::int as sequence
			from input, jsonb_array_elements(record -> 'decisions') d
			where d ->> 'takesBack' is null and not exists (
				select from jsonb_array_elements(record -> 'decisions') back where back ->> 'takesBack' = d ->> 'sequence'
			)
		),
		part as materialized (
			select p as rules, p ->> 'code' as code, p ->> 'kind' as kind, p ->> 'scale' as scale, at as position,
				(p ->> 'maxPoints')::numeric as most, (p ->> 'weight')::numeric as weight
			from stage, jsonb_array_elements(stage.rules -> 'parts') with ordinality parts(p, at)
		),
		entrant as materialized (
			select c ->> 'number' as number, c ->> 'unit' as unit, c ->> 'category' as category, c ->> 'cluster' as cluster,
				c ->> 'status' = 'competing' as competes,
				t ->> 'session' as session, coalesce(t ->> 'status' = 'absent', false) as was_absent, t as turn
			from input
			cross join stage
			cross join jsonb_array_elements(record -> 'contestants') c
			left join lateral (
				select turn as t from jsonb_array_elements(record -> 'turns') turn
				where turn ->> 'stage' = stage.code and turn ->> 'contestant' = c ->> 'number'
			) turns on true
			where entrants @> jsonb_build_array(c ->> 'number')
		),
		adjustment as materialized (
			select d ->> 'contestant' as contestant, d ->> 'part' as part, sum((d ->> 'points')::numeric) as points
			from decision join stage on stage.code = d ->> 'stage'
			where kind = 'points'
			group by 1, 2
		)`;
