// Whether a contest has begun, asked of everything that can begin it; it must not know what that forbids.
import { sql } from 'drizzle-orm';
import type { ContestId } from '../../contest/ids.ts';
import type { Queryable } from './queryable.ts';

/** A lobby was opened, somebody was called, or something was answered, marked or given. */
export async function hasBegun(db: Queryable, contestId: ContestId): Promise<boolean> {
	const [row] = await db.execute<{ begun: boolean }>(sql`
		select exists (select from round where contest_id = ${contestId} and phase <> 'planned')
			or exists (select from answer where contest_id = ${contestId})
			or exists (select from turn where contest_id = ${contestId} and status not in ('waiting', 'absent'))
			or exists (select from scoresheet s join turn t on t.id = s.turn_id where t.contest_id = ${contestId})
			or exists (select from given_points where contest_id = ${contestId}) as begun`);
	return row?.begun === true;
}
