// The tour through a contest that is judged: turns on the stage, sheets open and locked, papers, the ceremony, the result.
import { granted } from '../../src/cli/rehearsal/set-up.ts';
import { m } from '../../src/lib/paraglide/messages.js';
import { readContest } from '../../src/lib/server/stores/contests.ts';
import { askForEntry } from '../../src/lib/server/usecases/ask-for-entry.ts';
import { directHall } from '../../src/lib/server/usecases/direct-hall.ts';
import { issueSlips } from '../../src/lib/server/usecases/issue-slips.ts';
import { publishResult } from '../../src/lib/server/usecases/publish-result.ts';
import { calibrationMoments } from './calibration-tour.ts';
import { panelOf } from './panel.ts';
import { minutesMoments } from './minutes-tour.ts';
import { paperMoments } from './paper-tour.ts';
import { opensDialog, press, type Moment, type Stop, type Tour } from './tour.ts';

const organise = '/organise/[contest]';
const desk: Stop[] = [
	{ as: 'judge', route: '/judge/[contest]', dark: true },
	{ as: 'head', route: '/judge/[contest]/panel', dark: true },
	{ as: 'secretary', route: '/secretary/[contest]' },
	{ as: 'organiser', route: `${organise}/stage` }
];
const tendencies: Stop = { as: 'head', route: '/judge/[contest]/panel/tendencies', dark: true };
const minutesDesk: Stop[] = [
	{ as: 'head', route: `${organise}/minutes` },
	{ as: 'organiser', route: `${organise}/minutes` }
];
const live: Stop[] = [
	{ as: 'contestant', route: '/play' },
	{ as: 'screen', route: '/screen' },
	{ as: 'mc', route: '/mc/[contest]' }
];
const papers: Stop[] = [
	{ as: 'organiser', route: `${organise}/papers` },
	{ as: 'organiser', route: `${organise}/papers/ranking`, printed: true },
	{ as: 'organiser', route: `${organise}/papers/summary`, printed: true }
];
/** What is written once and stays the same through the day. */
const prepared: Stop[] = [
	{ as: 'organiser', route: `${organise}/letterhead` },
	{ as: 'organiser', route: `${organise}/certificates` },
	{ as: 'organiser', route: `${organise}/papers/certificates`, search: '?only=first', printed: true },
	{ as: 'organiser', route: `${organise}/papers/badges`, search: '?who=judges', printed: true }
];
const minutes: Stop = {
	as: 'organiser',
	route: `${organise}/lots`,
	act: { name: 'its minutes', do: press(m.console_lots_minutes) },
	printed: true
};
const ceremony: Stop[] = [
	{ as: 'screen', route: '/screen' },
	{ as: 'mc', route: '/mc/[contest]' },
	{ as: 'organiser', route: `${organise}/hall` }
];

/** The first turn of the order, which is the contestant's own, and the others. */
async function stageOf({ house, contest }: Tour) {
	const panel = await panelOf(house.app, contest);
	const [first, ...others] = (await panel.turns()).map(({ id }) => id);
	if (!first) throw new Error('nobody in the running order');
	return { panel, first, others };
}

async function stepCeremony({ house, contest }: Tour, ...steps: number[]): Promise<void> {
	for (const step of steps) {
		const wish = { contestId: contest.id, hall: { show: 'ceremony', step } };
		granted(await directHall(house.app, contest.organiser, wish), `ceremony ${step}`);
	}
}

