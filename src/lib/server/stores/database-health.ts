// How quickly the database answers now, and how many connections the nodes hold; it must not know what they ask.
import { sql } from 'drizzle-orm';
import { withDeadline } from '../with-deadline.ts';
import type { Queryable } from './queryable.ts';

const mostMs = 2_000;

/** One small question and its answer, in ms; rejects when there is none in two seconds. */
export async function measureRoundTrip(db: Queryable): Promise<number> {
	const before = performance.now();
	await withDeadline(db.execute(sql`select 1`), mostMs);
	return performance.now() - before;
}

/** Connections of the house to this database, by what they are doing. */
export async function readConnectionStates(db: Queryable): Promise<{ state: string; count: number }[]> {
	return db.execute<{ state: string; count: number }>(sql`
		select coalesce(state, 'starting') as state, count(*)::int as count from pg_stat_activity
		where datname = current_database() and starts_with(application_name, 'hoithi') group by 1 order by 1`);
}
