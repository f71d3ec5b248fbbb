// The rules of a contest (thể lệ) as one versioned document; it must not know any person, mark or answer.
import type { Bilingual, GroupCode, PartCode, Percent, StageCode } from '../ids.ts';
import type { Points } from '../points.ts';
import type { Advancement, TeamRanking } from './advancement.ts';
import type { Part } from './parts.ts';
import type { Award, AwardCap, Nomination } from './prizes.ts';
import type { TieBreak } from './ties.ts';

export interface Rules {
	/** Version of this document's shape. */
	format: 2;
	title: Bilingual;
	/** Number and date of the issued document as printed, such as "Thể lệ số 12-TL/BTC ngày 01/6/2021"; may be empty. */
	reference: string;
	rounding: Rounding;
	/** Ranked categories, such as provincial and district rapporteurs; empty when there is one ranking. */
	categories: Group[];
	/** Clusters (cụm thi) held on different days or places; empty when there is one. */
	clusters: Group[];
	/** In their order; the last one decides the contest. */
	stages: Stage[];
	/** In the order in which they are given. */
	awards: Award[];
	awardCaps: AwardCap[];
	/** Who is proposed to the next level; null when nobody is. */
	nomination: Nomination | null;
	/** Whether a judge is shown the place of a sheet among the judge's own complete ones. Left out: no. */
	judgesSeePlaces?: boolean;
	/** Whether a judge with an interest in a contestant marks them all the same, and is only named (R154). Left out: no. */
	interestedMark?: boolean;
}

export interface Group {
	code: GroupCode;
	title: Bilingual;
}

/** R2: how an exact value becomes points that are announced, and where. */
export interface Rounding {
	mode: 'half-up' | 'half-even' | 'up' | 'down';
	decimals: 0 | 1 | 2;
	/** Once for each part, so that the printed parts add up to the total; or once for the total of a stage. */
	at: 'part' | 'total';
}

export interface Stage {
	code: StageCode;
	title: Bilingual;
	/** What the parts and what is carried add up to, as the rules announce it; 100,00 mostly. */
	total: Points;
	/** In the order in which they are held. */
	parts: Part[];
	/** Earlier stages whose totals are added, each by its weight. */
	carry: { stage: StageCode; weight: Percent }[];
	/** Sessions or groups (buổi thi, bảng thi) its turns are divided into; may be empty. */
	sessions: Group[];
	/** Each of these is ranked by itself; empty ranks everybody together. */
	rankedBy: ('category' | 'cluster')[];
	/** Asked in order until two contestants differ; equal in all of them share a rank. */
	tieBreaks: TieBreak[];
	/** Who goes on to the next stage; null in the last one. */
	advancement: Advancement | null;
	/** A ranking of units or teams made from their members' totals; null when there is none. */
	teams: TeamRanking | null;
}

export function stageOf(rules: Rules, code: StageCode): Stage | undefined {
	return rules.stages.find((stage) => stage.code === code);
}

/** The parts of all stages, in order. */
export function allParts(rules: Rules): Part[] {
	return rules.stages.flatMap(({ parts }) => parts);
}

/** Codes of parts are unique over all stages. */
export function partOf(rules: Rules, code: PartCode): Part | undefined {
	return allParts(rules).find((part) => part.code === code);
}
