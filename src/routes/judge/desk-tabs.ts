// The sister pages of the panel's desks; which of them this person may open is told, not known.
import { m } from '#lib/paraglide/messages.js';

/** None for a judge who has only their own sheets. */
export function judgeTabs(
	contestId: string,
	can: { seePanel: boolean; differences: number }
): { href: string; label: string; count?: number }[] {
	if (!can.seePanel) return [];
	const here = `/judge/${contestId}`;
	return [
		{ href: here, label: m.judge_tab_desk() },
		{ href: `${here}/panel`, label: m.judge_tab_panel() },
		{ href: `${here}/differences`, label: m.consult_tab(), ...(can.differences > 0 && { count: can.differences }) },
		{ href: `${here}/papers`, label: m.paper_differ_tab() }
	];
}
