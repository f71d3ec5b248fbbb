// Why a list of results cannot be signed yet, as it stands in large letters at its head (R350). It must not know which list.
import { m } from '#lib/paraglide/messages.js';
import type { ResultState } from '#lib/contest/result-state.ts';

/** False where it may be signed. */
export function draftWords(state: ResultState): string | false {
	switch (state) {
		case 'open':
			return m.paper_draft();
		case 'unlocked':
			return m.paper_draft_unlocked();
		case 'locked':
		case 'published':
			return false;
	}
}
