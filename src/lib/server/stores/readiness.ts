// One small question to the database: does it answer, and does it know our tables.
import { sql } from 'drizzle-orm';
import { withDeadline } from '../with-deadline.ts';
import type { Queryable } from './queryable.ts';

const mostMs = 2_000;

/** Rejects when there is no answer in two seconds or the tables are not there. */
export async function askDatabase(db: Queryable): Promise<void> {
	await withDeadline(db.execute(sql`select 1 from contest_event limit 1`), mostMs);
}
