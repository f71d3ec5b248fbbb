// What a unit's contact sees of entries: what is asked, and what has come of each of the unit's contestants. Nobody of another unit, and no choice of versions.
import type { LatePolicy } from '../../contest/entries/entry.ts';
import type { FileKind } from '../../contest/entries/file-kind.ts';
import type { ContestId } from '../../contest/ids.ts';
import { isOut } from '../../contest/record/record.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { placeKey, readRequests, readVersions } from '../stores/entries.ts';
import { readContestants } from '../stores/people.ts';
import { shownPrice, type ShownPrice } from './entries-desk.ts';

export interface OwnEntries {
	contestId: ContestId;
	/** The server's clock. */
	now: number;
	asked: {
		id: string;
		title: string;
		note: string;
		kinds: FileKind[];
		megabytes: number;
		/** ms since the epoch. */
		dueAt: number | null;
		late: LatePolicy;
		/** With the policy `penalty`. */
		penalty: ShownPrice | null;
	}[];
	rows: {
		contestantId: string;
		number: string;
		name: string;
		/** In the order of what is asked; the last that was handed in, whoever did it. */
		entries: { requestId: string; last: { number: number; at: number; name: string; isLate: boolean } | null }[];
	}[];
}

/** Empty where nothing is asked, or nobody of the unit is a contestant yet. */
export async function ownEntries(app: App, seat: Seat): Promise<OwnEntries | Refusal> {
	if (seat.kind !== 'contact') return refuse('access/not-allowed');
	const { contestId, unitId } = seat;
	const denied = refuseUnless(seat, 'entries:hand-in', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const [requests, versions, contestants] = await Promise.all([
		readRequests(db, contestId),
		readVersions(db, contestId),
		readContestants(db, contestId)
	]);
	const last = new Map(versions.map((version) => [placeKey(version), version]));
	return {
		contestId,
		now: app.clock.now(),
		asked: requests.map((request) => {
			const { id, title, note, kinds, mostBytes, dueAt, late } = request;
			return {
				...{ id, title, note, kinds, late },
				penalty: shownPrice(contest.rules, request),
				megabytes: mostBytes / (1024 * 1024),
				dueAt: dueAt?.getTime() ?? null
			};
		}),
		rows: contestants
			.filter((row) => row.unitId === unitId && !isOut(row.status))
			.map(({ id: contestantId, number, fullName }) => ({
				contestantId,
				number,
				name: fullName,
				entries: requests.map(({ id: requestId }) => {
					const version = last.get(placeKey({ requestId, contestantId }));
					return { requestId, last: version ? shown(version) : null };
				})
			}))
	};
}

function shown({ number, at, isLate, file }: Awaited<ReturnType<typeof readVersions>>[number]) {
	return { number, at, isLate, name: file.name };
}
