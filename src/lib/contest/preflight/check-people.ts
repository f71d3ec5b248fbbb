// Whether people, judges and bank are enough for the rules (R230, R232–R234); it must not know marks or answers.
import { grouped } from '../result/record-index.ts';
import type { ContestRecord } from '../record/record.ts';
import { isJudged, isOnStage, isQuiz } from '../rules/parts.ts';
import type { Award } from '../rules/prizes.ts';
import { allParts, type Rules } from '../rules/rules.ts';
import { checkJudges } from './check-judges.ts';
import { checkQuestion } from './check-question.ts';
import { repeated, when, type Problem } from './problem.ts';

export function checkPeople(record: ContestRecord): Problem[] {
	return [
		...checkContestants(record),
		...checkJudges(record),
		...checkQuestions(record),
		...checkSlots(record),
		...checkCaps(record)
	];
}

/** R230: somebody competes; every number once, in a unit that exists and within its quota, in groups that exist. */
function checkContestants({ contestants, units, rules }: ContestRecord): Problem[] {
	const unitCodes = new Set(units.map(({ code }) => code));
	const groups = {
		category: new Set(rules.categories.map(({ code }) => code)),
		cluster: new Set(rules.clusters.map(({ code }) => code))
	};
	const competing = contestants.filter(({ status }) => status === 'competing');
	const entered = grouped(competing, ({ unit }) => unit);
	return [
		...when(competing.length === 0, 'contestants-none', 'contestants'),
		...repeated(contestants, ({ number }) => number).flatMap(({ at, key }) =>
			when(true, 'number-twice', `contestants[${at}].number`, { number: key })
		),
		...repeated(units, ({ code }) => code).flatMap(({ at, key }) =>
			when(true, 'unit-twice', `units[${at}].code`, { unit: key })
		),
		...contestants.flatMap(({ number, unit }, at) =>
			when(!unitCodes.has(unit), 'unit-unknown', `contestants[${at}].unit`, { number, unit })
		),
		...contestants.flatMap((contestant, at) =>
			(['category', 'cluster'] as const).flatMap((by) => {
				const isKnown = groups[by].size === 0 ? contestant[by] === null : groups[by].has(contestant[by] ?? '');
				return when(!isKnown, 'group-unknown', `contestants[${at}].${by}`, {
					number: contestant.number,
					by,
					group: contestant[by] ?? ''
				});
			})
		),
		...units.flatMap(({ code, name, quota }, at) => {
			const count = entered.get(code)?.length ?? 0;
			return when(quota !== null && count > quota, 'unit-over-quota', `units[${at}].quota`, {
				unit: name,
				count,
				quota: quota ?? 0
			});
		})
	];
}

/** R232: the bank is large enough, and every question has a key that fits it. */
function checkQuestions({ questions, rules }: ContestRecord): Problem[] {
	const asked = allParts(rules)
		.filter(isQuiz)
		.reduce((sum, { questionCount }) => sum + questionCount, 0);
	return [
		...repeated(questions, ({ code }) => code).flatMap(({ at, key }) =>
			when(true, 'question-twice', `questions[${at}].code`, { question: key })
		),
		...when(questions.length < asked, 'questions-too-few', 'questions', { count: questions.length, needed: asked }),
		...(asked > 0 ? questions.flatMap((question, at) => checkQuestion(question, `questions[${at}]`)) : [])
	];
}

/** R233: who competes has a place in the running order of the first stage, where it is held on stage. */
function checkSlots({ contestants, rules, turns }: ContestRecord): Problem[] {
	const stage = rules.stages[0];
	if (!stage?.parts.some((part) => isJudged(part) && isOnStage(part))) return [];
	const drawn = new Set(turns.filter((turn) => turn.stage === stage.code).map(({ contestant }) => contestant));
	const without = contestants.filter(({ number, status }) => status === 'competing' && !drawn.has(number));
	return when(without.length > 0, 'slot-missing', 'turns', {
		stage: stage.title,
		count: without.length,
		numbers: without
			.slice(0, 5)
			.map(({ number }) => number)
			.join(', ')
			.concat(without.length > 5 ? '…' : '')
	});
}

/** R234: the quotas of awards under a cap do not add up to more than the cap allows. */
function checkCaps({ contestants, rules }: ContestRecord): Problem[] {
	const count = contestants.filter(({ status }) => status === 'competing').length;
	return rules.awardCaps.flatMap(({ awards, percent }, at) => {
		const quota = rules.awards
			.filter(({ code }) => awards.includes(code))
			.reduce((sum, award) => sum + (award.quota ?? 0) * (award.per === 'ranking' ? rankingsFor(rules, award) : 1), 0);
		const most = Math.floor((count * percent) / 100);
		return when(quota > most, 'quota-over-cap', `rules.awardCaps[${at}]`, { quota, most, percent, count });
	});
}

/** How many rankings there can be where the award looks; one for awards that no ranking of contestants gives. */
function rankingsFor(rules: Rules, { source }: Award): number {
	const stage = rules.stages.find(({ code, parts }) => {
		switch (source.kind) {
			case 'rank':
				return code === source.stage;
			case 'part':
				return parts.some((part) => part.code === source.part);
			default:
				return false;
		}
	});
	const groups = { category: rules.categories.length, cluster: rules.clusters.length };
	return [...new Set(stage?.rankedBy)].reduce((count, by) => count * Math.max(1, groups[by]), 1);
}
