// Which contestants the plan of awards proposes (R50–R52); a proposal only: people decide. It must not know marks.
import type { Bilingual, ContestantId } from './ids.ts';
import { formatPoints } from './points.ts';
import type { Award, Rules } from './rules.ts';
import type { Standing } from './standings.ts';

export interface AwardProposal {
	award: Award;
	/** In order of rank; empty when nobody reaches it. */
	contestantIds: ContestantId[];
	why: Bilingual;
}

/**
 * R50: the awards in their order, each from the first rank that has none yet until its quota is used; nobody below
 * `leastTotal`; only ranked contestants. People of one rank stay together: when the quota ends inside a shared rank,
 * `moreOnTie` gives it to all of them (R51), else to none of them, and they come first for the next award (R52).
 */
export function proposeAwards(rules: Pick<Rules, 'awards'>, standings: Standing[]): AwardProposal[] {
	let waiting = rankGroups(standings);
	return rules.awards.map((award) => {
		const taken: Standing[][] = [];
		let left = award.quota ?? Infinity;
		let atCut: Standing[] = [];
		for (const group of waiting) {
			if (left <= 0 || (group[0]?.total ?? 0) < award.leastTotal) break;
			if (group.length > left) atCut = group;
			if (group.length > left && !award.moreOnTie) break;
			taken.push(group);
			left -= group.length;
		}
		waiting = waiting.slice(taken.length);
		const winners = taken.flat();
		return {
			award,
			contestantIds: winners.map(({ contestantId }) => contestantId),
			why: explain(award, winners, atCut)
		};
	});
}

function rankGroups(standings: Standing[]): Standing[][] {
	const groups = new Map<number, Standing[]>();
	for (const standing of standings) {
		if (standing.rank === null || standing.status !== 'competing') continue;
		const group = groups.get(standing.rank);
		if (group) group.push(standing);
		else groups.set(standing.rank, [standing]);
	}
	return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
}

function explain(award: Award, winners: Standing[], atCut: Standing[]): Bilingual {
	const quota =
		award.quota === null
			? { vi: 'Trao cho tất cả thí sinh còn lại', en: 'For all the rest' }
			: { vi: `Cơ cấu ${award.quota} giải`, en: `Planned ${award.quota}` };
	const given =
		winners.length === 0
			? { vi: 'không có thí sinh nào', en: 'nobody' }
			: { vi: `${winners.length} thí sinh, ${ranks(winners).vi}`, en: `${winners.length} given, ${ranks(winners).en}` };
	return {
		vi: `${[quota.vi, given.vi, ...cutClause(award, atCut).vi, ...leastClause(award).vi].join('; ')}.`,
		en: `${[quota.en, given.en, ...cutClause(award, atCut).en, ...leastClause(award).en].join('; ')}.`
	};
}

function cutClause(award: Award, atCut: Standing[]): { vi: string[]; en: string[] } {
	const rank = atCut[0]?.rank;
	if (rank === undefined || rank === null) return { vi: [], en: [] };
	return award.moreOnTie
		? {
				vi: [`trao thêm vì ${atCut.length} thí sinh đồng hạng ${rank}`],
				en: [`more than planned because ${atCut.length} share place ${rank}`]
			}
		: {
				vi: [`${atCut.length} thí sinh đồng hạng ${rank} chuyển xuống giải sau`],
				en: [`the ${atCut.length} who share place ${rank} come first for the next award`]
			};
}

function leastClause({ leastTotal }: Award): { vi: string[]; en: string[] } {
	if (leastTotal <= 0) return { vi: [], en: [] };
	return {
		vi: [`yêu cầu từ ${formatPoints(leastTotal, 'vi')} điểm trở lên`],
		en: [`at least ${formatPoints(leastTotal, 'en')} points needed`]
	};
}

function ranks(winners: Standing[]): Bilingual {
	const first = winners[0]?.rank;
	const last = winners.at(-1)?.rank;
	return first === last
		? { vi: `hạng ${first}`, en: `place ${first}` }
		: { vi: `hạng ${first}–${last}`, en: `places ${first}–${last}` };
}
