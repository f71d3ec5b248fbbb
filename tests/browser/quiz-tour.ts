// The tour through a contest with a quiz: preparations, every kind and phase of a question, the hall's slides.
import { granted } from '../../src/cli/rehearsal/set-up.ts';
import { m } from '../../src/lib/paraglide/messages.js';
import type { Choice, QuestionKind } from '../../src/lib/contest/question.ts';
import { readContestant } from '../../src/lib/server/stores/people.ts';
import { putAside } from '../../src/lib/server/stores/quarantine.ts';
import { readRoundQuestions } from '../../src/lib/server/stores/rounds.ts';
import { directHall } from '../../src/lib/server/usecases/direct-hall.ts';
import { grantExtraTime } from '../../src/lib/server/usecases/grant-extra-time.ts';
import { showStandings } from '../../src/lib/server/usecases/show-standings.ts';
import { submitAnswer } from '../../src/lib/server/usecases/submit-answer.ts';
import { moreQuestionCodes } from './more-questions.ts';
import { press, type Moment, type Stop, type Tour } from './tour.ts';

/** A question of each kind, in the order in which they are played. */
export const questionCodes = ['LS01', 'LS17', 'LS19', 'LS21', 'LS23', ...moreQuestionCodes];

const live: Stop[] = [
	{ as: 'contestant', route: '/play' },
	{ as: 'screen', route: '/screen' },
	{ as: 'mc', route: '/mc/[contest]' }
];
const round: Stop = { as: 'organiser', route: '/organise/[contest]/rounds/[round]' };
const health: Stop = { as: 'organiser', route: '/organise/[contest]/health' };
const entry: Stop = { as: 'secretary', route: '/secretary/[contest]/answers' };
const run: Stop = { as: 'organiser', route: '/organise/[contest]' };

const someChoice: Record<QuestionKind, Choice> = {
	single: { kind: 'options', options: ['A'] },
	multiple: { kind: 'options', options: ['A', 'B'] },
	truefalse: { kind: 'options', options: ['A'] },
	numeric: { kind: 'number', value: '34' },
	ordering: { kind: 'options', options: ['A', 'B', 'C', 'D'] },
	matching: { kind: 'pairs', pairs: { A: '1', B: '4', C: '3', D: '2' } },
	text: { kind: 'text', value: 'ba đình' }
};

/** The contestant of the tour answers the question that is running, and stays on record with it. */
async function answerQuestion({ house, contest }: Tour, number: number): Promise<void> {
	const { question } = (await readRoundQuestions(house.app.database.drizzle, contest.roundId ?? ''))[number - 1] ?? {};
	const slip = contest.slips.get('TS01');
	if (!question || !slip?.contestant) throw new Error('nobody to answer, or nothing');
	const contestantId = slip.contestant.id;
	const epoch = (await readContestant(house.app.database.drizzle, contest.id, contestantId))?.deviceEpoch ?? 0;
	const seat = { kind: 'contestant' as const, slipId: '', contestId: contest.id, contestantId, epoch };
	const choice = someChoice[question.kind];
	const device = { epoch, counter: 1 };
	const given = { operation: crypto.randomUUID(), roundId: contest.roundId, questionId: question.id, choice, device };
	granted(await submitAnswer(house.app, seat, given, house.app.clock.now()), 'answer');
}

/** An answer to the first question came after its close: two people will have to decide about it. */
async function answerTooLate({ house, contest }: Tour): Promise<void> {
	const { question } = (await readRoundQuestions(house.app.database.drizzle, contest.roundId ?? ''))[0] ?? {};
	const contestantId = contest.slips.get('TS04')?.contestant?.id;
	if (!question || !contestantId) throw new Error('nobody to answer, or nothing');
	const now = house.app.clock.now();
	const late = {
		contestId: contest.id,
		roundId: contest.roundId ?? '',
		questionId: question.id,
		contestantId,
		operation: crypto.randomUUID(),
		choice: someChoice[question.kind],
		receivedAt: now,
		device: { epoch: 1, counter: 1 },
		enteredBy: null,
		reason: null,
		why: 'late' as const
	};
	await putAside(house.app.database.drizzle, [late], now);
}

/** Shown, running for long enough to be looked at, and answered. */
async function openQuestion(tour: Tour, number: number): Promise<void> {
	await tour.contest.run({ do: 'show-question' });
	await tour.contest.run({ do: 'start-timer' });
	await tour.contest.run({ do: 'extend', byMs: 600_000 });
	await answerQuestion(tour, number);
}

async function revealQuestion({ contest }: Tour): Promise<void> {
	await contest.closeQuestion();
	await contest.run({ do: 'reveal' });
}

async function show({ house, contest }: Tour, hall: 'live' | 'blank' | 'standings'): Promise<void> {
	granted(
		await directHall(house.app, contest.organiser, { contestId: contest.id, hall: { show: hall } }),
		`show ${hall}`
	);
}

