// How far a paper sheet is, in words and colour; it must not know how that was found out.
import { m } from '#lib/paraglide/messages.js';

export type PaperStateName = 'free' | 'screen' | 'first' | 'second' | 'differs' | 'confirmed' | 'locked';

/** Whoever has typed it waits for somebody else. */
export function paperStateWords(state: PaperStateName, isTypedByMe: boolean): string {
	if (state === 'second' && isTypedByMe) return m.paper_state_other();
	return {
		free: m.paper_state_free,
		screen: m.paper_state_screen,
		first: m.paper_state_first,
		second: m.paper_state_second,
		differs: m.paper_state_differs,
		confirmed: m.paper_state_confirmed,
		locked: m.paper_state_locked
	}[state]();
}

export function paperStateTone(state: PaperStateName): 'plain' | 'amber' | 'red' | 'leaf' {
	if (state === 'differs') return 'red';
	if (state === 'confirmed' || state === 'locked') return 'leaf';
	return state === 'free' ? 'plain' : 'amber';
}
