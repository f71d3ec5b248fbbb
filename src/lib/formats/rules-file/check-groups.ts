// Codes of groups that stand twice in the rules; it must not know who is in a group.
import type { Rules } from '../../contest/rules/rules.ts';
import type { FileProblem } from '../json-document/file-problem.ts';
import { repetitions } from '../json-document/repetition.ts';

/** `prefix` is where the rules stand: empty, or `rules.`. */
export function checkGroups(rules: Rules, prefix: string): FileProblem[] {
	const lists = [
		{ path: 'categories', groups: rules.categories },
		{ path: 'clusters', groups: rules.clusters },
		...rules.stages.map(({ sessions }, at) => ({ path: `stages[${at}].sessions`, groups: sessions }))
	];
	return lists.flatMap(({ path, groups }) =>
		repetitions(
			groups,
			({ code }) => [code],
			(at) => `${prefix}${path}[${at}].code`
		)
	);
}
