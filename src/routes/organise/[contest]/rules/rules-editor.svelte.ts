// The rules while they are edited: the document, what is wrong with it, what is not saved yet; it must not know how it looks.
import type { ExplainedProblem } from '#lib/contest/preflight/problem.ts';
import { checkRules } from '#lib/contest/preflight/preflight.ts';
import { isWording, pathOf, type Way } from '#lib/contest/rules/compare-rules.ts';
import type { RecordedRubric } from '#lib/contest/record/rubric.ts';
import type { Rules } from '#lib/contest/rules/rules.ts';
import { valueAt, withAdded, withMoved, withoutItem, withValue } from './document.ts';
import { keepDraft, readDraft } from './local-draft.ts';
import type { Surroundings } from './shape/field.ts';

export interface StoredRules {
	version: number;
	rules: Rules;
}

/** `words`: only what is printed (R250). */
export type MayChange = 'all' | 'words' | 'nothing';

export class RulesEditor {
	#rules = $state.raw() as Rules;
	/** The stored version this one was made from. */
	#base = $state.raw() as StoredRules;
	/** Counts the times another document took the place of this one: fields then forget what was half typed. */
	replacements = $state(0);
	readonly rubrics: RecordedRubric[];
	readonly #place: string;
	readonly #mayChange: () => MayChange;
	readonly problems: ExplainedProblem[] = $derived.by(() => checkRules(this.#rules, this.rubrics));
	readonly isChanged = $derived(this.#rules !== this.#base.rules);

	constructor(contestId: string, stored: StoredRules, rubrics: RecordedRubric[], mayChange: () => MayChange) {
		this.#mayChange = mayChange;
		this.#place = `hoithi_rules_${contestId}`;
		this.#base = stored;
		this.#rules = stored.rules;
		this.rubrics = rubrics;
	}

	get rules(): Rules {
		return this.#rules;
	}

	get base(): StoredRules {
		return this.#base;
	}

	/** Whether items may be added, moved and removed, and other rules read from a file. */
	get mayReshape(): boolean {
		return this.#mayChange() === 'all';
	}

	/** Whether this very place may be written. */
	mayWrite(way: Way): boolean {
		return this.mayReshape || (this.#mayChange() === 'words' && isWording(way));
	}

	/** Takes what this tab kept from before; false when it kept nothing. */
	restore(): boolean {
		const kept = readDraft(this.#place);
		if (!kept) return false;
		this.#base = { ...this.#base, version: kept.version };
		this.replace(kept.rules);
		return true;
	}

	/** Another document in place of this one, not saved yet. */
	replace(rules: Rules): void {
		this.replacements++;
		this.#change(rules);
	}

	/** The stored document, and nothing that is not saved. */
	take(stored: StoredRules): void {
		this.#base = stored;
		this.#rules = stored.rules;
		this.replacements++;
		keepDraft(this.#place, null);
	}

	/** What is here was made with that stored version in mind: saving it replaces that version. */
	rebase(stored: StoredRules): void {
		this.#base = stored;
		this.#change(this.#rules);
	}

	valueAt(way: Way): unknown {
		return valueAt(this.#rules, way);
	}

	set(way: Way, value: unknown): void {
		this.#change(withValue(this.#rules, way, value));
	}

	add(list: Way, item: unknown): void {
		this.#change(withAdded(this.#rules, list, item));
	}

	remove(list: Way, index: number): void {
		this.#change(withoutItem(this.#rules, list, index));
	}

	move(list: Way, index: number, by: -1 | 1): void {
		this.#change(withMoved(this.#rules, list, index, by));
	}

	around(way: Way): Surroundings {
		return { rules: this.#rules, rubrics: this.rubrics, way };
	}

	/** Of this very place. */
	problemsAt(way: Way): ExplainedProblem[] {
		const path = pathOf(way);
		return this.problems.filter((found) => found.path === path);
	}

	/** Of this place and everything in it. */
	countWithin(way: Way): number {
		const path = pathOf(way);
		return this.problems.filter(
			(found) => found.path === path || (/^[.[]/.test(found.path.slice(path.length)) && found.path.startsWith(path))
		).length;
	}

	#change(rules: Rules): void {
		this.#rules = rules;
		keepDraft(this.#place, this.isChanged ? { version: this.#base.version, rules } : null);
	}
}
