// The words for each role in a contest, and which of them are given on this page.
import { m } from '#lib/paraglide/messages.js';

export type Role = 'organiser' | 'head_judge' | 'judge' | 'secretary' | 'mc';

export const roleWords = (): Record<Role, string> => ({
	organiser: m.console_role_organiser(),
	head_judge: m.console_role_head_judge(),
	judge: m.console_role_judge(),
	secretary: m.console_role_secretary(),
	mc: m.console_role_mc()
});

/** Judges are appointed from the list of the panel instead, so taking that role away is not undone here. */
export function mayComeBack(role: string): role is Exclude<Role, 'judge' | 'head_judge'> {
	return role === 'organiser' || role === 'secretary' || role === 'mc';
}
