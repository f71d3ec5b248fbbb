// Who takes part in a trial: everybody who may still compete, in groups the rules have; it must not know marks.
import type { GroupCode } from '../ids.ts';
import { isOut, type RecordedContestant } from '../record/record.ts';
import type { Group, Rules } from '../rules/rules.ts';
import type { Chance } from './chance.ts';
import type { TrialPeople } from './setting.ts';

const teamSize = 4;

/** Groups people have already are kept as far as the rules know them; the others are put into one by lot. */
export function entriesOf(
	{ categories, clusters }: Pick<Rules, 'categories' | 'clusters'>,
	people: Pick<TrialPeople, 'contestants'>,
	chance: Chance
): RecordedContestant[] {
	const entered = people.contestants.filter(({ status }) => !isOut(status));
	const teams = Math.max(1, Math.ceil(entered.length / teamSize));
	return entered.map((contestant) => ({
		...contestant,
		category: groupIn(categories, contestant.category, chance, 'category', contestant.number),
		cluster: groupIn(clusters, contestant.cluster, chance, 'cluster', contestant.number),
		team: contestant.team ?? `Đội ${1 + chance.below(teams, 'team', contestant.number)}`,
		status: 'competing'
	}));
}

/** Null where the rules have no such groups. */
export function groupIn(groups: Group[], own: GroupCode | null, chance: Chance, ...key: string[]): GroupCode | null {
	if (groups.some(({ code }) => code === own)) return own;
	return groups.length === 0 ? null : (groups[chance.below(groups.length, ...key)]?.code ?? null);
}
