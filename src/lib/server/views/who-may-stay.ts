// Which connected people may go on watching: asked every second by each node, because a session or a role can end at any time.
import type { ContestId } from '../../contest/ids.ts';
import type { Audience } from '../../contest/stage.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readRolesOf } from '../stores/accounts.ts';
import { readEndedSessionIds } from '../stores/sessions.ts';
import { mayWatch } from './snapshot.ts';

export interface Watcher {
	seat: Seat;
	sessionId: string;
	contestId: ContestId;
	audience: Audience;
}

/** Those whose session is good and whose roles of this moment still let them watch as the audience they came as. */
export async function whoMayStay<W extends Watcher>(app: App, watchers: readonly W[]): Promise<Set<W>> {
	const db = app.database.drizzle;
	const sessionIds = new Set(watchers.map(({ sessionId }) => sessionId));
	const accountIds = new Set(watchers.flatMap(({ seat }) => (seat.kind === 'staff' ? seat.accountId : [])));
	const ended = await readEndedSessionIds(db, [...sessionIds], new Date(app.clock.now()));
	const roles = await readRolesOf(db, [...accountIds]);
	const seatNow = (seat: Seat): Seat =>
		seat.kind === 'staff' ? { ...seat, roles: roles.get(seat.accountId) ?? {} } : seat;
	return new Set(
		watchers.filter(
			({ seat, sessionId, audience, contestId }) =>
				!ended.has(sessionId) && mayWatch(seatNow(seat), audience, contestId)
		)
	);
}
