// The ranking of units or teams, made from their members' totals (R170–R173); it must not know how a total came about.
import { formatPoints, ratio, type Points, type Ratio } from '../points.ts';
import { compareRatios, plus, quotient, times } from '../ratio.ts';
import type { TeamRanking } from '../rules/advancement.ts';
import type { RecordIndex, StageIndex } from './record-index.ts';
import { inGroups } from './in-groups.ts';
import { grouped } from './record-index.ts';
import type { Place, Ranking, TeamPlace, UnitResult } from './result.ts';
import { roundPoints } from './rounding.ts';

/** R170: equal totals share a rank and the next ranks are skipped; teams with too few ranked members come last, without one. */
export function teamPlaces({ index, stage }: StageIndex, rankings: Ranking[], units: UnitResult[]): TeamPlace[] {
	const { teams } = stage;
	if (teams === null) return [];
	const ranked = rankings.flatMap(({ places }) => places.filter(({ rank }) => rank !== null));
	const byTeam = grouped(ranked, ({ contestant }) => teamOf(index, teams, contestant));
	byTeam.delete('');
	const shareOf = participation(teams, units);
	const all = [...byTeam]
		.map(([team, members]) => scoreTeam(index, teams, team, members, shareOf(team)))
		.sort((a, b) => (a.team < b.team ? -1 : 1));
	const [placed, short] = [
		all.filter(({ members }) => members >= teams.leastMembers),
		all.filter(({ members }) => members < teams.leastMembers)
	];
	let ahead = 0;
	return [
		...inGroups(placed, (a, b) => b.total - a.total).flatMap((group) => {
			const rank = ahead + 1;
			ahead += group.length;
			return group.map((team) => ({ ...team, rank, shared: group.length > 1 }));
		}),
		...short.map((team) => ({
			...team,
			why: {
				vi: `${team.members} thí sinh được xếp hạng, cần ít nhất ${teams.leastMembers}; không xếp hạng tập thể`,
				en: `${team.members} ranked, at least ${teams.leastMembers} needed; not ranked as a team`
			}
		}))
	];
}

function teamOf(index: RecordIndex, teams: TeamRanking, contestant: string): string {
	const found = index.contestants.get(contestant);
	return (teams.of === 'unit' ? found?.unit : found?.team) ?? '';
}

/** R171: the sum, the mean, or the sum of the best k of the members' announced totals, and points for taking part; rounded once. */
function scoreTeam(
	index: RecordIndex,
	teams: TeamRanking,
	team: string,
	members: Place[],
	participationShare: Ratio | null
): TeamPlace {
	const { combine } = teams;
	const best = [...members].sort((a, b) => b.total - a.total);
	const counted = combine.kind === 'best' ? best.slice(0, combine.count) : best;
	const sum = counted.reduce((points, { total }) => points + total, 0);
	const fromMembers = combine.kind === 'mean' ? quotient([sum], [counted.length]) : ratio(sum);
	const forTakingPart = participationShare === null ? ratio(0) : times(participationShare, [teams.participationPoints]);
	const total = roundPoints(plus(fromMembers, forTakingPart), index.rules.rounding);
	return {
		team,
		rank: null,
		shared: false,
		total,
		counted: counted.map(({ contestant }) => contestant),
		members: members.length,
		why: whyOf(teams, counted, total, roundPoints(forTakingPart, index.rules.rounding))
	};
}

/** R172: a unit's rate of contestants per member over the best such rate; null where no points are given for it. */
function participation({ of, participationPoints }: TeamRanking, units: UnitResult[]): (unit: string) => Ratio | null {
	const rates = new Map(units.flatMap(({ unit, rate }) => (rate ? [[unit, rate]] : [])));
	const best = [...rates.values()].reduce((most, rate) => (compareRatios(rate, most) > 0 ? rate : most), ratio(0));
	if (of !== 'unit' || participationPoints === 0 || best.numerator === 0) return () => null;
	return (unit) => {
		const rate = rates.get(unit);
		return rate ? times(rate, [best.denominator], [best.numerator]) : null;
	};
}

function whyOf({ combine }: TeamRanking, counted: Place[], total: Points, forTakingPart: Points) {
	const points = (language: 'vi' | 'en') => counted.map((place) => formatPoints(place.total, language)).join(' + ');
	const [sumVi, sumEn] =
		combine.kind === 'mean'
			? [`(${points('vi')}) / ${counted.length}`, `(${points('en')}) / ${counted.length}`]
			: [points('vi'), points('en')];
	const bonusVi = forTakingPart === 0 ? '' : ` + ${formatPoints(forTakingPart, 'vi')} điểm tham gia`;
	const bonusEn = forTakingPart === 0 ? '' : ` + ${formatPoints(forTakingPart, 'en')} for taking part`;
	return {
		vi: `${sumVi}${bonusVi} = ${formatPoints(total, 'vi')} điểm`,
		en: `${sumEn}${bonusEn} = ${formatPoints(total, 'en')} points`
	};
}
