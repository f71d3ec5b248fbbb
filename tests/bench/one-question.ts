// Makes the round of a prepared contest as long as wanted: copies of one question under other codes, straight into the tables.
import postgres from 'postgres';

/** The round has `count` questions then, each a copy of one with one right option: one tap answers it. Only the owner of the tables may. */
export async function useOneQuestion(ownerUrl: string, roundId: string, count: number): Promise<void> {
	const sql = postgres(ownerUrl, { max: 1 });
	await sql.begin(async (tx) => {
		const [model] = await tx<{ id: string; first: number }[]>`
			select q.id, (select min(position) from round_question where round_id = ${roundId}) as first
			from round_question rq join question q on q.id = rq.question_id
			where rq.round_id = ${roundId} and q.kind = 'single' order by rq.position limit 1`;
		if (!model) throw new Error('the round has no question with one right option');
		await tx`delete from round_question where round_id = ${roundId} and question_id <> ${model.id}`;
		await tx`update round_question set position = ${model.first} where round_id = ${roundId}`;
		for (let number = 1; number < count; number++) {
			const [made] = await tx<{ id: string }[]>`
				insert into question select (jsonb_populate_record(q, jsonb_build_object('id', uuidv7(), 'code', 'DAI' || ${number}::int))).*
				from question q where q.id = ${model.id} returning id`;
			const copy = JSON.stringify({ question_id: made?.id, position: model.first + number });
			await tx`
				insert into question_key select (jsonb_populate_record(k, ${copy}::text::jsonb)).*
				from question_key k where k.question_id = ${model.id}`;
			await tx`
				insert into round_question select (jsonb_populate_record(rq, ${copy}::text::jsonb)).*
				from round_question rq where rq.round_id = ${roundId} and rq.question_id = ${model.id}`;
		}
	});
	await sql.end();
}
