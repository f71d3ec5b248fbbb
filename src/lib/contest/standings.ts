// Totals, order and ranks of a contest (R40–R43); it must not know how a part's points came about, nor any award.
import { compareContestantNumbers } from './contestant-number.ts';
import type { Bilingual, ContestantId, PartCode } from './ids.ts';
import type { PartScore } from './part-score.ts';
import type { Points, Ratio } from './points.ts';
import type { Rules, TieBreak } from './rules.ts';
import { explainPlace, explainStatus, type Neighbour } from './standing-sentence.ts';
import { compareValues, tieBreakValue, type CriterionNames } from './tiebreak.ts';

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
	const byNumber = [...entries].sort(
		(a, b) => compareContestantNumbers(a.number, b.number) || (a.contestantId < b.contestantId ? -1 : 1)
	);
	const competing = byNumber.filter(({ status }) => status === 'competing');
	const inOrder = competing.map((entry) => placeOf(rules, entry)).sort((a, b) => comparePlaces(rules, a, b));
	const groups = split(inOrder, (a, b) => comparePlaces(rules, a, b) === 0);
	const levels = split(groups, ([a], [b]) => a?.total === b?.total);
	let ahead = 0;
	const ranked = levels.flatMap((level) => {
		const othersWithTotal = level.reduce((sum, { length }) => sum + length, -1);
		return level.flatMap((group, index) => {
			// All of one group have equal keys, so one comparison with each neighbour speaks for all.
			const above = neighbour(rules, group[0], level[index - 1]?.at(-1), false);
			const below = neighbour(rules, group[0], level[index + 1]?.[0], true);
			const rank = ahead + 1;
			ahead += group.length;
			return group.map(({ entry, total }): Standing => {
				const tied = { count: group.length - 1, first: group.slice(0, mostNamed + 1).map((other) => other.entry) };
				tied.first = tied.first.filter((other) => other !== entry).slice(0, mostNamed);
				return {
					...facts(rules, entry, total),
					rank,
					shared: tied.count > 0,
					decidedBy: (above ?? below)?.decision ?? null,
					why: explainPlace(rules, names, { entry, rank, total, tied, othersWithTotal, above, below })
				};
			});
		});
	});
	const unranked = byNumber
		.filter(({ status }) => status !== 'competing')
		.map((entry): Standing => ({
			...facts(rules, entry, totalOf(rules, entry)),
			rank: null,
			shared: false,
			decidedBy: null,
			why: explainStatus(entry.status)
		}));
	return [...ranked, ...unranked];
}

/** R40: the plain sum of the rounded points of the parts; a missing part adds nothing. */
export function totalOf(rules: Pick<Rules, 'parts'>, entry: Pick<Entry, 'parts'>): Points {
	return rules.parts.reduce((sum, { code }) => sum + (entry.parts[code]?.points ?? 0), 0);
}

/** How many of those who share a rank are named in a sentence. */
const mostNamed = 3;

/** An entry with what it is compared by, worked out once. */
interface Place {
	entry: Entry;
	total: Points;
	/** One value for each key of the chain. */
	keys: (Ratio | null)[];
}

function placeOf(rules: Rules, entry: Entry): Place {
	return {
		entry,
		total: totalOf(rules, entry),
		keys: rules.tieBreaks.map((tieBreak) => tieBreakValue(tieBreak, entry.parts))
	};
}

/** R41: the higher total first, then the keys in their order; 0 when nothing tells them apart. */
function comparePlaces(rules: Rules, a: Place, b: Place): number {
	if (a.total !== b.total) return b.total - a.total;
	for (const [index, tieBreak] of rules.tieBreaks.entries()) {
		const order = compareValues(tieBreak, a.keys[index] ?? null, b.keys[index] ?? null);
		if (order !== 0) return order;
	}
	return 0;
}

/** Cuts a list wherever two neighbours do not belong together. */
function split<T>(list: T[], together: (a: T, b: T) => boolean): T[][] {
	const pieces: T[][] = [];
	for (const item of list) {
		const piece = pieces.at(-1);
		const last = piece?.at(-1);
		if (piece && last !== undefined && together(last, item)) piece.push(item);
		else pieces.push([item]);
	}
	return pieces;
}

function neighbour(
	rules: Rules,
	mine: Place | undefined,
	theirs: Place | undefined,
	isAhead: boolean
): Neighbour | null {
	if (!mine || !theirs) return null;
	const tieBreak = rules.tieBreaks.find(
		(key, index) => compareValues(key, mine.keys[index] ?? null, theirs.keys[index] ?? null) !== 0
	);
	return tieBreak ? { entry: theirs.entry, decision: { tieBreak, against: theirs.entry.contestantId, isAhead } } : null;
}

function facts(rules: Rules, { contestantId, number, name, status, parts }: Entry, total: Points) {
	const points = Object.fromEntries(rules.parts.map(({ code }) => [code, parts[code]?.points ?? null]));
	return { contestantId, number, name, status, total, parts: points };
}
