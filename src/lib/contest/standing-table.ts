// Rankings as screens and papers show them: one table for each ranking of a stage; it must not know who may see it.
import type { Bilingual, Percent, StageCode } from './ids.ts';
import type { Points } from './points.ts';
import { quotient } from './ratio.ts';
import type { ContestRecord } from './record/record.ts';
import type { AwardResult, ContestResult, Place, Ranking, StageResult } from './result/result.ts';
import { roundPoints } from './result/rounding.ts';
import type { Rules, Stage } from './rules/rules.ts';

/** What adds up to the total: a part, what is carried from an earlier stage, or points given by decision. */
export interface StandingColumn {
	/** Unique in its table. */
	code: string;
	title: Bilingual;
	/** The most it can bring; null where there is no such limit. */
	max: Points | null;
}

export interface StandingRow {
	number: string;
	name: string;
	unit: string;
	rank: number | null;
	shared: boolean;
	total: Points;
	/** By column; null while nothing counts there yet. */
	points: Record<string, Points | null>;
	why: Bilingual;
	/** In the order of the plan. */
	awards: Bilingual[];
}

export interface StandingTable {
	stage: StageCode;
	/** The stage, and the group when several are ranked by themselves. */
	title: Bilingual;
	columns: StandingColumn[];
	/** In order of rank, then those who are not ranked. */
	rows: StandingRow[];
}

export interface TeamRow {
	/** Code of the unit or team. */
	team: string;
	name: string;
	rank: number | null;
	shared: boolean;
	total: Points;
	members: number;
	why: Bilingual;
}

export interface TeamTable {
	stage: StageCode;
	title: Bilingual;
	rows: TeamRow[];
}

/** Every ranking of every stage, in the order of the rules. */
export function standingTables(record: ContestRecord, result: ContestResult): StandingTable[] {
	const unitOf = new Map(record.units.map(({ code, name }) => [code, name]));
	const people = new Map(
		record.contestants.map(({ number, name, unit }) => [number, { name, unit: unitOf.get(unit) ?? unit }])
	);
	const awards = awardsOf(record.rules, result.awards);
	return result.stages.flatMap((stageResult) => {
		const stage = record.rules.stages.find(({ code }) => code === stageResult.stage);
		if (!stage) return [];
		const columns = columnsOf(record.rules, stage, stageResult);
		return stageResult.rankings.map((ranking) => ({
			stage: stage.code,
			title: titleOf(record.rules, stage, ranking),
			columns,
			rows: ranking.places.map((place): StandingRow => {
				const { contestant: number, rank, shared, total, why } = place;
				const { name, unit } = people.get(number) ?? { name: number, unit: '' };
				return {
					number,
					name,
					unit,
					rank,
					shared,
					total,
					points: pointsOf(place, record.rules),
					why,
					awards: awards.get(number) ?? []
				};
			})
		}));
	});
}

/** The tables of the last stage that has points, else of the first: what people mean by "the standings now". */
export function currentTables(tables: StandingTable[]): StandingTable[] {
	const reached = tables.findLast(({ rows }) => rows.some(hasPoints)) ?? tables[0];
	return tables.filter(({ stage }) => stage === reached?.stage);
}

/** While points are still missing, only those who have some stand in the tables: nought is no place. */
export function tablesSoFar(tables: StandingTable[]): StandingTable[] {
	return tables.map((table) => ({ ...table, rows: table.rows.filter(({ total }) => total > 0) }));
}

/** Said to whoever is not in them. */
export const noPlaceYet: Bilingual = { vi: 'Chưa có điểm để xếp hạng.', en: 'There are no points to rank yet.' };

/** Nobody has a place before the first point. */
export function hasPoints({ points }: Pick<StandingRow, 'points'>): boolean {
	return Object.values(points).some((each) => each !== null);
}

/** Rankings of units or teams, one for each stage that has them. */
export function teamTables(record: ContestRecord, result: ContestResult): TeamTable[] {
	const nameOf = new Map(record.units.map(({ code, name }) => [code, name]));
	return result.stages.flatMap(({ stage: code, teams }) => {
		const stage = record.rules.stages.find((each) => each.code === code);
		if (!stage || teams.length === 0) return [];
		const rows = teams.map(({ team, rank, shared, total, members, why }): TeamRow => {
			const name = stage.teams?.of === 'unit' ? (nameOf.get(team) ?? team) : team;
			return { team, name, rank, shared, total, members, why };
		});
		return [{ stage: code, title: stage.title, rows }];
	});
}

function awardsOf({ awards }: Rules, given: AwardResult[]): Map<string, Bilingual[]> {
	const titleOf = new Map(awards.map(({ code, title }) => [code, title]));
	const byContestant = new Map<string, Bilingual[]>();
	for (const { award, winners } of given)
		for (const { contestant } of winners) {
			const title = titleOf.get(award);
			if (contestant !== null && title) byContestant.set(contestant, [...(byContestant.get(contestant) ?? []), title]);
		}
	return byContestant;
}

function titleOf({ categories, clusters }: Rules, { title }: Stage, { category, cluster }: Ranking): Bilingual {
	const groups = [
		categories.find(({ code }) => code === category)?.title,
		clusters.find(({ code }) => code === cluster)?.title
	].filter((group) => group !== undefined);
	return {
		vi: [title, ...groups].map(({ vi }) => vi).join(' · '),
		en: [title, ...groups].map(({ en }) => en).join(' · ')
	};
}

const carriedCode = (stage: StageCode) => `carried ${stage}`;
const adjustedCode = 'adjusted';

function columnsOf({ stages }: Rules, stage: Stage, { rankings }: StageResult): StandingColumn[] {
	const carried = stage.carry.flatMap(({ stage: code, weight }): StandingColumn[] => {
		const earlier = stages.find((each) => each.code === code);
		return earlier ? [{ code: carriedCode(code), title: earlier.title, max: weighted(earlier.total, weight) }] : [];
	});
	const parts = stage.parts
		.filter(({ weight }) => weight > 0)
		.map(({ code, title, maxPoints, weight }) => ({ code, title, max: weighted(maxPoints, weight) }));
	const isAdjusted = rankings.some(({ places }) => places.some(({ score }) => score.adjusted !== 0));
	const adjusted = { code: adjustedCode, title: { vi: 'Điểm cộng, trừ', en: 'Added or taken off' }, max: null };
	return [...carried, ...parts, ...(isAdjusted ? [adjusted] : [])];
}

function weighted(points: Points, weight: Percent): Points {
	return roundPoints(quotient([points, weight], [100]), { mode: 'half-up', decimals: 2 });
}

/** R40: what is carried is rounded like a part, so that the columns add up to the total. */
function pointsOf({ score }: Place, { rounding }: Rules): StandingRow['points'] {
	return {
		...Object.fromEntries(
			score.carried.map(({ stage, points }) => [carriedCode(stage), roundPoints(points, rounding)])
		),
		...Object.fromEntries(Object.entries(score.parts).map(([part, partScore]) => [part, partScore?.points ?? null])),
		...(score.adjusted === 0 ? {} : { [adjustedCode]: score.adjusted })
	};
}
