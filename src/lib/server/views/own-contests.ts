// The contests in which a signed-in person has a role.
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readContestsOf } from '../stores/contests.ts';

export interface OwnContest {
	id: string;
	name: string;
	organiser: string;
	heldOn: string;
	isPublished: boolean;
	isRehearsal: boolean;
}

export async function readOwnContests(app: App, seat: Seat): Promise<OwnContest[]> {
	if (seat.kind !== 'staff') return [];
	const rows = await readContestsOf(app.database.drizzle, Object.keys(seat.roles));
	return rows.map(({ id, name, organiser, heldOn, publishedAt, isRehearsal }) => ({
		id,
		name,
		organiser,
		heldOn,
		isPublished: publishedAt !== null,
		isRehearsal
	}));
}
