// Who goes on to the next stage, and how members make a team, as data; it must not know any contestant.
import type { StageCode } from '../ids.ts';
import type { Points } from '../points.ts';

/** All conditions hold together; a decision with a reason may add or take out single contestants. */
export interface Advancement {
	to: StageCode;
	/** The best so many, of everybody or of each group; null when the other conditions alone decide. */
	top: { count: number; per: 'stage' | 'category' | 'cluster' | 'session' } | null;
	/** Nobody below this total; null without a minimum. */
	leastTotal: Points | null;
	/** The best so many of each unit; null without a quota. */
	mostPerUnit: number | null;
	/** When a shared rank does not fit into what is left: all of it goes on, none of it, or a decision is waited for. */
	atCut: 'all' | 'none' | 'decide';
}

export interface TeamRanking {
	/** Whose members are counted together. */
	of: 'unit' | 'team';
	combine: { kind: 'sum' } | { kind: 'mean' } | { kind: 'best'; count: number };
	/** A team with fewer ranked members has no place. */
	leastMembers: number;
	/** Added for taking part: these points times the unit's rate of contestants per member over the best such rate; 0 without. */
	participationPoints: Points;
}
