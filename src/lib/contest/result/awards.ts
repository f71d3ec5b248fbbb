// Which contestants and units the plan of awards proposes, with what the organisers decided (R50–R52, R184–R186); it must not know marks.
import type { AwardCode } from '../ids.ts';
import { compareRatios } from '../ratio.ts';
import { ratio } from '../points.ts';
import { decisionsOf } from '../record/decision.ts';
import type { Award } from '../rules/prizes.ts';
import { candidateLists, type Candidate, type CandidateList, type Standings } from './award-candidates.ts';
import { explainAward, type AwardCut } from './award-words.ts';
import type { AwardResult } from './result.ts';

/** Everything that grows while the awards are gone through. */
interface Given {
	standings: Standings;
	/** Awards of each contestant and unit; the keys of `keyOf`. */
	held: Map<string, AwardCode[]>;
	byRank: Set<AwardCode>;
	/** How often each award was given so far. */
	count: Map<AwardCode, number>;
	tookPart: number;
}

/**
 * R50: the awards in their order, each from the first who has none by rank yet until its quota is used. R51, R52: level
 * candidates stay together; `moreOnTie` gives it to all of them, else to none, and they come first for the next award.
 * R184: whoever may not win, or holds an award named in `notWith`, is passed over. R185: what is given by decision is held
 * before anything is given by rank, and uses quota and cap, or goes beyond them; whom it was taken from is passed over.
 * R186: a cap ends the giving by rank, also inside a group.
 */
export function proposeAwards(standings: Standings): AwardResult[] {
	const { awards } = standings.index.rules;
	const given: Given = {
		standings,
		held: new Map(),
		byRank: new Set(awards.filter(({ source }) => source.kind === 'rank').map(({ code }) => code)),
		count: new Map(),
		tookPart: standings.units.reduce((sum, unit) => sum + unit.tookPart, 0)
	};
	const decided = new Map(awards.map((award) => [award, decidedFor(standings, award)]));
	for (const [award, own] of decided)
		for (const { isGiven, candidate } of own.values()) if (isGiven) hold(given, award, candidate);
	return [...decided].map(([award, own]) => give(given, award, own));
}

function give(given: Given, award: Award, decided: Decided): AwardResult {
	const winners = [...decided.values()].flatMap(({ isGiven, candidate }) => (isGiven ? [candidate] : []));
	const cuts: AwardCut[] = [];
	const lists = candidateLists(given.standings, award);
	const beyondCaps = winners.length > 0 ? -roomUnderCaps(given, award) : 0;
	if (beyondCaps > 0) cuts.push({ kind: 'over-cap', count: beyondCaps, why: null });
	for (const list of lists) {
		const open = decided.size === 0 ? list : list.map((group) => group.filter((each) => !decided.has(keyOf(each))));
		const already = lists.length === 1 ? winners.length : givenIn(list, winners);
		const beyondQuota = already - (award.quota ?? Infinity);
		if (beyondQuota > 0) cuts.push({ kind: 'over-quota', count: beyondQuota, why: null });
		fill(given, award, open, winners, cuts, already);
	}
	return {
		award: award.code,
		winners: winners.map(({ contestant, unit, why }) => ({ contestant, unit, why: why() })),
		why: explainAward(award, winners.length, cuts)
	};
}

/** How many of a list, of several, have the award already: by decision. */
function givenIn(list: CandidateList, winners: Candidate[]): number {
	if (winners.length === 0) return 0;
	const inList = new Set(list.flat().map(keyOf));
	return winners.filter((winner) => inList.has(keyOf(winner))).length;
}

/** Fills what is left of the quota from one list. */
function fill(
	given: Given,
	award: Award,
	list: CandidateList,
	winners: Candidate[],
	cuts: AwardCut[],
	already: number
): void {
	let left = (award.quota ?? Infinity) - already;
	for (const group of list) {
		if (left <= 0) return;
		const open = distinct(group.filter((candidate) => isOpenTo(given, award, candidate) && reaches(award, candidate)));
		if (open.length === 0) continue;
		if (open.length > roomUnderCaps(given, award)) {
			cuts.push({ kind: 'cap', count: open.length, why: open[0]?.why() ?? null });
			return;
		}
		if (open.length > left) {
			cuts.push({ kind: award.moreOnTie ? 'more' : 'none', count: open.length, why: open[0]?.why() ?? null });
			if (!award.moreOnTie) return;
		}
		for (const candidate of open) hold(given, award, candidate);
		winners.push(...open);
		left -= open.length;
	}
}

/** Who stands in a group twice, with equal points in two stages, is one person all the same. */
function distinct(group: Candidate[]): Candidate[] {
	return [...new Map(group.map((candidate) => [keyOf(candidate), candidate])).values()];
}

function hold({ held, count }: Given, { code }: Award, candidate: Candidate): void {
	const key = keyOf(candidate);
	held.set(key, [...(held.get(key) ?? []), code]);
	count.set(code, (count.get(code) ?? 0) + 1);
}

/** R184. */
function isOpenTo(given: Given, award: Award, candidate: Candidate): boolean {
	const { index } = given.standings;
	const held = given.held.get(keyOf(candidate)) ?? [];
	const mayWin = candidate.contestant === null || (index.contestants.get(candidate.contestant)?.mayWin ?? false);
	const hasRankAward = award.source.kind === 'rank' && held.some((code) => given.byRank.has(code));
	return mayWin && !hasRankAward && !held.includes(award.code) && !held.some((code) => award.notWith.includes(code));
}

function reaches(award: Award, { points }: Candidate): boolean {
	return points === null || award.leastTotal <= 0 || compareRatios(points, ratio(award.leastTotal)) >= 0;
}

/** R186: each cap is a whole number of contestants who took part, rounded down. */
function roomUnderCaps({ standings, tookPart, count }: Given, award: Award): number {
	const caps = standings.index.rules.awardCaps.filter(({ awards }) => awards.includes(award.code));
	return caps.reduce((room, { awards, percent }) => {
		const used = awards.reduce((sum, code) => sum + (count.get(code) ?? 0), 0);
		return Math.min(room, Math.floor((tookPart * percent) / 100) - used);
	}, Infinity);
}

/** By `keyOf`. */
type Decided = Map<string, { isGiven: boolean; candidate: Candidate }>;

/** R185: what the organisers gave or took by decision, with their reason; the last decision about somebody holds. */
function decidedFor(standings: Standings, award: Award): Decided {
	const own = decisionsOf(standings.index.decisions, 'award').filter((decision) => decision.award === award.code);
	return new Map(
		own.map(({ to, given: isGiven, reason }) => {
			const who = 'contestant' in to ? { contestant: to.contestant, unit: null } : { contestant: null, unit: to.unit };
			const why = {
				vi: `theo quyết định của Ban Tổ chức: ${reason}`,
				en: `by decision of the organising committee: ${reason}`
			};
			return [keyOf(who), { isGiven, candidate: { ...who, points: null, why: () => why } }];
		})
	);
}

function keyOf({ contestant, unit }: Pick<Candidate, 'contestant' | 'unit'>): string {
	return contestant === null ? `unit ${unit}` : `contestant ${contestant}`;
}
