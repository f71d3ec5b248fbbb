// Every contest of this database by name; for the command line of the machine's owner.
import type { ContestId } from '../../contest/ids.ts';
import type { App } from '../app.ts';
import { readContestNames } from '../stores/contests.ts';

export function readAllContests(app: App): Promise<{ id: ContestId; name: string }[]> {
	return readContestNames(app.database.drizzle);
}
