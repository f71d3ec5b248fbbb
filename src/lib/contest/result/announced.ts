// What a result announces, as facts each under a key, so that two results can be held against each other; it must not compare anything.
import { canonical } from '../event-chain.ts';
import type { AwardCode, GroupCode, PartCode, StageCode, UnitCode } from '../ids.ts';
import type { Points } from '../points.ts';
import type { ContestantNumber } from '../record/record.ts';
import type { ContestResult, Missing } from './result.ts';

/** Everything people are told of a result; explanations and exact values are not in it. */
export interface Announced {
	places: Fact<{ stage: StageCode; contestant: ContestantNumber }, AnnouncedPlace>[];
	teams: Fact<{ stage: StageCode; team: string }, AnnouncedTeam>[];
	advancement: Fact<{ stage: StageCode; contestant: ContestantNumber }, 'goes-on' | 'undecided'>[];
	awards: Fact<{ award: AwardCode; contestant: ContestantNumber | null; unit: UnitCode | null }, 'given'>[];
	nominations: Fact<{ contestant: ContestantNumber }, 'proposed'>[];
	/** How often the same thing is missing: mostly once. */
	missing: Fact<Missing, number>[];
}

export interface Fact<Key, Value> {
	key: Key;
	value: Value;
}

export interface AnnouncedPlace {
	category: GroupCode | null;
	cluster: GroupCode | null;
	rank: number | null;
	shared: boolean;
	total: Points;
	parts: Record<PartCode, Points | null>;
}

export interface AnnouncedTeam {
	rank: number | null;
	shared: boolean;
	total: Points;
}

/** R240. Every list in the order of its keys, so that equal results announce equally. */
export function announcedOf({ stages, awards, nominations, missing }: ContestResult): Announced {
	const counts = new Map<string, Fact<Missing, number>>();
	for (const each of missing) {
		const text = canonical(each);
		counts.set(text, { key: each, value: (counts.get(text)?.value ?? 0) + 1 });
	}
	return {
		places: inOrder(
			stages.flatMap(({ stage, rankings }) =>
				rankings.flatMap(({ category, cluster, places }) =>
					places.map(({ contestant, rank, shared, total, score }) => ({
						key: { stage, contestant },
						value: {
							category,
							cluster,
							rank,
							shared,
							total,
							parts: Object.fromEntries(
								Object.entries(score.parts).map(([part, points]) => [part, points?.points ?? null])
							)
						}
					}))
				)
			)
		),
		teams: inOrder(
			stages.flatMap(({ stage, teams }) =>
				teams.map(({ team, rank, shared, total }) => ({ key: { stage, team }, value: { rank, shared, total } }))
			)
		),
		advancement: inOrder(
			stages.flatMap(({ stage, advancement }) => [
				...(advancement?.goingOn ?? []).map(({ contestant }) => ({
					key: { stage, contestant },
					value: 'goes-on' as const
				})),
				...(advancement?.undecided ?? []).map((contestant) => ({
					key: { stage, contestant },
					value: 'undecided' as const
				}))
			])
		),
		awards: inOrder(
			awards.flatMap(({ award, winners }) =>
				winners.map(({ contestant, unit }) => ({ key: { award, contestant, unit }, value: 'given' as const }))
			)
		),
		nominations: inOrder(nominations.map((contestant) => ({ key: { contestant }, value: 'proposed' as const }))),
		missing: inOrder([...counts.values()])
	};
}

export function inOrder<Line extends { key: unknown }>(lines: Line[]): Line[] {
	const keyed = lines.map((line) => ({ line, text: canonical(line.key) }));
	return keyed.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)).map(({ line }) => line);
}
