// The contests of the person who has signed in, with what they are in each.
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { StaffRole } from '../database/schema.ts';
import type { Seat } from '../seat.ts';
import { readContestsOf } from '../stores/contests.ts';

export interface MyContests {
	name: string;
	contests: {
		id: string;
		name: string;
		organiser: string;
		place: string;
		/** yyyy-MM-dd */
		heldOn: string;
		isRehearsal: boolean;
		isPublished: boolean;
		roles: StaffRole[];
	}[];
	can: { create: boolean };
}

export async function myContests(app: App, seat: Seat): Promise<MyContests | Refusal> {
	if (seat.kind !== 'staff') return refuse(seat.kind === 'anonymous' ? 'access/sign-in-needed' : 'access/not-allowed');
	const rows = await readContestsOf(app.database.drizzle, Object.keys(seat.roles));
	return {
		name: seat.name,
		contests: rows.map(({ id, name, organiser, place, heldOn, isRehearsal, publishedAt }) => ({
			id,
			name,
			organiser,
			place,
			heldOn,
			isRehearsal,
			isPublished: publishedAt !== null,
			roles: seat.roles[id] ?? []
		})),
		can: { create: mayCreate(seat) === null }
	};
}

/** Null when this person may make contests. */
export function mayCreate(seat: Seat): Refusal | null {
	if (seat.kind === 'anonymous') return refuse('access/sign-in-needed');
	return seat.kind === 'staff' && seat.isFounder ? null : refuse('access/not-allowed');
}
