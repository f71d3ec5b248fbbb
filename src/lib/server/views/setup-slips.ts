// Who holds a good slip and who does not, and the addresses a slip may carry; never a ticket or a code.
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { lanAddresses } from '../origins.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { readContestants } from '../stores/people.ts';
import { readGoodSlips } from '../stores/slips.ts';

export interface SetupSlips {
	contestId: string;
	contest: { name: string; organiser: string; joinCode: string };
	contestants: { id: string; number: string; name: string; unit: string; slipMadeAt: number | null }[];
	screens: number;
	/** Origins that reach this server from phones in the hall, the likeliest first. */
	addresses: string[];
}

/** `origin` is the one the organiser's own browser used. */
export async function setupSlips(
	app: App,
	seat: Seat,
	contestId: string,
	origin: string
): Promise<SetupSlips | Refusal> {
	const refusal = refuseUnless(seat, 'slips:issue', contestId);
	if (refusal) return refusal;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const [contestants, slips] = await Promise.all([readContestants(db, contestId), readGoodSlips(db, contestId)]);
	const madeAt = new Map(slips.map((slip) => [slip.contestantId, slip.madeAt.getTime()]));
	return {
		contestId,
		contest: { name: contest.name, organiser: contest.organiser, joinCode: contest.joinCode },
		contestants: contestants
			.filter(({ status }) => status === 'competing' || status === 'absent')
			.map(({ id, number, fullName, unitName }) => ({
				id,
				number,
				name: fullName,
				unit: unitName,
				slipMadeAt: madeAt.get(id) ?? null
			})),
		screens: slips.filter(({ contestantId }) => contestantId === null).length,
		addresses: printedOrigins(app, origin)
	};
}

/** A slip that says localhost is of no use on a phone: the machine's own name comes last. */
export function printedOrigins(app: App, origin: string): string[] {
	const { protocol, port, hostname } = new URL(origin);
	const lan = lanAddresses().map((address) => new URL(`${protocol}//${address}${port ? `:${port}` : ''}`).origin);
	const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
	return [...new Set(isLocal ? [...app.config.origins, ...lan, origin] : [...app.config.origins, origin, ...lan])];
}
