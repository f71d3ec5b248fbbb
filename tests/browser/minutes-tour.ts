// The part of the tour in which the session is locked, its minutes signed and sealed, and the session opened again.
import { granted } from '../../src/cli/rehearsal/set-up.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { readStaff } from '../../src/lib/server/stores/accounts.ts';
import { lockSession } from '../../src/lib/server/usecases/lock-session.ts';
import { openSession } from '../../src/lib/server/usecases/open-session.ts';
import { signMinutes } from '../../src/lib/server/usecases/sign-minutes.ts';
import { minutesDesk } from '../../src/lib/server/views/minutes-desk.ts';
import { givePin, pin } from '../server/lock-signed.ts';
import type { Moment, Stop, Tour } from './tour.ts';

const organise = '/organise/[contest]';
const desk: Stop[] = [
	{ as: 'head', route: `${organise}/minutes`, dark: true },
	{ as: 'secretary', route: `${organise}/minutes` }
];
const paper: Stop = {
	as: 'organiser',
	route: `${organise}/papers/[paper]`,
	at: { paper: 'minutes' },
	search: '?stage=HT&session=',
	printed: true
};

async function seatOf({ house, contest }: Tour, role: 'head_judge' | 'secretary' | 'organiser'): Promise<StaffSeat> {
	const staff = await readStaff(house.app.database.drizzle, contest.id);
	const found = staff.find((each) => each.role === role);
	if (!found) throw new Error(`no ${role}`);
	await givePin(house.app, found.accountId);
	const { accountId, displayName: name } = found;
	return { kind: 'staff', accountId, name, isFounder: false, roles: { [contest.id]: [role] } };
}

/** The contest has one stage without sessions. */
const placeOf = ({ contest }: Tour) => ({ contestId: contest.id, stage: 'HT', session: null, pin });

async function sign(tour: Tour, act: 'signed' | 'sealed', role: 'head_judge' | 'secretary'): Promise<void> {
	const seat = await seatOf(tour, role);
	const [session] = granted(await minutesDesk(tour.house.app, seat, tour.contest.id), 'minutes').sessions;
	granted(await signMinutes(tour.house.app, seat, { ...placeOf(tour), act, seen: session?.hash }), act);
}

export const minutesMoments: Moment[] = [
	{
		name: 'the session is locked and signed by one',
		reach: async (tour) => {
			granted(await lockSession(tour.house.app, await seatOf(tour, 'head_judge'), placeOf(tour)), 'lock');
			await sign(tour, 'signed', 'secretary');
		},
		stops: [...desk, paper, { as: 'head', route: '/judge/[contest]/panel' }]
	},
	{
		name: 'the minutes are sealed, and somebody asks to open',
		reach: async (tour) => {
			await sign(tour, 'signed', 'head_judge');
			await sign(tour, 'sealed', 'head_judge');
			const ask = { act: 'ask', ...placeOf(tour), reason: 'Nhập nhầm điểm thuyết trình' };
			granted(await openSession(tour.house.app, await seatOf(tour, 'organiser'), ask), 'ask');
		},
		stops: [...desk, paper]
	},
	{
		name: 'the session is open again, the hands are void',
		reach: async (tour) => {
			const open = { act: 'open', ...placeOf(tour) };
			granted(await openSession(tour.house.app, await seatOf(tour, 'head_judge'), open), 'open');
		},
		stops: desk
	}
];
