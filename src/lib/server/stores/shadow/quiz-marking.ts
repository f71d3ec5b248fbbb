// The shadow's marking: what share of each sealed question each entrant got right (R14, R100–R104, R111, R203); it must not know points.
import { sql } from 'drizzle-orm';
import { foldedText } from './folded-text.ts';

const plainNumber = sql`'^-?[0-9]+([.][0-9]+)?$'`;

/** CTEs `question`, `asked` and `marked`: one row for each sealed question and entrant, `n / d` right, both null without an answer. */
export const quizMarking = sql`
	question as materialized (
		select q ->> 'code' as code, q ->> 'kind' as kind, (q ->> 'points')::numeric as own,
			coalesce(corrected.key, q -> 'key') as key,
			exists (select from decision where decision.kind = 'void' and d ->> 'question' = q ->> 'code') as is_void
		from input
		cross join jsonb_array_elements(record -> 'questions') q
		left join lateral (
			select d -> 'key' as key from decision
			where decision.kind = 'key' and d ->> 'question' = q ->> 'code'
			order by sequence desc limit 1
		) corrected on true
	),
	asked as materialized (
		select part.code as part, part.rules as rules, q ->> 'question' as code, (q ->> 'allowedMs')::numeric as allowed,
			(q ->> 'isSealed')::boolean as is_sealed
		from input
		cross join jsonb_array_elements(record -> 'rounds') r
		join part on part.kind = 'quiz' and part.code = r ->> 'part'
		cross join jsonb_array_elements(r -> 'questions') q
	),
	put_aside as materialized (
		select distinct on (1, 2) d ->> 'contestant' as contestant, d ->> 'question' as question, d -> 'choice' as choice,
			(d ->> 'usedMs')::numeric as used, (d ->> 'counts')::boolean as counts
		from decision where decision.kind = 'answer'
		order by 1, 2, sequence desc
	),
	answer as materialized (
		select a ->> 'contestant' as contestant, a ->> 'question' as question, a -> 'choice' as choice,
			(a ->> 'usedMs')::numeric as used
		from input, jsonb_array_elements(record -> 'answers') a
		where not exists (
			select from put_aside p where p.counts and p.contestant = a ->> 'contestant' and p.question = a ->> 'question'
		)
		union all
		select contestant, question, choice, used from put_aside where counts
	),
	marked as materialized (
		select asked.part, asked.rules -> 'scoring' as scoring, question.code as question, question.own, question.is_void,
			asked.allowed, entrant.number as contestant, answer.used, share.n, share.d
		from asked
		join question on question.code = asked.code
		cross join entrant
		left join answer on answer.question = question.code and answer.contestant = entrant.number
		left join lateral (select
			choice ->> 'kind' as kind, choice -> 'options' as options, choice -> 'pairs' as pairs, choice ->> 'value' as value,
			key -> 'correct' -> 'options' as right_options, key -> 'correct' -> 'pairs' as right_pairs,
			asked.rules -> 'marking' as marking
		) given on true
		left join lateral (
			select count(*) filter (where right_options @> to_jsonb(o)) as hits,
				count(*) filter (where not right_options @> to_jsonb(o)) as misses,
				greatest(jsonb_array_length(right_options), 1)::numeric as whole
			from jsonb_array_elements_text(options) o
		) multiple on question.kind = 'multiple'
		left join lateral (
			select count(*)::numeric as together
			from jsonb_array_elements_text(right_options) with ordinality a(id, at)
			join jsonb_array_elements_text(right_options) with ordinality b(id, at) on b.at = a.at + 1
			join jsonb_array_elements_text(options) with ordinality x(id, at) on x.id = a.id
			join jsonb_array_elements_text(options) with ordinality y(id, at) on y.at = x.at + 1 and y.id = b.id
		) neighbours on question.kind = 'ordering' and marking ->> 'ordering' = 'adjacent-pairs'
		left join lateral (
			select count(*) filter (where pairs ->> k.key = k.value)::numeric as hits, greatest(count(*), 1)::numeric as whole
			from jsonb_each_text(right_pairs) k
		) matching on question.kind = 'matching' and marking ->> 'matching' = 'per-pair'
		left join lateral (select coalesce(case question.kind
			when 'numeric' then case when value ~ ${plainNumber} then
				abs(value::numeric - (key -> 'correct' ->> 'value')::numeric)
					<= coalesce(nullif(key ->> 'tolerance', ''), '0')::numeric end
			when 'text' then exists (
				select from (
					select key -> 'correct' ->> 'value' union all select jsonb_array_elements_text(key -> 'alsoCorrect')
				) accepted(wording)
				where given.kind = 'text' and ${foldedText(sql`wording`)} = ${foldedText(sql`value`)}
			)
			when 'matching' then pairs = right_pairs
			when 'ordering' then options = right_options
			when 'multiple' then multiple.hits = multiple.whole and misses = 0
			else options = jsonb_build_array(right_options -> 0)
		end, false) as is_right) strict on true
		left join lateral (select
			case
				when neighbours.together is not null and jsonb_array_length(right_options) > 1 then neighbours.together
				when matching.hits is not null then matching.hits
				when question.kind = 'multiple' and marking -> 'multiple' ->> 'kind' = 'partial'
					then case when misses = 0 then multiple.hits else 0 end
				when question.kind = 'multiple' and marking -> 'multiple' ->> 'kind' = 'right-minus-wrong'
					then greatest(100 * (multiple.hits - misses), (marking -> 'multiple' ->> 'leastShare')::numeric * multiple.whole)
				else is_right::int
			end as n,
			case
				when neighbours.together is not null and jsonb_array_length(right_options) > 1
					then jsonb_array_length(right_options) - 1
				when matching.hits is not null then matching.whole
				when question.kind = 'multiple' and marking -> 'multiple' ->> 'kind' = 'partial' then multiple.whole
				when question.kind = 'multiple' and marking -> 'multiple' ->> 'kind' = 'right-minus-wrong'
					then 100 * multiple.whole
				else 1
			end as d
		) share on answer.choice is not null
		where asked.is_sealed
	)`;
