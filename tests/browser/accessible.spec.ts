// Every page of the product in every state of a contest: accessible, in both languages, on the smallest screens and on large ones.
import { granted } from '../../src/cli/rehearsal/set-up.ts';
import { addStaff } from '../../src/lib/server/usecases/add-staff.ts';
import { expect, test } from './fixtures.ts';
import { pageRoutes } from './page-routes.ts';
import { panelOf } from './panel.ts';
import { questionCodes, quizTour } from './quiz-tour.ts';
import { stageTour } from './stage-tour.ts';
import { walk } from './tour.ts';

test.describe.configure({ mode: 'parallel', timeout: 600_000 });

test('the tours visit every page of the product', () => {
	const visited = new Set([...quizTour, ...stageTour].flatMap(({ stops }) => stops.map(({ route }) => route)));
	expect(pageRoutes().filter((route) => !visited.has(route))).toEqual([]);
});

test('a contest with a quiz, from its plan to its standings', async ({
	house,
	noise,
	asNobody,
	asOrganiser,
	asJudge,
	asMc,
	asContestant,
	asScreen
}) => {
	noise.expect(/status of 40[134]/);
	const plan = house.contest({ template: 'kien-thuc-thuyet-trinh' });
	const contest = await plan.sample().lots().round({ codes: questionCodes });
	const newcomer = { contestId: contest.id, login: 'nguoi-moi', displayName: 'Người mới', role: 'secretary' };
	const { invitation } = granted(await addStaff(house.app, contest.organiser, newcomer), 'invite');
	const wrong = await walk(
		{
			house,
			contest,
			values: {
				contest: contest.id,
				round: contest.roundId ?? '',
				ticket: contest.slips.get('TS02')?.ticket ?? '',
				secret: invitation ?? ''
			},
			pages: {
				nobody: await asNobody(),
				organiser: await asOrganiser(),
				judge: await asJudge('GK02'),
				mc: await asMc(),
				contestant: await asContestant('TS01'),
				screen: await asScreen()
			}
		},
		quizTour
	);
	expect(wrong).toEqual([]);
});

test('a judged contest, from its first turn to its published result', async ({
	house,
	noise,
	asNobody,
	asOrganiser,
	asJudge,
	asSecretary,
	asMc,
	asContestant,
	asScreen
}) => {
	noise.expect(/status of 401/);
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(5).lots();
	const [first] = await (await panelOf(house.app, contest)).turns();
	const wrong = await walk(
		{
			house,
			contest,
			values: { contest: contest.id },
			pages: {
				nobody: await asNobody(),
				organiser: await asOrganiser(),
				head: await asJudge('GK01'),
				judge: await asJudge('GK02'),
				secretary: await asSecretary(),
				mc: await asMc(),
				contestant: await asContestant(first?.contestant.number ?? ''),
				screen: await asScreen()
			}
		},
		stageTour
	);
	expect(wrong).toEqual([]);
});