export const stageTour: Moment[] = [
	{
		name: 'nobody has been called',
		reach: async ({ house, contest }) => {
			const asked = { part: 'DC', title: 'Đề cương', note: '', kinds: ['pdf'], megabytes: 20, isAnonymous: false };
			const when = { due: '2030-11-20T17:00', late: 'flag', markBy: '2030-11-30T08:00' };
			const wish = { contestId: contest.id, requestId: '', ...asked, ...when };
			granted(await askForEntry(house.app, contest.organiser, wish), 'ask for an outline');
		},
		stops: [
			{ as: 'organiser', route: `${organise}/entries`, dark: true },
			{ as: 'organiser', route: `${organise}/code-names` },
			{
				as: 'organiser',
				route: `${organise}/entries`,
				act: { name: 'something is asked', do: opensDialog(m.entries_ask_new) }
			},
			...desk,
			...live,
			...papers,
			{ as: 'organiser', route: `${organise}/lots` },
			minutes,
			tendencies,
			{ as: 'judge', route: '/judge/[contest]', act: { name: 'asks not to mark', do: opensDialog(m.interest_own) } },
			{ as: 'judge', route: '/' }
		]
	},
	...calibrationMoments,
	{
		name: 'the contestant is called',
		reach: async (tour) => {
			const { panel, first } = await stageOf(tour);
			await panel.run(first, 'call');
		},
		stops: [...desk, ...live]
	},
	{
		name: 'the contestant speaks',
		reach: async (tour) => {
			const { panel, first } = await stageOf(tour);
			await panel.run(first, 'step-on-stage', 'start');
			await panel.mark('GK02', first, 2, 'Trình bày rõ, giọng ấm.');
		},
		stops: [...desk, ...live]
	},
	{
		name: 'the turn has ended, some sheets are locked',
		reach: async (tour) => {
			const { panel, first } = await stageOf(tour);
			await panel.run(first, 'end');
			await panel.lock('GK02', first);
			await panel.mark('GK03', first, 1);
		},
		stops: [...desk, ...live]
	},
	{
		name: 'another contestant is on stage',
		reach: async (tour) => {
			const { panel, others } = await stageOf(tour);
			await panel.run(others[0] ?? '', 'call', 'step-on-stage', 'start');
		},
		stops: live
	},
	{
		name: 'every sheet is locked',
		reach: async (tour) => {
			const { panel, first, others } = await stageOf(tour);
			await panel.run(others[0] ?? '', 'end');
			for (const turnId of others.slice(1)) await panel.run(turnId, 'call', 'step-on-stage', 'start', 'end');
			for (const [place, turnId] of [first, ...others].entries())
				for (const code of panel.codes) {
					if (turnId === first && code === 'GK02') continue;
					await panel.mark(code, turnId, place);
					await panel.lock(code, turnId);
				}
		},
		stops: [
			...desk,
			tendencies,
			...minutesDesk,
			...papers,
			...prepared,
			{ as: 'organiser', route: `${organise}/papers/sheets`, search: '?judge=GK02&fill=locked', printed: true },
			{
				as: 'organiser',
				route: `${organise}/papers/sheets`,
				search: '?judge=GK03&contestant=TS01&fill=blank',
				printed: true
			},
			{
				as: 'organiser',
				route: `${organise}/papers/sheets`,
				search: '?judge=GK03&contestant=TS01&fill=blank&pages=part',
				printed: true
			},
			{ as: 'organiser', route: `${organise}/results` },
			{ as: 'organiser', route: `${organise}/results/preview` },
			{ as: 'organiser', route: `${organise}/results/[number]`, at: { number: 'TS02' } },
			{ as: 'head', route: `${organise}/results/[number]`, at: { number: 'TS01' } },
			...['?do=time', '?do=recusal', '?do=missing-judge', '?do=award'].map((search): Stop => ({
				as: 'head',
				route: `${organise}/decisions`,
				search
			})),
			{ as: 'organiser', route: `${organise}/log` },
			{ as: 'organiser', route: '/screen/[contest]' }
		]
	},
	...minutesMoments,
	...paperMoments,
	{ name: 'the ceremony begins', reach: (tour) => stepCeremony(tour, 0), stops: ceremony },
	{ name: 'two places are revealed', reach: (tour) => stepCeremony(tour, 1, 2), stops: ceremony },
	{ name: 'every place is revealed', reach: (tour) => stepCeremony(tour, 3, 4, 5), stops: ceremony },
	{
		name: 'the result is published',
		reach: async ({ house, contest }) => {
			const row = await readContest(house.app.database.drizzle, contest.id);
			const wish = { contestId: contest.id, expectedVersion: row?.version, confirmName: row?.name };
			granted(await publishResult(house.app, contest.organiser, wish), 'publish');
		},
		stops: [
			{ as: 'nobody', route: '/results' },
			{ as: 'nobody', route: '/results/[contest]' },
			{ as: 'organiser', route: `${organise}/results` },
			{ as: 'organiser', route: organise },
			{ as: 'contestant', route: '/play' },
			{ as: 'judge', route: '/' }
		]
	},
	{
		name: 'slips are replaced',
		reach: async ({ house, contest }) => {
			for (const who of ['all', 'screens-anew'])
				granted(await issueSlips(house.app, contest.organiser, { contestId: contest.id, who }), 'new slips');
		},
		stops: [{ as: 'screen', route: '/screen', status: 401 }]
	}
];
