// Order and ranks of a stage (R41, R43, R168); it must not know how points came about, nor any award.
import { compareContestantNumbers } from '../contestant-number.ts';
import { inGroups } from './in-groups.ts';
import { explainPlace, explainStatus } from './place-sentence.ts';
import type { StageIndex } from './record-index.ts';
import type { Missing, Place, PlaceDecision, Ranking, StageScore } from './result.ts';
import { totalOf, type EarlierTotals } from './stage-total.ts';
import { tiersOf, type Contender, type Tier } from './tiers.ts';
import { tieValue } from './tie-value.ts';

/** R168: each category and cluster by itself, as the stage says; R41–R43 inside. */
export function rankStage(
	stageIndex: StageIndex,
	scores: StageScore[],
	earlier: EarlierTotals
): { rankings: Ranking[]; missing: Missing[] } {
	const { index, stage } = stageIndex;
	const groups = new Map<string, Omit<Ranking, 'places'> & { scores: StageScore[] }>();
	for (const score of scores) {
		const contestant = index.contestants.get(score.contestant);
		const category = stage.rankedBy.includes('category') ? (contestant?.category ?? null) : null;
		const cluster = stage.rankedBy.includes('cluster') ? (contestant?.cluster ?? null) : null;
		const key = JSON.stringify([category, cluster]);
		const group = groups.get(key) ?? { category, cluster, scores: [] };
		group.scores.push(score);
		groups.set(key, group);
	}
	const missing: Missing[] = [];
	const rankings = [...groups]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, { category, cluster, scores: own }]): Ranking => {
			const contenders = own.map((score) => contenderOf(stageIndex, score, earlier));
			return { category, cluster, places: placesOf(stageIndex, contenders, missing) };
		});
	return { rankings, missing };
}

function contenderOf({ index }: StageIndex, score: StageScore, earlier: EarlierTotals): Contender {
	const { rounding } = index.rules;
	const { total, exact } = totalOf(score, rounding);
	const earlierTotal = (code: string) => earlier.get(code)?.get(score.contestant) ?? null;
	return {
		score,
		total,
		exact,
		valueOf: (tieBreak) => tieValue(tieBreak, { score, exactTotal: exact, rounding, earlierTotal })
	};
}

/** R43: ranks skip after a shared one; who does not compete comes last, without a rank. */
function placesOf(stageIndex: StageIndex, contenders: Contender[], missing: Missing[]): Place[] {
	const byNumber = contenders.sort((a, b) => compareContestantNumbers(a.score.contestant, b.score.contestant));
	const competing = byNumber.filter(({ score }) => score.status === 'competing');
	const tiers = tiersOf(stageIndex);
	let ahead = 0;
	const ranked = inGroups(competing, (a, b) => b.total - a.total).flatMap((level) => {
		const ofLevel = tiers(level);
		return ofLevel.flatMap((tier, at) => {
			const { members, openKey } = tier;
			if (openKey)
				missing.push({
					kind: 'tie',
					stage: stageIndex.stage.code,
					key: openKey.kind,
					contestants: members.map(({ score }) => score.contestant)
				});
			const rank = ahead + 1;
			ahead += members.length;
			return placesOfTier(stageIndex, tier, rank, level.length - 1, ofLevel[at - 1], ofLevel[at + 1]);
		});
	});
	const unranked = byNumber
		.filter(({ score }) => score.status !== 'competing')
		.map((contender): Place => ({
			...placeFacts(contender),
			rank: null,
			shared: false,
			decidedBy: null,
			why: explainStatus(contender.score.status)
		}));
	return [...ranked, ...unranked];
}

/** How many of those who share a rank are named in a sentence. */
const mostNamed = 3;

function placesOfTier(
	stageIndex: StageIndex,
	{ members, openKey, from }: Tier,
	rank: number,
	othersWithTotal: number,
	before: Tier | undefined,
	after: Tier | undefined
): Place[] {
	const above = from && before ? { parting: from, against: before.members[0]?.score.contestant ?? '' } : null;
	const below = after?.from ? { parting: after.from, against: after.members[0]?.score.contestant ?? '' } : null;
	const decidedBy: PlaceDecision | null = above
		? { tieBreak: above.parting.tieBreak, against: above.against, isAhead: false }
		: below && { tieBreak: below.parting.tieBreak, against: below.against, isAhead: true };
	const firstNumbers = members.slice(0, mostNamed + 1).map(({ score }) => score.contestant);
	return members.map((contender) => {
		const named = firstNumbers.filter((number) => number !== contender.score.contestant).slice(0, mostNamed);
		const tied = { count: members.length - 1, first: named };
		return {
			...placeFacts(contender),
			rank,
			shared: members.length > 1,
			decidedBy,
			why: explainPlace(stageIndex, { contender, rank, tied, othersWithTotal, above, below, openKey })
		};
	});
}

function placeFacts({ score, total, exact }: Contender): Pick<Place, 'contestant' | 'total' | 'exactTotal' | 'score'> {
	return { contestant: score.contestant, total, exactTotal: exact, score };
}
