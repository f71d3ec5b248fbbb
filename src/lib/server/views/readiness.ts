// Whether the database answers now and knows the migrations of this program.
import { sql } from 'drizzle-orm';
import type { App } from '../app.ts';
import { withDeadline } from '../database/with-deadline.ts';

export async function isDatabaseReady(app: App): Promise<boolean> {
	try {
		await withDeadline(app.database.drizzle.execute(sql`select 1 from contest_event limit 1`), 2_000);
		return true;
	} catch {
		return false;
	}
}
