// What each contestant has for each key of the tie-break chain, and what people decided (R42, R162–R167, R60); the shadow must not rank here.
import { sql } from 'drizzle-orm';
import { ordered } from './rounded.ts';

/** CTEs `tie_key`, `key_value` (the smaller is ahead, null comes last), `tie_decision` (those that may decide) and `tie_place`. */
export const tieKeys = sql`
	tie_key as materialized (
		select at as position, k as key, k ->> 'kind' as kind, k ->> 'kind' in ('extra-question', 'lots', 'head-judge') as is_decided
		from stage, jsonb_array_elements(stage.rules -> 'tieBreaks') with ordinality keys(k, at)
	),
	shown_mark as materialized (
		select panel.part, panel.code as panel, panel.part_position, panel.position, v.contestant, mark.criterion, mark.mark, mark.most
		from panel
		join panel_value v on v.part = panel.part and v.panel = panel.code
		join part_points p on p.part = v.part and p.contestant = v.contestant
		join standing_sheet s on (s.part, s.panel, s.contestant) = (v.part, v.panel, v.contestant)
		join mark on (mark.part, mark.contestant, mark.judge) = (s.part, s.contestant, s.judge)
	),
	in_all as materialized (
		select contestant, sum(penalty) as penalty, sum(div(used, 1000)) as seconds, sum(right_answers) as right_answers,
			sum(answer_time) filter (where right_answers > 0) as answer_time
		from part_points group by contestant
	),
	key_value as materialized (
		select tie_key.position, number as contestant, case tie_key.kind
			when 'part' then coalesce(-of_part.before_weight, 0)
			when 'exact-total' then -${ordered(sql`total.n`, sql`total.d`)}
			when 'stage' then -coalesce((totals -> (key ->> 'stage') ->> number)::numeric, 0)
			when 'criterion' then coalesce((
				select -coalesce((
					select ${ordered(sql`sum(m.mark)`, sql`count(*)`)} from shown_mark m
					where m.part = panel.part and m.panel = panel.code and m.contestant = number and m.criterion = criterion.code
				), 0)
				from criterion
				join panel on panel.part = criterion.part
				join part_points p on p.part = panel.part and p.contestant = number
				where criterion.code = key ->> 'criterion'
				order by panel.part_position, panel.position limit 1
			), 0)
			when 'median' then coalesce((
				select -sum(place.total) from (
					select s.total, row_number() over (order by s.total) as at, count(*) over () as size
					from standing_sheet s
					join part_points p on p.part = s.part and p.contestant = s.contestant
					where s.contestant = number and s.part = key ->> 'part'
				) place
				cross join generate_series(1, 2) half
				where place.at = div(place.size + half, 2)
			), 0)
			when 'top-marks' then (
				select -count(*) from shown_mark m
				where m.contestant = number and m.mark = m.most and coalesce(key ->> 'part', m.part) = m.part
			)
			when 'fewer-penalties' then coalesce(in_all.penalty, 0)
			when 'stage-time' then in_all.seconds
			when 'right-answers' then coalesce(-in_all.right_answers, 0)
			when 'answer-time' then in_all.answer_time
		end as value
		from input
		cross join tie_key
		cross join entrant
		join total on total.contestant = number
		left join in_all on in_all.contestant = number
		left join part_points of_part on of_part.part = key ->> 'part' and of_part.contestant = number
		where not is_decided
	),
	tie_decision as materialized (
		select sequence, d ->> 'key' as key, d -> 'order' as places, named
		from decision
		join stage on stage.code = d ->> 'stage'
		cross join lateral (
			select array_agg(id order by g.at, i.at) as named,
				array_agg(id order by sha256(convert_to((d ->> 'seed') || chr(31) || id, 'UTF8')), id collate "C") as drawn
			from jsonb_array_elements(d -> 'order') with ordinality g(people, at)
			cross join jsonb_array_elements_text(people) with ordinality i(id, at)
		) people
		where decision.kind = 'tie' and (d ->> 'key' <> 'lots' or d ->> 'seed' is not null and drawn = named)
	),
	tie_place as materialized (
		select sequence, id as contestant, at as place
		from tie_decision
		cross join jsonb_array_elements(places) with ordinality g(people, at)
		cross join jsonb_array_elements_text(people) id
	)`;
