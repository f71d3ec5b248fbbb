// The tour through a contest of two stages with panels, sessions, groups and points given by the organisers.
import { granted } from '../../src/cli/rehearsal/set-up.ts';
import { m } from '../../src/lib/paraglide/messages.js';
import { updateContest } from '../../src/lib/server/stores/contests.ts';
import { declareInterest } from '../../src/lib/server/usecases/declare-interest.ts';
import { drawLots } from '../../src/lib/server/usecases/draw-lots.ts';
import { freezeLots } from '../../src/lib/server/usecases/freeze-lots.ts';
import { givePoints } from '../../src/lib/server/usecases/give-points.ts';
import { placeContestant } from '../../src/lib/server/usecases/place-contestant.ts';
import { seatJudges } from '../../src/lib/server/usecases/seat-judges.ts';
import { stagedRules } from '../staged-rules.ts';
import { opensDialog, type Moment, type Stop, type Tour } from './tour.ts';

const organise = '/organise/[contest]';
const given: Stop = { as: 'organiser', route: `${organise}/given/[part]` };
const judges: Stop = { as: 'organiser', route: `${organise}/people`, search: '?tab=judges' };
const lots = (search: string): Stop => ({ as: 'organiser', route: `${organise}/lots`, search });

const idOf = ({ contest }: Tour, number: string) => contest.slips.get(number)?.contestant?.id;

/** Attendance of the first by number: 40, 39, 38 … */
async function give(tour: Tour, count: number): Promise<void> {
	const numbers = [...tour.contest.slips.keys()].sort().slice(0, count);
	const wish = {
		contestId: tour.contest.id,
		part: 'CC',
		given: numbers.map((number, at) => ({
			contestantId: idOf(tour, number),
			points: String(40 - at),
			reason: '',
			version: 0
		}))
	};
	granted(await givePoints(tour.house.app, tour.contest.organiser, wish), 'give points');
}

export const groupsTour: Moment[] = [
	{
		name: 'a unit registers its people',
		reach: async () => {},
		stops: [
			{ as: 'nobody', route: '/u/[link]' },
			{ as: 'contact', route: '/register' },
			{ as: 'contact', route: '/register', search: '?person=new' },
			{ as: 'organiser', route: `${organise}/registration` }
		]
	},
	{
		name: 'nobody is seated or placed',
		reach: async () => {},
		stops: [
			{ as: 'organiser', route: organise },
			{ as: 'organiser', route: `${organise}/people` },
			judges,
			given,
			lots('?stage=SK'),
			lots('?stage=CK&session=SANG'),
			{ as: 'organiser', route: `${organise}/stage`, search: '?stage=CK' },
			{ as: 'organiser', route: `${organise}/papers` },
			{ as: 'judge', route: '/judge/[contest]' },
			{ as: 'secretary', route: '/secretary/[contest]' }
		]
	},
	{
		name: 'some points are given, judges and a contestant have their places',
		reach: async (tour) => {
			const { house, contest } = tour;
			const contestId = contest.id;
			for (const [judge, panels] of Object.entries({ GK01: ['CM'], GK02: ['CM', 'KG'], GK03: ['KG'] }))
				granted(await seatJudges(house.app, contest.organiser, { contestId, judge, panels }), 'seat');
			const morning = {
				contestId,
				judge: 'GK02',
				panels: ['CM', 'KG'],
				limits: [{ panel: 'KG', sessions: ['SANG'], clusters: [] }],
				unit: 'DV01'
			};
			granted(await seatJudges(house.app, contest.organiser, morning), 'seat for the morning');
			const tie = { contestId, judge: 'GK01', about: { contestant: 'TS01' }, reason: 'là anh ruột của thí sinh' };
			granted(await declareInterest(house.app, contest.organiser, tie), 'interest');
			const place = { category: 'T', cluster: '', team: 'Đội 1', mayWin: false, route: 'promoted' };
			const wish = { contestId, contestantId: idOf(tour, 'TS01'), ...place };
			granted(await placeContestant(house.app, contest.organiser, wish), 'place');
			await give(tour, 3);
		},
		stops: [
			{ as: 'organiser', route: `${organise}/people` },
			judges,
			{ ...judges, act: { name: 'a judge is seated', do: opensDialog(m.people_reseat) } },
			{ ...judges, act: { name: 'an interest is declared', do: opensDialog(m.interest_declare) } },
			given,
			{ as: 'organiser', route: `${organise}/results` }
		]
	},
	{
		name: 'the first stage is complete and the second drawn',
		reach: async (tour) => {
			const { house, contest } = tour;
			await updateContest(house.app.database.drizzle, contest.id, { rules: stagedRules });
			await give(tour, 6);
			const wish = { contestId: contest.id, kind: 'order', stage: 'CK' };
			const witnesses = [{ name: 'Đại biểu 1', said: '7' }];
			granted(await freezeLots(house.app, contest.organiser, wish), 'freeze');
			granted(await drawLots(house.app, contest.organiser, { ...wish, witnesses }), 'draw');
		},
		stops: [
			given,
			lots(''),
			lots('?session=CHIEU'),
			{ as: 'organiser', route: `${organise}/results` },
			{ as: 'organiser', route: `${organise}/stage` },
			{ as: 'judge', route: '/judge/[contest]' },
			{ as: 'secretary', route: '/secretary/[contest]' }
		]
	}
];
