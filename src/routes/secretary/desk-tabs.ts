// The secretary's sister pages; which of them this person may open is told, not known.
import { m } from '#lib/paraglide/messages.js';

interface Can {
	enterAnswers: boolean;
	enterPapers: boolean;
}

/** On the page of differences, for who does not sit on the panel: back to the sheets they were found among. */
export function differenceTabs(contestId: string, count: number): { href: string; label: string; count?: number }[] {
	return [
		{ href: `/secretary/${contestId}`, label: m.matrix_title() },
		{ href: `/judge/${contestId}/differences`, label: m.consult_tab(), ...(count > 0 && { count }) }
	];
}

export function deskTabs(contestId: string, can: Can): { href: string; label: string }[] {
	const here = `/secretary/${contestId}`;
	return [
		{ href: here, label: m.matrix_title() },
		...(can.enterPapers ? [{ href: `${here}/papers`, label: m.paper_desk_title() }] : []),
		...(can.enterAnswers ? [{ href: `${here}/answers`, label: m.entry_title() }] : [])
	];
}
