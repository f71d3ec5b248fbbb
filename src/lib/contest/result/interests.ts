// Which judges have an interest in which contestants, and whom it keeps from marking (R154); it must not know marks.
import type { StageCode } from '../ids.ts';
import type { ContestantNumber, ContestRecord, JudgeCode } from '../record/record.ts';

export interface Interest {
	judge: JudgeCode;
	contestant: ContestantNumber;
	/** Null for who comes from the contestant's unit, which is found and not declared. */
	declared: { reason: string; by: string; at: string } | null;
}

/** What interests are found in; of the sheets only that they are there. */
export type InterestFacts = Pick<ContestRecord, 'judges' | 'contestants' | 'interests'> & {
	rules: Pick<ContestRecord['rules'], 'interestedMark'>;
	sheets: Pick<ContestRecord['sheets'][number], 'stage' | 'contestant' | 'judge'>[];
};

/** Whom an interest keeps from marking. */
export interface Excuses {
	/** `judge contestant`; none where the rules let them mark. */
	pairs: ReadonlySet<string>;
	/** `stage judge contestant` of what these have begun to mark. */
	begun: ReadonlySet<string>;
}

export const noExcuses: Excuses = { pairs: new Set(), begun: new Set() };

export const excuseKey = (judge: JudgeCode, contestant: ContestantNumber) => `${judge} ${contestant}`;
export const begunKey = (stage: StageCode, judge: JudgeCode, contestant: ContestantNumber) =>
	`${stage} ${judge} ${contestant}`;

/** R154: each pair once, by the order of judges and contestants; the unit speaks before what was declared. */
export function interestsIn({
	judges,
	contestants,
	interests = []
}: Pick<InterestFacts, 'judges' | 'contestants' | 'interests'>): Interest[] {
	return judges.flatMap(({ code: judge, unit: own = null }) => {
		const declared = interests.filter((each) => each.judge === judge);
		if (own === null && declared.length === 0) return [];
		return contestants.flatMap(({ number: contestant, unit }): Interest[] => {
			if (own === unit) return [{ judge, contestant, declared: null }];
			const found = declared.find(({ about }) =>
				'contestant' in about ? about.contestant === contestant : about.unit === unit
			);
			return found ? [{ judge, contestant, declared: { reason: found.reason, by: found.by, at: found.at } }] : [];
		});
	});
}

export function excusesOf(facts: InterestFacts): Excuses {
	if (facts.rules.interestedMark) return noExcuses;
	const pairs = new Set(interestsIn(facts).map(({ judge, contestant }) => excuseKey(judge, contestant)));
	if (pairs.size === 0) return noExcuses;
	return {
		pairs,
		begun: new Set(facts.sheets.map(({ stage, judge, contestant }) => begunKey(stage, judge, contestant)))
	};
}
