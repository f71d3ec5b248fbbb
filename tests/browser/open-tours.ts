// Brings a contest and its people to the beginning of a tour; it must not know what the tour is for.
import { granted } from '../../src/cli/rehearsal/set-up.ts';
import { addStaff } from '../../src/lib/server/usecases/add-staff.ts';
import { twiceJudgedRules } from '../staged-rules.ts';
import type { House, People } from './fixtures.ts';
import { panelOf } from './panel.ts';
import { questionCodes } from './quiz-tour.ts';
import type { Tour } from './tour.ts';

/** Nothing is prepared; there are a name and rules. */
export async function openConsoleTour(house: House, people: People): Promise<Tour> {
	const contest = await house.contest({ template: 'kien-thuc-thuyet-trinh' });
	return {
		house,
		contest,
		values: { contest: contest.id },
		pages: { nobody: await people.asNobody(), organiser: await people.asOrganiser() }
	};
}

export async function openQuizTour(house: House, people: People): Promise<Tour> {
	const plan = house.contest({ template: 'kien-thuc-thuyet-trinh' });
	const contest = await plan.sample().lots().round({ codes: questionCodes });
	const newcomer = { contestId: contest.id, login: 'nguoi-moi', displayName: 'Người mới', role: 'secretary' };
	const { invitation } = granted(await addStaff(house.app, contest.organiser, newcomer), 'invite');
	return {
		house,
		contest,
		values: {
			contest: contest.id,
			round: contest.roundId ?? '',
			ticket: contest.slips.get('TS02')?.ticket ?? '',
			secret: invitation ?? ''
		},
		pages: {
			nobody: await people.asNobody(),
			organiser: await people.asOrganiser(),
			judge: await people.asJudge('GK02'),
			secretary: await people.asSecretary(),
			mc: await people.asMc(),
			contestant: await people.asContestant('TS01'),
			screen: await people.asScreen()
		}
	};
}

/** Two stages, both judged at first; six contestants are left. */
export async function openGroupsTour(house: House, people: People): Promise<Tour> {
	const contest = await house.contest({ template: 'ba-phan' }).sample().rules(twiceJudgedRules).keeping(6);
	return {
		house,
		contest,
		values: { contest: contest.id, part: 'CC' },
		pages: {
			organiser: await people.asOrganiser(),
			judge: await people.asJudge('GK02'),
			secretary: await people.asSecretary()
		}
	};
}

/** Five contestants are left, so that every sheet can be marked. */
export async function openStageTour(house: House, people: People): Promise<Tour> {
	const contest = await house.contest({ template: 'ba-phan' }).sample().keeping(5).lots();
	const [first] = await (await panelOf(house.app, contest)).turns();
	return {
		house,
		contest,
		values: { contest: contest.id },
		pages: {
			nobody: await people.asNobody(),
			organiser: await people.asOrganiser(),
			head: await people.asJudge('GK01'),
			judge: await people.asJudge('GK02'),
			secretary: await people.asSecretary(),
			mc: await people.asMc(),
			contestant: await people.asContestant(first?.contestant.number ?? ''),
			screen: await people.asScreen()
		}
	};
}
