// Who comes into question for an award and in which order (R50, R180–R183); it must not know quotas or who holds what.
import { compareContestantNumbers } from '../contestant-number.ts';
import type { Bilingual } from '../ids.ts';
import { formatPoints, ratio, type Ratio } from '../points.ts';
import { compareRatios, times } from '../ratio.ts';
import type { Award, AwardSource } from '../rules/prizes.ts';
import { partOf } from '../rules/rules.ts';
import { inGroups } from './in-groups.ts';
import type { RecordIndex } from './record-index.ts';
import type { Place, StageResult, UnitResult } from './result.ts';
import { roundPoints } from './rounding.ts';

/** A contestant, or a unit or team; exactly one is named. */
export interface Candidate {
	contestant: string | null;
	unit: string | null;
	/** What the award's minimum is held against; null where it has none. */
	points: Ratio | null;
	/** Put into words only for those who receive it. */
	why: () => Bilingual;
}

/** Candidates in order; those of one group are level. One list for each ranking the quota holds for by itself. */
export type CandidateList = Candidate[][];

export interface Standings {
	index: RecordIndex;
	stages: StageResult[];
	units: UnitResult[];
}

/** R180: only ranked contestants come into question; nobody at all for an award by decision. */
export function candidateLists(standings: Standings, { source, per }: Pick<Award, 'source' | 'per'>): CandidateList[] {
	switch (source.kind) {
		case 'rank':
			return byRank(standings, source.stage, per);
		case 'part':
		case 'criterion':
			return byPoints(standings, source, per);
		case 'team':
			return [byTeam(standings, source.stage)];
		case 'participation':
			return [byParticipation(standings)];
		case 'manual':
			return [[]];
	}
}

/** R181: inside each ranking by rank; for the whole contest, where there are several rankings, by total. */
function byRank({ stages }: Standings, code: string, per: Award['per']): CandidateList[] {
	const rankings = stages.find(({ stage }) => stage === code)?.rankings ?? [];
	const candidate = (place: Place): Candidate => ({
		contestant: place.contestant,
		unit: null,
		points: ratio(place.total),
		why: () => ({
			vi: `${place.shared ? 'đồng hạng' : 'hạng'} ${place.rank} với ${formatPoints(place.total, 'vi')} điểm`,
			en: `${place.shared ? 'shares place' : 'place'} ${place.rank}, ${formatPoints(place.total, 'en')} points`
		})
	});
	if (per === 'ranking' || rankings.length <= 1)
		return rankings.map(({ places }) =>
			inGroups(ranked(places), (a, b) => (a.rank ?? 0) - (b.rank ?? 0)).map((group) => byNumber(group).map(candidate))
		);
	const places = rankings.flatMap((ranking) => byNumber(ranked(ranking.places)));
	return [inGroups(places, (a, b) => b.total - a.total).map((group) => group.map(candidate))];
}

/** R182: the points of the part before its weight, rounded where the rules round parts, or the exact mean of the criterion; who has none does not come into question. */
function byPoints(
	{ index, stages }: Standings,
	source: Extract<AwardSource, { kind: 'part' | 'criterion' }>,
	per: Award['per']
): CandidateList[] {
	const own = stages.filter(({ stage }) =>
		index.rules.stages.some(
			({ code, parts }) => code === stage && parts.some((part) => holds(index, part.code, source))
		)
	);
	const rankings = own.flatMap(({ rankings: each }) => each);
	const lists = per === 'ranking' ? rankings.map(({ places }) => places) : [rankings.flatMap(({ places }) => places)];
	const title = sourceTitle(index, source);
	return lists.map((places) => {
		const reached = ranked(places).flatMap((place) => {
			const points = pointsFor(index, place, source);
			return points === null ? [] : [{ contestant: place.contestant, points }];
		});
		return inGroups(reached, (a, b) => compareRatios(b.points, a.points)).map((group) =>
			byNumber(group).map(({ contestant, points }) => ({
				contestant,
				unit: null,
				points,
				why: () => ({
					vi: `${title.vi} ${formatPoints(announced(points), 'vi')} điểm`,
					en: `${title.en} ${formatPoints(announced(points), 'en')} points`
				})
			}))
		);
	});
}

