// What is missing for a result, as sentences for people.
import type { Missing } from '#lib/contest/result/result.ts';
import { panelsOf } from '#lib/contest/rules/panel-list.ts';
import type { Rules } from '#lib/contest/rules/rules.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

const mostNamed = 8;

/** The titles of parts and stages in the reader's language, from what the page was given. */
type TitleOf = (code: string) => string;

/** Where several panels mark, each is named; otherwise two panels would be missing the same in the same words. */
export function missingOf(missing: Missing, titleOf: TitleOf, rules: Rules): string {
	const panels = panelsOf(rules);
	const panel = 'panel' in missing && panels.length > 1 ? panels.find(({ code }) => code === missing.panel) : undefined;
	if (!panel) return missingSentence(missing, titleOf);
	return missingSentence(missing, (code) => `${titleOf(code)} (${panel.title[getLocale()]})`);
}

export function missingSentence(missing: Missing, titleOf: TitleOf): string {
	switch (missing.kind) {
		case 'contestants':
			return m.outcome_missing_contestants();
		case 'questions': {
			const { planned, needed } = missing;
			return m.outcome_missing_questions({ part: titleOf(missing.part), planned, needed });
		}
		case 'round-open':
			return missing.open > 0
				? m.outcome_missing_round({ title: missing.title, open: missing.open })
				: m.outcome_missing_round_open({ title: missing.title });
		case 'given':
			return m.outcome_missing_given({ part: titleOf(missing.part), numbers: listed(missing.contestants) });
		case 'turns-drawn':
			return m.outcome_missing_drawn({ numbers: listed(missing.contestants) });
		case 'turns-ended':
			return m.outcome_missing_turns({ numbers: listed(missing.contestants) });
		case 'panel-empty':
			return m.outcome_missing_panel_empty({ part: titleOf(missing.part) });
		case 'sheets':
			return m.outcome_missing_sheets({
				part: titleOf(missing.part),
				count: missing.count,
				numbers: listed(missing.contestants)
			});
		case 'panel-value':
			return m.outcome_missing_panel_value({ part: titleOf(missing.part), numbers: listed(missing.contestants) });
		case 'divergence':
			return m.outcome_missing_divergence({ part: titleOf(missing.part), numbers: listed(missing.contestants) });
		case 'late-entries':
			return m.outcome_missing_late({ part: titleOf(missing.part), numbers: listed(missing.contestants) });
		case 'tie':
			return m.outcome_missing_tie({ stage: titleOf(missing.stage), numbers: listed(missing.contestants) });
		case 'advancement':
			return m.outcome_missing_advancement({ stage: titleOf(missing.stage), numbers: listed(missing.contestants) });
	}
}

function listed(numbers: string[]): string {
	const list = numbers.slice(0, mostNamed).join(', ');
	const rest = numbers.length - mostNamed;
	return rest > 0 ? m.outcome_and_more({ list, count: rest }) : list;
}
