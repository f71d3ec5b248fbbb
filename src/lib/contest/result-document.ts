// The published result as one document and its hash (R58); it must not know where it is kept or how it looks.
import { canonical } from './event-chain.ts';
import type { Bilingual, ContestId } from './ids.ts';
import type { MinutesBlock } from './minutes-blocks.ts';
import type { ContestRecord } from './record/record.ts';
import type { ContestResult } from './result/result.ts';
import { sha256 } from './sha256.ts';
import { standingTables, teamTables, type StandingRow, type StandingTable, type TeamTable } from './standing-table.ts';

export interface ResultDocument {
	/** Version of this document's shape. */
	format: 2;
	contest: { id: ContestId; name: string; organiser: string; place: string; /** yyyy-MM-dd */ heldOn: string };
	rules: { title: Bilingual; reference: string; version: number };
	/** The last stage first: it decides. */
	rankings: RankingBlock[];
	teams: TeamTable[];
	awards: AwardBlock[];
	/** Numbers and names of those proposed to the next level, in order; empty when nobody is. */
	nominations: { to: Bilingual; people: { number: string; name: string }[] } | null;
	/** Instant in ISO 8601, UTC. */
	publishedAt: string;
	publishedBy: string;
	/** Hands that stand under the minutes of sessions; left out where nobody has signed any. */
	minutes?: MinutesBlock[];
}

export interface RankingBlock extends Pick<StandingTable, 'stage' | 'title' | 'columns'> {
	/** In order of rank; nobody who is not ranked. */
	lines: RankedLine[];
	/** How many of those entered are not ranked. */
	notRanked: number;
}

export type RankedLine = StandingRow & { rank: number };

export interface AwardBlock {
	title: Bilingual;
	gift: string;
	/** Contestants as "TS01 Nguyễn Văn An", units and teams by name; in order. */
	winners: string[];
	why: Bilingual;
}

export interface DocumentFrame {
	contestId: ContestId;
	rulesVersion: number;
	publishedAt: string;
	publishedBy: string;
	/** None: nobody has signed any. */
	minutes: MinutesBlock[];
}

export function resultDocument(frame: DocumentFrame, record: ContestRecord, result: ContestResult): ResultDocument {
	const { rules } = record;
	return {
		format: 2,
		contest: { id: frame.contestId, ...record.contest },
		rules: { title: rules.title, reference: rules.reference, version: frame.rulesVersion },
		rankings: standingTables(record, result).map(rankingBlock).reverse(),
		teams: teamTables(record, result),
		awards: awardBlocks(record, result),
		nominations: rules.nomination && {
			to: rules.nomination.to,
			people: result.nominations.map((number) => ({ number, name: nameOf(record, number) }))
		},
		publishedAt: frame.publishedAt,
		publishedBy: frame.publishedBy,
		...(frame.minutes.length > 0 && { minutes: frame.minutes })
	};
}

/** The plan of awards with who receives them and why, in its order. */
export function awardBlocks(record: ContestRecord, result: ContestResult): AwardBlock[] {
	const unitName = new Map(record.units.map(({ code, name }) => [code, name]));
	return result.awards.flatMap(({ award: code, winners, why }) => {
		const award = record.rules.awards.find((each) => each.code === code);
		if (!award) return [];
		const names = winners.map(({ contestant, unit }) =>
			contestant === null ? (unitName.get(unit ?? '') ?? unit ?? '') : `${contestant} ${nameOf(record, contestant)}`
		);
		return [{ title: award.title, gift: award.gift, winners: names, why }];
	});
}

/** The bytes that are hashed: anybody who has them can run `sha256sum` on them. */
export function documentText(document: ResultDocument): string {
	return canonical(document);
}

export function documentHash(document: ResultDocument): string {
	return sha256(documentText(document));
}

function rankingBlock({ stage, title, columns, rows }: StandingTable): RankingBlock {
	const lines = rows.filter((row): row is RankedLine => row.rank !== null);
	return { stage, title, columns, lines, notRanked: rows.length - lines.length };
}

function nameOf({ contestants }: ContestRecord, number: string): string {
	return contestants.find((contestant) => contestant.number === number)?.name ?? '';
}