function byTeam({ stages }: Standings, code: string): CandidateList {
	const teams = stages.find(({ stage }) => stage === code)?.teams ?? [];
	const placed = teams.filter(({ rank }) => rank !== null);
	return inGroups(placed, (a, b) => (a.rank ?? 0) - (b.rank ?? 0)).map((group) =>
		group.map(({ team, rank, shared, total }) => ({
			contestant: null,
			unit: team,
			points: ratio(total),
			why: () => ({
				vi: `${shared ? 'đồng hạng' : 'hạng'} ${rank} tập thể với ${formatPoints(total, 'vi')} điểm`,
				en: `${shared ? 'shares place' : 'place'} ${rank} of the teams, ${formatPoints(total, 'en')} points`
			})
		}))
	);
}

/** R183: contestants who took part per member; units of unknown size or without a contestant do not come into question. */
function byParticipation({ units }: Standings): CandidateList {
	const counted = units.flatMap(({ unit, rate, tookPart }) => (rate && tookPart > 0 ? [{ unit, rate, tookPart }] : []));
	const sorted = counted.sort((a, b) => (a.unit < b.unit ? -1 : 1));
	return inGroups(sorted, (a, b) => compareRatios(b.rate, a.rate)).map((group) =>
		group.map(({ unit, rate, tookPart }) => {
			const percent = announced(times(rate, [10_000]));
			return {
				contestant: null,
				unit,
				points: null,
				why: () => ({
					vi: `${tookPart} thí sinh, tỷ lệ tham gia ${formatPoints(percent, 'vi')} %`,
					en: `${tookPart} took part, participation rate ${formatPoints(percent, 'en')} %`
				})
			};
		})
	);
}

function ranked(places: Place[]): Place[] {
	return places.filter(({ rank }) => rank !== null);
}

/** Level groups are small: sorting each of them is cheaper than sorting everybody. */
function byNumber<Item extends { contestant: string }>(items: Item[]): Item[] {
	return items.sort((a, b) => compareContestantNumbers(a.contestant, b.contestant));
}

function holds(
	index: RecordIndex,
	part: string,
	source: Extract<AwardSource, { kind: 'part' | 'criterion' }>
): boolean {
	if (source.kind === 'part') return part === source.part;
	const found = partOf(index.rules, part);
	const rubric = found && 'rubric' in found ? index.rubrics.get(found.rubric) : undefined;
	return rubric?.criteria.some(({ code }) => code === source.criterion) ?? false;
}

function pointsFor(
	index: RecordIndex,
	place: Place,
	source: Extract<AwardSource, { kind: 'part' | 'criterion' }>
): Ratio | null {
	if (source.kind === 'part') {
		const score = place.score.parts[source.part];
		const { rounding } = index.rules;
		return score ? (rounding.at === 'part' ? ratio(roundPoints(score.exact, rounding)) : score.exact) : null;
	}
	for (const score of Object.values(place.score.parts)) {
		const panels = score?.detail.kind === 'judged' ? score.detail.panels : [];
		const mean = panels.map(({ criteria }) => criteria[source.criterion]).find((each) => each !== undefined);
		if (mean) return mean;
	}
	return null;
}

function sourceTitle(index: RecordIndex, source: Extract<AwardSource, { kind: 'part' | 'criterion' }>): Bilingual {
	if (source.kind === 'part') {
		const title = partOf(index.rules, source.part)?.title ?? { vi: source.part, en: source.part };
		return { vi: `phần ${title.vi}`, en: `${title.en}:` };
	}
	const criteria = [...index.rubrics.values()].flatMap((rubric) => rubric.criteria);
	const name = criteria.find(({ code }) => code === source.criterion)?.name ?? source.criterion;
	return { vi: `tiêu chí ${name}`, en: `criterion ${name}:` };
}

/** Two decimals for print, whatever the rules round parts to. */
function announced(points: Ratio): number {
	return roundPoints(points, { mode: 'half-up', decimals: 2 });
}
