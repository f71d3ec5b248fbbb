// The plan of awards (cơ cấu giải thưởng) and who is proposed to the next level, as data; it must not know any contestant.
import type { AwardCode, Bilingual, CriterionCode, PartCode, Percent, StageCode } from '../ids.ts';
import type { Points } from '../points.ts';

export interface Award {
	code: AwardCode;
	title: Bilingual;
	source: AwardSource;
	/** How many; null gives it to all the rest. */
	quota: number | null;
	/** The quota holds for each ranking of its stage by itself, or for the whole contest. */
	per: 'ranking' | 'contest';
	/** Nobody below this total (for part and criterion: below these points) receives it. */
	leastTotal: Points;
	/** When contestants share the last place of the quota, all of them receive it. */
	moreOnTie: boolean;
	/** Whoever holds one of these is passed over. Awards by rank exclude each other without being named. */
	notWith: AwardCode[];
	/** What comes with it, as printed: money, certificate; may be empty. */
	gift: string;
}

export type AwardSource =
	/** In order of rank in a stage. */
	| { kind: 'rank'; stage: StageCode }
	/** The best in one part or one criterion (giải phụ). */
	| { kind: 'part'; part: PartCode }
	| { kind: 'criterion'; criterion: CriterionCode }
	/** In order of the team ranking of a stage. */
	| { kind: 'team'; stage: StageCode }
	/** Units in order of contestants who took part per member. */
	| { kind: 'participation' }
	/** By decision of the organisers. */
	| { kind: 'manual' };

/** Together no more than this share of the contestants who took part. */
export interface AwardCap {
	awards: AwardCode[];
	percent: Percent;
}

export interface Nomination {
	/** The next level, such as "Hội thi cấp tỉnh". */
	to: Bilingual;
	/** Holders of these awards, and besides them the best so many of a stage. */
	awards: AwardCode[];
	top: { stage: StageCode; count: number } | null;
}
