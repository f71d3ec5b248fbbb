// Whether the plan of awards and the nomination can be carried out (R98); it must not know people.
import { isJudged } from '../rules/parts.ts';
import type { Award, AwardCap } from '../rules/prizes.ts';
import { allParts, partOf, stageOf, type Rules } from '../rules/rules.ts';
import type { Rubrics } from './check-parts.ts';
import { isPositive, isWithin, repeated, when, type Problem } from './problem.ts';

export function checkPrizes(rules: Rules, rubrics: Rubrics): Problem[] {
	const { awards, awardCaps, nomination } = rules;
	const isAward = (code: string) => awards.some((award) => award.code === code);
	return [
		...repeated(awards, ({ code }) => code).flatMap(({ at, key }) =>
			when(true, 'award-twice', `awards[${at}].code`, { award: key })
		),
		...awards.flatMap((award, at) => checkAward(rules, rubrics, award, at)),
		...awardCaps.flatMap((cap, at) => checkCap(cap, `awardCaps[${at}]`, isAward)),
		...when(
			nomination !== null &&
				(!nomination.awards.every(isAward) ||
					(nomination.awards.length === 0 && nomination.top === null) ||
					(nomination.top !== null && !(stageOf(rules, nomination.top.stage) && isPositive(nomination.top.count)))),
			'nomination-unknown',
			'nomination'
		)
	];
}

function checkAward(rules: Rules, rubrics: Rubrics, award: Award, at: number): Problem[] {
	const path = `awards[${at}]`;
	const name = { award: award.title };
	const { source } = award;
	const most = mostFor(rules, rubrics, award);
	const isAfterRest = rules.awards
		.slice(0, at)
		.some(
			(before) =>
				before.quota === null &&
				before.leastTotal <= award.leastTotal &&
				source.kind === 'rank' &&
				before.source.kind === 'rank' &&
				before.source.stage === source.stage
		);
	return [
		...when(award.quota !== null && !isPositive(award.quota), 'award-quota', `${path}.quota`, name),
		...when(most === null, 'award-unknown', `${path}.source`, name),
		...award.notWith.flatMap((code, index) =>
			when(!rules.awards.some((other) => other.code === code), 'award-unknown', `${path}.notWith[${index}]`, name)
		),
		...when(isAfterRest, 'award-after-rest', path, name),
		...when(most !== null && !isWithin(award.leastTotal, 0, most), 'award-least', `${path}.leastTotal`, {
			...name,
			least: award.leastTotal,
			most: most ?? 0
		})
	];
}

/** The most that can be reached where the award looks; null when it looks at nothing that exists. */
function mostFor(rules: Rules, rubrics: Rubrics, { source }: Award): number | null {
	switch (source.kind) {
		case 'rank':
			return stageOf(rules, source.stage)?.total ?? null;
		case 'part':
			return partOf(rules, source.part)?.maxPoints ?? null;
		case 'criterion': {
			const used = allParts(rules).filter(isJudged);
			const criteria = used.flatMap(({ rubric }) => rubrics.get(rubric)?.criteria ?? []);
			return criteria.find(({ code }) => code === source.criterion)?.max ?? null;
		}
		case 'team':
			return stageOf(rules, source.stage)?.teams ? Number.MAX_SAFE_INTEGER : null;
		case 'participation':
		case 'manual':
			// Nothing is reached there that a minimum could be held against.
			return 0;
	}
}

function checkCap({ awards, percent }: AwardCap, path: string, isAward: (code: string) => boolean): Problem[] {
	return [
		...when(!isWithin(percent, 1, 100), 'cap-range', `${path}.percent`, { percent }),
		...when(awards.length === 0 || !awards.every(isAward), 'cap-unknown', `${path}.awards`)
	];
}
