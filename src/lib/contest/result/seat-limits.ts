// Whether a judge sits in a panel for a session and a cluster (R155); it must not know decisions or interests.
import type { GroupCode, PanelCode } from '../ids.ts';
import type { RecordedJudge } from '../record/record.ts';

/** Where a contestant performs. */
export interface Place {
	/** Null for a stage without sessions, and while none was drawn. */
	session: GroupCode | null;
	/** Null where the rules name none. */
	cluster: GroupCode | null;
}

/** R155: a seat that is held for some sessions, or clusters, is no seat elsewhere, nor where there is no session or cluster at all. */
export function sitsIn(
	{ panels, limits = [] }: Pick<RecordedJudge, 'panels' | 'limits'>,
	panel: PanelCode,
	{ session, cluster }: Place
): boolean {
	const isOf = (only: GroupCode[], group: GroupCode | null) =>
		only.length === 0 || (group !== null && only.includes(group));
	return (
		panels.includes(panel) &&
		limits.every((limit) => limit.panel !== panel || (isOf(limit.sessions, session) && isOf(limit.clusters, cluster)))
	);
}
