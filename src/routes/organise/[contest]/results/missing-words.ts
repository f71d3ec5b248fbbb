// What is missing for a result, as sentences for people.
import type { Missing } from '#lib/contest/missing-results.ts';
import { m } from '#lib/paraglide/messages.js';

const mostNamed = 8;

/** `titleOf` gives the title of a part in the reader's language. */
export function missingSentence(missing: Missing, titleOf: (part: string) => string): string {
	switch (missing.kind) {
		case 'contestants':
			return m.outcome_missing_contestants();
		case 'panel':
			return m.outcome_missing_panel();
		case 'questions':
			return m.outcome_missing_questions({
				part: titleOf(missing.part),
				planned: missing.planned,
				needed: missing.needed
			});
		case 'round-open':
			return missing.open > 0
				? m.outcome_missing_round({ title: missing.title, open: missing.open })
				: m.outcome_missing_round_open({ title: missing.title });
		case 'turns-drawn':
			return m.outcome_missing_drawn({ numbers: listed(missing.numbers) });
		case 'turns-ended':
			return m.outcome_missing_turns({ numbers: listed(missing.numbers) });
		case 'sheets':
			return m.outcome_missing_sheets({ count: missing.count, numbers: listed(missing.numbers) });
	}
}

function listed(numbers: string[]): string {
	const list = numbers.slice(0, mostNamed).join(', ');
	const rest = numbers.length - mostNamed;
	return rest > 0 ? m.outcome_and_more({ list, count: rest }) : list;
}
