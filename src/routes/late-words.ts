// What is announced to happen to what comes late, as a sentence; it must not know who reads it.
import type { LatePolicy } from '#lib/contest/entries/entry.ts';
import type { Bilingual } from '#lib/contest/ids.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { displayPoints } from '#lib/ui/format.ts';

export interface LateTerms {
	late: LatePolicy;
	/** With the policy `penalty`; hundredths. */
	penalty: { points: number; partTitle: Bilingual } | null;
}

export function lateSays({ late, penalty }: LateTerms): string {
	if (late === 'refuse') return m.entries_late_refuse_says();
	return penalty ? m.entries_late_penalty_says(priceWords(penalty)) : m.entries_late_flag_says();
}

export function priceWords({ points, partTitle }: { points: number; partTitle: Bilingual }) {
	return { points: displayPoints(points), part: partTitle[getLocale()] };
}
