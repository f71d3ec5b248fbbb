// Who has not answered, in one sentence: by name while they are few, else how many and how many of them are not connected.
import { m } from '#lib/paraglide/messages.js';
import { displayCount } from '#lib/ui/format.ts';

const mostNamed = 5;

/** `away`: how many of them are not connected. */
export function unansweredWords(names: string[], away: number): string {
	const count = displayCount(names.length);
	if (names.length === 0) return m.run_all_answered();
	if (names.length <= mostNamed) return m.run_missing({ count, names: names.join(', ') });
	if (away === names.length) return m.run_missing_all_away({ count });
	return away > 0 ? m.run_missing_away({ count, away: displayCount(away) }) : m.run_missing_many({ count });
}
