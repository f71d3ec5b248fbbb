// The published result as one document and its hash (R58); it must not know where it is kept or how it looks.
import { canonical } from './event-chain.ts';
import type { FinalResult } from './final-result.ts';
import type { Bilingual, ContestId, PartCode } from './ids.ts';
import type { Points } from './points.ts';
import type { Rules } from './rules.ts';
import { sha256 } from './sha256.ts';

export interface ResultDocument {
	/** Version of this document's shape. */
	format: 1;
	contest: { id: ContestId; name: string; organiser: string; place: string; /** yyyy-MM-dd */ heldOn: string };
	rules: { title: Bilingual; version: number; parts: { code: PartCode; title: Bilingual; maxPoints: Points }[] };
	/** In order of rank; nobody who is not ranked. */
	ranking: RankedLine[];
	awards: { title: Bilingual; /** Contestant numbers in order of rank. */ numbers: string[]; why: Bilingual }[];
	/** How many of those entered are not ranked. */
	notRanked: number;
	/** Instant in ISO 8601, UTC. */
	publishedAt: string;
	publishedBy: string;
}

export interface RankedLine {
	rank: number;
	shared: boolean;
	number: string;
	name: string;
	unit: string;
	parts: Record<PartCode, Points | null>;
	total: Points;
	why: Bilingual;
	award: Bilingual | null;
}

export interface DocumentFrame {
	contest: ResultDocument['contest'];
	rules: Rules;
	rulesVersion: number;
	publishedAt: string;
	publishedBy: string;
}

export function resultDocument(frame: DocumentFrame, result: Pick<FinalResult, 'rows' | 'awards'>): ResultDocument {
	const { rules } = frame;
	const ranking = result.rows.flatMap(({ rank, shared, number, name, unit, parts, total, why, award }): RankedLine[] =>
		rank === null ? [] : [{ rank, shared, number, name, unit, parts, total, why, award }]
	);
	const numberOf = new Map(result.rows.map(({ contestantId, number }) => [contestantId, number]));
	return {
		format: 1,
		contest: frame.contest,
		rules: {
			title: rules.title,
			version: frame.rulesVersion,
			parts: rules.parts.map(({ code, title, maxPoints }) => ({ code, title, maxPoints }))
		},
		ranking,
		awards: result.awards.map(({ award, contestantIds, why }) => ({
			title: award.title,
			numbers: contestantIds.map((id) => numberOf.get(id) ?? ''),
			why
		})),
		notRanked: result.rows.length - ranking.length,
		publishedAt: frame.publishedAt,
		publishedBy: frame.publishedBy
	};
}

/** The bytes that are hashed: anybody who has them can run `sha256sum` on them. */
export function documentText(document: ResultDocument): string {
	return canonical(document);
}

export function documentHash(document: ResultDocument): string {
	return sha256(documentText(document));
}
