// The whole record of a trial: what would be on the tables had the contest been held under these rules; it must not compute a result.
import type { ContestRecord, GivenPoints } from '../record/record.ts';
import type { GivenPart } from '../rules/parts.ts';
import { allParts, partOf, type Rules } from '../rules/rules.ts';
import { chanceOf, type Chance } from './chance.ts';
import { entriesOf } from './entries.ts';
import { performersOf, strengthIn, type Performer } from './performers.ts';
import { trialQuiz } from './quiz.ts';
import { seatJudges } from './seats.ts';
import type { TrialSetting } from './setting.ts';
import { trialSheets } from './sheets.ts';
import { trialTurns } from './turns.ts';

/**
 * Rules the preflight accepts. Every mark, answer and time depends only on the seed and on whom and what it is about (a
 * contestant's number with a criterion and a judge, a question, a turn), so that other rules about the same things meet the
 * same performances, and nothing moves but what the rules do.
 */
export function trialRecord(rules: Rules, setting: TrialSetting): { record: ContestRecord; extraJudge: string } {
	const { people, rubrics, preparedFor, seed } = setting;
	const chance = chanceOf(seed);
	const contestants = entriesOf(rules, people, chance);
	const performers = performersOf(contestants.map(({ number }) => number));
	const seats = seatJudges(rules, rubrics, people);
	const record: ContestRecord = {
		format: 'hoithi-contest',
		version: 1,
		contest: { name: rules.title.vi, organiser: '', place: '', heldOn: '' },
		rules,
		rubrics,
		units: people.units,
		contestants,
		judges: seats.judges,
		...trialQuiz(rules, performers, chance),
		turns: trialTurns(rules, preparedFor, performers, chance),
		sheets: trialSheets(rules, setting, seats, performers, chance),
		given: allParts(rules).flatMap((part) =>
			part.kind === 'given' ? givenOf(part, preparedFor, performers, chance) : []
		),
		decisions: [],
		draws: []
	};
	return { record, extraJudge: seats.extra };
}

/** Of the most that could be given when people prepared. */
function givenOf(part: GivenPart, preparedFor: Rules, performers: Performer[], chance: Chance): GivenPoints[] {
	const before = partOf(preparedFor, part.code);
	const most = before?.kind === 'given' ? before.maxPoints : part.maxPoints;
	const step = most >= 100 ? 25 : 1;
	return performers.map(({ number, luck }) => {
		const share = Math.min(1000, Math.max(0, strengthIn(chance, luck, part.code)));
		const points = step * Math.floor((most * share) / (1000 * step));
		return { part: part.code, contestant: number, points, reason: '' };
	});
}
