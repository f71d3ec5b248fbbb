// Who wears which badge: contestants, judges, and those who run the contest. It holds no secret of anybody.
import type { ContestId } from '../../contest/ids.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { StaffRole } from '../database/schema.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readStaff } from '../stores/accounts.ts';
import { readContest } from '../stores/contests.ts';
import { readJudges, readUnits } from '../stores/people.ts';
import { contestantList } from './contestant-list.ts';

export const badgeHolders = ['contestants', 'judges', 'staff'] as const;
export type BadgeHolders = (typeof badgeHolders)[number];

export interface Badge {
	/** Unique among the badges. */
	key: string;
	role: 'contestant' | 'head_judge' | Exclude<StaffRole, 'head_judge'>;
	name: string;
	unit: string;
	/** Of contestants; judges have their code. */
	number: string | null;
}

export interface Badges {
	contest: { name: string };
	badges: Badge[];
}

export async function contestBadges(
	app: App,
	seat: Seat,
	contestId: ContestId,
	who: BadgeHolders
): Promise<Badges | Refusal> {
	const denied = refuseUnless(seat, 'papers:print', contestId);
	if (denied) return denied;
	const contest = await readContest(app.database.drizzle, contestId);
	if (!contest) return refuse('input/not-found');
	const badges = await { contestants: ofContestants, judges: ofJudges, staff: ofStaff }[who](app, seat, contestId);
	return isRefusal(badges) ? badges : { contest: { name: contest.name }, badges };
}

async function ofContestants(app: App, seat: Seat, contestId: ContestId): Promise<Badge[] | Refusal> {
	const list = await contestantList(app, seat, contestId, 'number');
	if (isRefusal(list)) return list;
	return list.people.map(({ number, name, unit }) => ({ key: number, role: 'contestant', name, unit, number }));
}

async function ofJudges(app: App, _seat: Seat, contestId: ContestId): Promise<Badge[]> {
	const db = app.database.drizzle;
	const units = new Map((await readUnits(db, contestId)).map(({ code, name }) => [code, name]));
	return (await readJudges(db, contestId)).map(({ code, role, fullName, unitCode }) => ({
		key: code,
		role: role === 'head' ? 'head_judge' : 'judge',
		name: fullName,
		unit: units.get(unitCode ?? '') ?? '',
		number: code
	}));
}

/** Judges have badges of their own. */
async function ofStaff(app: App, _seat: Seat, contestId: ContestId): Promise<Badge[]> {
	const staff = await readStaff(app.database.drizzle, contestId);
	return staff
		.filter(({ role }) => role !== 'judge' && role !== 'head_judge')
		.map(({ accountId, displayName, role }) => ({
			key: `${accountId} ${role}`,
			role,
			name: displayName,
			unit: '',
			number: null
		}));
}
