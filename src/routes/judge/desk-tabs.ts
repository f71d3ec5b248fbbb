// The sister pages of the panel's desks; which of them this person may open is told, not known.
import { m } from '#lib/paraglide/messages.js';

/** None for a judge who has only their own sheets. */
export function judgeTabs(contestId: string, can: { seePanel: boolean }): { href: string; label: string }[] {
	if (!can.seePanel) return [];
	const here = `/judge/${contestId}`;
	return [
		{ href: here, label: m.judge_tab_desk() },
		{ href: `${here}/panel`, label: m.judge_tab_panel() },
		{ href: `${here}/panel/tendencies`, label: m.tendency_tab() },
		{ href: `${here}/papers`, label: m.paper_differ_tab() }
	];
}