export const quizTour: Moment[] = [
	{
		name: 'a round is planned',
		reach: async ({ house, contest }) => {
			const wish = { contestId: contest.id, number: 'TS03', percent: 50, reason: 'Khiếm thị' };
			granted(await grantExtraTime(house.app, contest.organiser, wish), 'extra time');
		},
		stops: [
			...live,
			round,
			run,
			{ as: 'organiser', route: '/' },
			{ as: 'organiser', route: '/organise' },
			{ as: 'organiser', route: '/organise/new' },
			{ as: 'organiser', route: '/organise/[contest]/rules' },
			{ as: 'organiser', route: '/organise/[contest]/rules', search: '?at=stages[0].parts[0]' },
			{ as: 'organiser', route: '/organise/[contest]/rules', search: '?at=stages[0].parts[1]' },
			{ as: 'organiser', route: '/organise/[contest]/rules', search: '?at=stages[0].tieBreaks' },
			{ as: 'organiser', route: '/organise/[contest]/rules', search: '?at=awards' },
			{ as: 'organiser', route: '/organise/[contest]/rules/versions' },
			{ as: 'organiser', route: '/organise/[contest]/preflight' },
			{ as: 'organiser', route: '/organise/[contest]/machine' },
			{ as: 'secretary', route: '/organise/[contest]/machine', status: 403 },
			health,
			{ as: 'secretary', route: '/organise/[contest]/rules' },
			{ as: 'organiser', route: '/organise/[contest]/people' },
			{ as: 'organiser', route: '/organise/[contest]/bank' },
			{ as: 'organiser', route: '/organise/[contest]/bank', search: '?to=aiken' },
			{ as: 'organiser', route: '/organise/[contest]/bank/write', search: '?code=LS01' },
			{ as: 'organiser', route: '/organise/[contest]/bank/question', search: '?code=LS01&keys=shown' },
			{ as: 'organiser', route: '/organise/[contest]/bank/draw' },
			{ as: 'organiser', route: '/organise/[contest]/slips' },
			{
				as: 'organiser',
				route: '/organise/[contest]/slips',
				act: { name: 'slips are printed', do: press(m.console_slips_screen) },
				printed: true
			},
			{ as: 'organiser', route: '/organise/[contest]/rounds/new' },
			...['units', 'contestants', 'judges', 'questions', 'topics', 'situations', 'rubrics'].map((kind): Stop => ({
				as: 'organiser',
				route: '/organise/[contest]/import/[kind]',
				at: { kind }
			})),
			{ as: 'organiser', route: '/organise/[contest]/results' },
			{ as: 'organiser', route: '/organise/[contest]/hall' },
			{ as: 'nobody', route: '/' },
			{ as: 'nobody', route: '/sign-in' },
			{ as: 'nobody', route: '/join' },
			{ as: 'nobody', route: '/join', search: '?slip=AAAA-BBBB-CCCC' },
			{ as: 'nobody', route: '/t/[ticket]' },
			{ as: 'nobody', route: '/t/[ticket]', at: { ticket: 'khong-co' }, status: 403 },
			{ as: 'nobody', route: '/welcome/[secret]' },
			{ as: 'nobody', route: '/results' },
			{ as: 'nobody', route: '/results/[contest]', status: 404 },
			{ as: 'nobody', route: '/khong-co-trang-nay', status: 404 },
			{ as: 'nobody', route: '/organise', status: 401 },
			{ as: 'judge', route: '/organise/[contest]', status: 403 }
		]
	},
	{
		name: 'the lobby is open',
		reach: ({ contest }) => contest.run({ do: 'open-lobby' }),
		stops: [...live, round, run, { as: 'organiser', route: '/organise/[contest]/rules' }]
	},
	{
		name: 'a question is shown',
		reach: ({ contest }) => contest.run({ do: 'show-question' }),
		stops: [...live, round]
	},
	{
		name: 'its timer runs',
		reach: async ({ contest }) => {
			await contest.run({ do: 'start-timer' });
			await contest.run({ do: 'extend', byMs: 600_000 });
		},
		stops: [...live, round, entry, health]
	},
	{
		name: 'it is answered and paused',
		reach: async (tour) => {
			await answerQuestion(tour, 1);
			await tour.contest.run({ do: 'pause' });
		},
		stops: live
	},
	{
		name: 'it is closed',
		reach: async (tour) => {
			await tour.contest.run({ do: 'resume' });
			await tour.contest.closeQuestion();
			await answerTooLate(tour);
		},
		stops: [...live, round, { as: 'organiser', route: '/organise/[contest]/decisions', search: '?do=answer' }]
	},
	{
		name: 'its key is revealed',
		reach: ({ contest }) => contest.run({ do: 'reveal' }),
		stops: [...live, round, { as: 'organiser', route: '/organise/[contest]/bank/statistics' }]
	},
	...['multiple', 'true or false', 'number', 'order', 'matching', 'typed'].flatMap((kind, index): Moment[] => [
		{ name: `${kind}: running`, reach: (tour) => openQuestion(tour, index + 2), stops: [...live, entry] },
		{ name: `${kind}: revealed`, reach: revealQuestion, stops: live }
	]),
	{ name: 'the hall is blank', reach: (tour) => show(tour, 'blank'), stops: live },
	{
		name: 'standings are shown',
		reach: async (tour) => {
			const { house, contest } = tour;
			await show(tour, 'standings');
			const wish = { contestId: contest.id, to: 'contestants', shown: true };
			granted(await showStandings(house.app, contest.organiser, wish), 'show standings to contestants');
		},
		stops: [...live, { as: 'organiser', route: '/organise/[contest]/hall' }]
	},
	{
		name: 'the round is finished',
		reach: async (tour) => {
			await show(tour, 'live');
			await tour.contest.run({ do: 'finish' });
		},
		stops: [
			...live,
			round,
			run,
			{ as: 'organiser', route: '/organise/[contest]/results/[number]', at: { number: 'TS01' } },
			{ as: 'organiser', route: '/organise/[contest]/results' },
			...[
				'',
				'?do=void',
				'?do=key',
				'?do=key&question=LS17',
				'?do=key&question=LS21',
				'?do=key&question=LS23',
				'?do=points'
			].map((search): Stop => ({
				as: 'organiser',
				route: '/organise/[contest]/decisions',
				search
			})),
			{ as: 'secretary', route: '/organise/[contest]/decisions' }
		]
	}
];
