// What was out of the ordinary in a session, a sentence each. It must not know marks.
import { m } from '#lib/paraglide/messages.js';
import type { Circumstance } from '#lib/contest/minutes-circumstances.ts';
import type { Bilingual } from '#lib/contest/ids.ts';

/** A circumstance with the names a reader needs. */
interface Told {
	told: Circumstance;
	judge: string | null;
	contestant: string | null;
	part: Bilingual | null;
	present: string[];
	revising: string[];
	what: Bilingual | null;
}

export function circumstanceWords(
	{ told, judge, contestant, part, present, revising, what }: Told,
	language: 'vi' | 'en'
): string {
	const all = (names: string[]) => new Intl.ListFormat(language).format(names);
	const sheet = { judge: judge ?? '', contestant: contestant ?? '' };
	switch (told.kind) {
		case 'decision': {
			const { sequence, reason, by } = told;
			return m.minutes_decided({ sequence, what: what?.[language] ?? '', names: all(by), reason });
		}
		case 'paper': {
			const typed = m.minutes_typed({ ...sheet, names: all(told.by) });
			const why = told.reason === '' ? '' : ` ${m.minutes_why({ reason: told.reason })}`;
			return `${typed}${why}${told.settled ? ` ${m.minutes_typed_settled(told.settled)}` : ''}`;
		}
		case 'reopened':
			return m.minutes_sheet_reopened({ ...sheet, by: all(told.by), reason: told.reason, revision: told.revision });
		case 'consultation': {
			const led = {
				by: all(told.by),
				contestant: sheet.contestant,
				part: part?.[language] ?? '',
				names: all(present)
			};
			return `${m.minutes_consulted(led)} ${cameTo(told.cameTo.kind, all(revising))}`;
		}
	}
}

function cameTo(kind: string, names: string): string {
	if (kind === 'adjourned') return m.paper_consultation_adjourned();
	return kind === 'revise' ? m.paper_consultation_revise({ names }) : m.minutes_consulted_put();
}
