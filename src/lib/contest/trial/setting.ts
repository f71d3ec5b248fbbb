// What a trial of rules is held with: people, rubrics, a seed, and what everybody has prepared for; it must not know any mark.
import type { RecordedContestant, RecordedJudge, RecordedUnit } from '../record/record.ts';
import type { RecordedRubric } from '../record/rubric.ts';
import type { Rules } from '../rules/rules.ts';

export interface TrialPeople {
	units: RecordedUnit[];
	contestants: RecordedContestant[];
	judges: RecordedJudge[];
	/** They are those of the sample contest, not of the contest whose rules are tried. */
	areSample: boolean;
}

export interface TrialSetting {
	people: TrialPeople;
	rubrics: RecordedRubric[];
	/** How long somebody speaks and what the organisers give does not change with the rules that are tried. */
	preparedFor: Rules;
	seed: string;
	/** Why people decide what the rules leave to them, as sentences about it quote. */
	reason: string;
}
