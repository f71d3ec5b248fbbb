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
	tookPart: number;
	results: AwardResult[];
}

/**
 * R50: the awards in their order, each from the first who has none by rank yet until its quota is used. R51, R52: level
 * candidates stay together; `moreOnTie` gives it to all of them, else to none, and they come first for the next award.
 * R184: whoever may not win, or holds an award named in `notWith`, is passed over. R185: what is
 * given by decision comes first and uses the quota; whom it was taken from is passed over. R186: a cap ends the giving, also inside a group.
 */
export function proposeAwards(standings: Standings): AwardResult[] {
	const { awards } = standings.index.rules;
	const given: Given = {
		standings,
		held: new Map(),
		byRank: new Set(awards.filter(({ source }) => source.kind === 'rank').map(({ code }) => code)),
		tookPart: standings.units.reduce((sum, unit) => sum + unit.tookPart, 0),
		results: []
	};
	for (const award of awards) given.results.push(give(given, award));
	return given.results;
}

function give(given: Given, award: Award): AwardResult {
	const winners: Candidate[] = [];
	const cuts: AwardCut[] = [];
	const decided = decidedFor(given, award);
	for (const { isGiven, candidate } of decided.values()) if (isGiven) take(given, award, winners, candidate);
	for (const list of candidateLists(given.standings, award)) {
		const open = decided.size === 0 ? list : list.map((group) => group.filter((each) => !decided.has(keyOf(each))));
		fill(given, award, open, winners, cuts, givenIn(list, winners));
	}
	return {
		award: award.code,
		winners: winners.map(({ contestant, unit, why }) => ({ contestant, unit, why: why() })),
		why: explainAward(award, winners.length, cuts)
	};
}

/** How many of a list have the award already: by decision. */
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
		const open = group.filter((candidate) => isOpenTo(given, award, candidate) && reaches(award, candidate));
		if (open.length === 0) continue;
		if (open.length > roomUnderCaps(given, award, winners.length)) {
			cuts.push({ kind: 'cap', count: open.length, why: open[0]?.why() ?? null });
			return;
		}
		if (open.length > left) {
			cuts.push({ kind: award.moreOnTie ? 'more' : 'none', count: open.length, why: open[0]?.why() ?? null });
			if (!award.moreOnTie) return;
		}
		for (const candidate of open) take(given, award, winners, candidate);
		left -= open.length;
	}
}

function take(given: Given, award: Award, winners: Candidate[], candidate: Candidate): void {
	const key = keyOf(candidate);
	given.held.set(key, [...(given.held.get(key) ?? []), award.code]);
	winners.push(candidate);
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
function roomUnderCaps({ standings, tookPart, results }: Given, award: Award, winnersSoFar: number): number {
	const caps = standings.index.rules.awardCaps.filter(({ awards }) => awards.includes(award.code));
	return caps.reduce((room, { awards, percent }) => {
		const used = results
			.filter((result) => awards.includes(result.award))
			.reduce((sum, { winners }) => sum + winners.length, 0);
		return Math.min(room, Math.floor((tookPart * percent) / 100) - used - winnersSoFar);
	}, Infinity);
}

/** R185: what the organisers gave or took by decision, with their reason; the last decision about somebody holds. */
function decidedFor({ standings }: Given, award: Award): Map<string, { isGiven: boolean; candidate: Candidate }> {
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
