// Whether the database answers now and knows the tables of this program.
import type { App } from '../app.ts';
import { askDatabase } from '../stores/readiness.ts';

export async function isDatabaseReady(app: App): Promise<boolean> {
	return askDatabase(app.database.drizzle).then(
		() => true,
		() => false
	);
}
