// The secretary's sister pages; which of them this person may open is told, not known.
import { m } from '#lib/paraglide/messages.js';

export function deskTabs(contestId: string, can: { enterAnswers: boolean }): { href: string; label: string }[] {
	const here = `/secretary/${contestId}`;
	const sheets = { href: here, label: m.matrix_title() };
	return can.enterAnswers ? [sheets, { href: `${here}/answers`, label: m.entry_title() }] : [sheets];
}
