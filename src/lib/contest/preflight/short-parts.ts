// Quiz parts whose rounds hold fewer questions than the rules ask for (R232); it must not stop anything: more rounds may come.
import type { Bilingual } from '../ids.ts';
import type { ContestRecord } from '../record/record.ts';
import { isQuiz } from '../rules/parts.ts';
import { allParts } from '../rules/rules.ts';

export interface ShortPart {
	title: Bilingual;
	/** Questions in all rounds of the part. */
	planned: number;
	needed: number;
}

export function shortParts({ rules, rounds }: Pick<ContestRecord, 'rules' | 'rounds'>): ShortPart[] {
	return allParts(rules)
		.filter(isQuiz)
		.map(({ code, title, questionCount }) => ({
			title,
			planned: rounds.filter(({ part }) => part === code).reduce((sum, { questions }) => sum + questions.length, 0),
			needed: questionCount
		}))
		.filter(({ planned, needed }) => planned < needed);
}
