// The SQL recount of quiz parts from answers and keys; it must not read the stored outcomes nor share code with the rules.
import { sql } from 'drizzle-orm';
import type { ContestId } from '../../contest/ids.ts';
import type { Queryable } from './queryable.ts';
import type { RecountedPart } from './results.ts';

/**
 * Whole-number `numeric` arithmetic only; `div(2n + d, 2d)` is n ÷ d rounded half up, once per question with
 * speed points and once per part. Answers of a question count from its seal on, the last of each contestant.
 */
export async function recountQuizParts(db: Queryable, contestId: ContestId): Promise<RecountedPart[]> {
	const rows = await db.execute<{ contestant: string; part: string; points: string }>(sql`
		with part as (
			select p ->> 'code' as code,
				(p ->> 'maxPoints')::numeric as most,
				(p ->> 'questionCount')::numeric as questions,
				(p -> 'scoring' ->> 'points')::numeric as each,
				(p -> 'scoring' ->> 'leastShare')::numeric as least_share,
				p -> 'scoring' ->> 'kind' as scoring
			from contest c, jsonb_path_query(c.rules, '$.stages[*].parts[*]') p
			where c.id = ${contestId} and p ->> 'kind' = 'quiz'
		),
		last_answer as (
			select distinct on (a.round_id, a.question_id, a.contestant_id)
				a.contestant_id, r.part_code, q.kind, a.choice, k.key,
				rq.allowed_ms::numeric as allowed,
				least(greatest(a.used_ms, 0), rq.allowed_ms)::numeric as used
			from round r
			join round_question rq on rq.round_id = r.id and rq.sealed_at is not null
			join answer a on a.round_id = rq.round_id and a.question_id = rq.question_id
			join question q on q.id = a.question_id
			join question_key k on k.question_id = q.id
			where r.contest_id = ${contestId}
			order by a.round_id, a.question_id, a.contestant_id, a.ordinal desc
		),
		right_answer as (
			select * from last_answer
			where choice ->> 'kind' = key -> 'correct' ->> 'kind' and case
				when kind = 'numeric' then
					abs((choice ->> 'value')::numeric - (key -> 'correct' ->> 'value')::numeric)
						<= coalesce(nullif(key ->> 'tolerance', ''), '0')::numeric
				when kind = 'ordering' then choice -> 'options' = key -> 'correct' -> 'options'
				else choice -> 'options' @> (key -> 'correct' -> 'options')
					and choice -> 'options' <@ (key -> 'correct' -> 'options')
			end
		),
		earned as (
			select a.contestant_id, p.code, sum(case
				when p.scoring = 'fixed' or a.allowed <= 0 then p.each
				else div(2 * p.each * (100 * a.allowed - (100 - p.least_share) * a.used) + 100 * a.allowed, 200 * a.allowed)
			end) as points
			from right_answer a join part p on p.code = a.part_code
			group by a.contestant_id, p.code
		)
		select c.id as contestant, p.code as part,
			least(p.most, div(2 * coalesce(e.points, 0) * p.most + p.questions * p.each, 2 * p.questions * p.each)) as points
		from contestant c cross join part p
		left join earned e on e.contestant_id = c.id and e.code = p.code
		where c.contest_id = ${contestId}
	`);
	return rows.map(({ contestant, part, points }) => ({
		contestantId: contestant,
		partCode: part,
		points: Number(points)
	}));
}
