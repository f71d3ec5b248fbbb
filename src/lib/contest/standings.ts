// Totals, order and ranks of a contest (R40–R43); it must not know how a part's points came about, nor any award.
import { compareContestantNumbers } from './contestant-number.ts';
import type { Bilingual, ContestantId, PartCode } from './ids.ts';
import type { PartScore } from './part-score.ts';
import type { Points } from './points.ts';
import type { Rules, TieBreak } from './rules.ts';
import { explainPlace, explainStatus } from './standing-sentence.ts';
import { compareByTieBreak, type CriterionNames } from './tiebreak.ts';

export type EntryStatus = 'competing' | 'absent' | 'withdrawn' | 'disqualified';

export interface Entry {
	contestantId: ContestantId;
	number: string;
	name: string;
	status: EntryStatus;
	parts: Record<PartCode, PartScore | null>;
}

export interface Decision {
	tieBreak: TieBreak;
	/** The neighbour in the order who was told apart by this key. */
	against: ContestantId;
	/** True when this contestant is ahead of the neighbour. */
	isAhead: boolean;
}

export interface Standing {
	contestantId: ContestantId;
	number: string;
	name: string;
	/** Null for those who are not ranked. */
	rank: number | null;
	shared: boolean;
	total: Points;
	parts: Record<PartCode, Points | null>;
	/** The key that decided against the place above, else against the place below; null when totals alone decided. */
	decidedBy: Decision | null;
	/** One sentence that explains the place. */
	why: Bilingual;
	status: EntryStatus;
}

/**
 * R40 total, R41 order, R43 shared ranks. Ranked contestants come first, in order of rank and inside a shared rank by
 * contestant number; those not competing follow by number. The order of `entries` plays no role.
 */
export function standings(rules: Rules, entries: Entry[], names: CriterionNames = {}): Standing[] {
	const byNumber = entries.toSorted(
		(a, b) => compareContestantNumbers(a.number, b.number) || (a.contestantId < b.contestantId ? -1 : 1)
	);
	const groups = placeGroups(rules, byNumber.filter(({ status }) => status === 'competing'));
	const ranked = groups.flatMap((group, index) => {
		const rank = 1 + groups.slice(0, index).reduce((sum, { length }) => sum + length, 0);
		return group.map((entry): Standing => {
			const total = totalOf(rules, entry);
			const sameTotal = groups.filter(([first]) => first && totalOf(rules, first) === total);
			const above = neighbour(rules, entry, sameTotal[sameTotal.indexOf(group) - 1]?.at(-1), false);
			const below = neighbour(rules, entry, sameTotal[sameTotal.indexOf(group) + 1]?.[0], true);
			const tied = group.filter((other) => other !== entry);
			const othersWithTotal = sameTotal.flat().length - 1;
			return {
				...facts(rules, entry),
				rank,
				shared: tied.length > 0,
				decidedBy: (above ?? below)?.decision ?? null,
				why: explainPlace(rules, names, { entry, rank, total, tied, othersWithTotal, above, below })
			};
		});
	});
	const unranked = byNumber
		.filter(({ status }) => status !== 'competing')
		.map((entry): Standing => ({
			...facts(rules, entry),
			rank: null,
			shared: false,
			decidedBy: null,
			why: explainStatus(entry.status)
		}));
	return [...ranked, ...unranked];
}

/** R40: the plain sum of the rounded points of the parts; a missing part adds nothing. */
export function totalOf(rules: Rules, entry: Pick<Entry, 'parts'>): Points {
	return rules.parts.reduce((sum, { code }) => sum + (entry.parts[code]?.points ?? 0), 0);
}

/** The first key of the chain that tells two contestants apart; null when none does. */
export function decidingKey(rules: Rules, a: Entry, b: Entry): TieBreak | null {
	return rules.tieBreaks.find((tieBreak) => compareByTieBreak(tieBreak, a.parts, b.parts) !== 0) ?? null;
}

/** R41: the higher total first, then the keys in their order; 0 when nothing tells them apart. */
function comparePlaces(rules: Rules, a: Entry, b: Entry): number {
	const byTotal = totalOf(rules, b) - totalOf(rules, a);
	if (byTotal !== 0) return byTotal;
	const key = decidingKey(rules, a, b);
	return key === null ? 0 : compareByTieBreak(key, a.parts, b.parts);
}

/** Entries in order of place; those of one group share their rank. */
function placeGroups(rules: Rules, entries: Entry[]): Entry[][] {
	const groups: Entry[][] = [];
	for (const entry of entries.toSorted((a, b) => comparePlaces(rules, a, b))) {
		const group = groups.at(-1);
		if (group?.[0] && comparePlaces(rules, group[0], entry) === 0) group.push(entry);
		else groups.push([entry]);
	}
	return groups;
}

function neighbour(rules: Rules, entry: Entry, other: Entry | undefined, isAhead: boolean) {
	const tieBreak = other && decidingKey(rules, entry, other);
	return other && tieBreak ? { entry: other, decision: { tieBreak, against: other.contestantId, isAhead } } : null;
}

function facts(rules: Rules, entry: Entry) {
	const { contestantId, number, name, status } = entry;
	const parts = Object.fromEntries(rules.parts.map(({ code }) => [code, entry.parts[code]?.points ?? null]));
	return { contestantId, number, name, status, total: totalOf(rules, entry), parts };
}
