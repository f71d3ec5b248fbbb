// Brings a contest and its people to the beginning of a tour; it must not know what the tour is for.
import { granted } from '../../src/cli/rehearsal/set-up.ts';
import { addStaff } from '../../src/lib/server/usecases/add-staff.ts';
import { createRound } from '../../src/lib/server/usecases/create-round.ts';
import { grantExtraTime } from '../../src/lib/server/usecases/grant-extra-time.ts';
import { seatJudges } from '../../src/lib/server/usecases/seat-judges.ts';
import { twiceJudgedRules } from '../staged-rules.ts';
import { differingRules } from './differing-rules.ts';
import type { House, People } from './fixtures.ts';
import { moreQuestions } from './more-questions.ts';
import { panelOf } from './panel.ts';
import { questionCodes } from './quiz-tour.ts';
import { beginRegistration } from './registration-steps.ts';
import { enterByLink } from './signing-in.ts';
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
	const contest = await plan.sample().questions(moreQuestions).lots().round({ codes: questionCodes });
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
	const link = await beginRegistration(house, contest, 'DV62');
	const contact = await people.asNobody();
	await enterByLink(contact, link);
	return {
		house,
		contest,
		values: { contest: contest.id, part: 'CC', link },
		pages: {
			nobody: await people.asNobody(),
			contact,
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

/** Two contestants whose judges differ; GK07 sits in no panel and is who is asked to mark besides. */
export async function openDifferencesTour(house: House, people: People): Promise<Tour> {
	const contest = await house.contest({ template: 'ba-phan' }).sample().rules(differingRules).keeping(2).lots();
	const unseated = { contestId: contest.id, judge: 'GK07', panels: [] };
	granted(await seatJudges(house.app, contest.organiser, unseated), 'seat of GK07');
	return {
		house,
		contest,
		values: { contest: contest.id },
		pages: {
			organiser: await people.asOrganiser(),
			head: await people.asJudge('GK01'),
			judge: await people.asJudge('GK07'),
			secretary: await people.asSecretary()
		}
	};
}

/** A contestant with half as much time again, whose phone meets everything a phone can meet. */
export async function openPhoneTour(house: House, people: People): Promise<Tour> {
	const contest = await house.contest().sample();
	const extra = { contestId: contest.id, number: 'TS01', percent: 50, reason: 'Thí sinh khiếm thị' };
	granted(await grantExtraTime(house.app, contest.organiser, extra), 'extra time');
	const pick = { kind: 'codes', codes: ['LS01', 'LS02'] };
	const round = { contestId: contest.id, partCode: 'KT', title: 'Vòng thi kiến thức', pick };
	contest.roundId = granted(await createRound(house.app, contest.organiser, round), 'round').result.roundId;
	return { house, contest, values: {}, pages: { contestant: await people.asContestant('TS01') } };
}
