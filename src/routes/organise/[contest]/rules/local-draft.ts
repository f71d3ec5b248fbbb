// Keeps rules that are not saved yet in this tab of the browser; it must not know how they are edited or saved.
import type { Rules } from '#lib/contest/rules/rules.ts';

export interface RulesDraft {
	/** The stored version it was made from. */
	version: number;
	rules: Rules;
}

/** Null when nothing is kept, or the browser keeps nothing (private windows). */
export function readDraft(place: string): RulesDraft | null {
	try {
		const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? 'null');
		return isDraft(kept) ? kept : null;
	} catch {
		return null;
	}
}

export function keepDraft(place: string, draft: RulesDraft | null): void {
	try {
		if (draft) sessionStorage.setItem(place, JSON.stringify(draft));
		else sessionStorage.removeItem(place);
	} catch {
		// A browser that keeps nothing still warns before the page is left.
	}
}

function isDraft(kept: unknown): kept is RulesDraft {
	if (typeof kept !== 'object' || kept === null || !('version' in kept) || !('rules' in kept)) return false;
	const { version, rules } = kept as { version: unknown; rules: Partial<Rules> | null };
	return typeof version === 'number' && rules?.format === 2 && Array.isArray(rules.stages);
}
