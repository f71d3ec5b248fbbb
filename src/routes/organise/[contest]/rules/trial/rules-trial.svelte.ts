// The trial of the rules that are being edited, against the saved ones: what it shows, and how old that is; it must not know how it looks.
import { compareTrials, type TrialComparison } from '#lib/contest/trial/compare-trials.ts';
import type { Missing } from '#lib/contest/result/result.ts';
import type { TrialPeople } from '#lib/contest/trial/setting.ts';
import { tryRules, type Trial } from '#lib/contest/trial/trial.ts';
import type { RecordedRubric } from '#lib/contest/record/rubric.ts';
import type { Rules } from '#lib/contest/rules/rules.ts';

/** The same performances for everybody who looks. */
const seed = 'hoithi';

/** Why the rules as they stand are not tried; null when they are. */
export type Untried = { kind: 'problems'; count: number } | { kind: 'too-large' } | null;

export class RulesTrial {
	/** Of the last rules that could be tried; null before there were any. */
	comparison: TrialComparison | null = $state.raw(null);
	untried: Untried = $state.raw(null);
	/** What the result under the tried rules lacks. */
	missing: Missing[] = $state.raw([]);
	/** Whether the tried rules are the saved ones. */
	isOfSaved = $state(true);
	readonly #people: TrialPeople;
	readonly #rubrics: RecordedRubric[];
	readonly #reason: string;
	#saved: { rules: Rules; trial: Trial } | null = null;

	/** `reason`: why people decide what the rules leave to them. */
	constructor(people: TrialPeople, rubrics: RecordedRubric[], reason: string) {
		this.#people = people;
		this.#rubrics = rubrics;
		this.#reason = reason;
	}

	run(rules: Rules, saved: Rules): void {
		const before = this.#ofSaved(saved);
		const after = rules === saved ? before : this.#try(rules, saved);
		if (after.kind !== 'tried') {
			this.untried = after.kind === 'problems' ? { kind: 'problems', count: after.problems.length } : after;
			return;
		}
		this.untried = null;
		this.isOfSaved = rules === saved;
		this.missing = after.result.missing;
		this.comparison = compareTrials(before.kind === 'tried' ? before : null, after);
	}

	#ofSaved(saved: Rules): Trial {
		if (this.#saved?.rules !== saved) this.#saved = { rules: saved, trial: this.#try(saved, saved) };
		return this.#saved.trial;
	}

	#try(rules: Rules, preparedFor: Rules): Trial {
		return tryRules(rules, {
			people: this.#people,
			rubrics: this.#rubrics,
			preparedFor,
			seed,
			reason: this.#reason
		});
	}
}
