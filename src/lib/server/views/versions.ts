// The versions of contests: the cheap question that heals lost news.
import type { ContestId } from '../../contest/ids.ts';
import type { App } from '../app.ts';
import { readVersions } from '../stores/contests.ts';

export function readContestVersions(app: App, ids: ContestId[]): Promise<{ id: ContestId; version: number }[]> {
	return readVersions(app.database.drizzle, ids);
}
