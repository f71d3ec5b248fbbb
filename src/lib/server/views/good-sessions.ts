// Which of these sessions are still good; asked every second by each node for its connected people.
import type { App } from '../app.ts';
import { readGoodSessionIds } from '../stores/sessions.ts';

export function readGoodSessions(app: App, sessionIds: string[]): Promise<Set<string>> {
	return readGoodSessionIds(app.database.drizzle, sessionIds, new Date(app.clock.now()));
}
