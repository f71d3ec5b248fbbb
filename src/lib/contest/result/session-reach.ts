// For which sessions a decision about judges holds: all, one, or one and all that come after it (R130, R314). It must not know judges.
import type { GroupCode, StageCode } from '../ids.ts';
import type { Rules } from '../rules/rules.ts';

/** What was decided: null for all sessions. */
export interface Reach {
	session: GroupCode | null;
	/** Holds for all sessions after it as well, those of later stages included. */
	onward?: boolean;
}

/** Where somebody performs. */
export interface SessionOfStage {
	stage: StageCode;
	/** Null for a stage without sessions, and while none was drawn. */
	session: GroupCode | null;
}

/** R314: sessions come in the order of the rules, stage by stage; who has none yet, in a stage that has some, is in none of them. */
export function reaches(
	{ session: from, onward }: Reach,
	{ stage, session }: SessionOfStage,
	{ stages }: Pick<Rules, 'stages'>
): boolean {
	if (from === null || from === session) return true;
	if (!onward) return false;
	const places = stages.map(({ sessions }) => sessions.map(({ code }) => code));
	const first = places.findIndex((codes) => codes.includes(from));
	const here = stages.findIndex(({ code }) => code === stage);
	const codes = places[here];
	const at = session === null ? (codes?.length === 0 ? 0 : -1) : (codes?.indexOf(session) ?? -1);
	if (first < 0 || at < 0) return false;
	return here > first || (here === first && at > (codes?.indexOf(from) ?? 0));
}
