// The shadow of a full hall: 5,000 contestants and their 100,000 answers, recounted by one statement within the pool's own deadline.
import { expect, test } from 'vitest';
import type { Rules } from '../../src/lib/contest/rules/rules.ts';
import { computeResult } from '../../src/lib/contest/result/compute.ts';
import { differences } from '../../src/lib/server/stores/shadow/differences.ts';
import { shadowResult } from '../../src/lib/server/stores/shadow/shadow-result.ts';
import { freshDatabase } from './fresh-database.ts';
import { hallRecord } from './hall-record.ts';

/** The first five hundred go on to a stage with the same quiz, which nobody has played. */
function withFinal(rules: Rules): Rules {
	const [stage] = rules.stages;
	if (!stage) throw new Error('the rules have no stage');
	const advancement = {
		to: 'CK',
		top: { count: 500, per: 'stage' as const },
		leastTotal: null,
		mostPerUnit: null,
		atCut: 'all' as const
	};
	return {
		...rules,
		stages: [
			{ ...stage, advancement },
			{ ...stage, code: 'CK', parts: stage.parts.map((part) => ({ ...part, code: 'KT2' })) }
		]
	};
}

test('5,000 contestants with 20 answers each, of whom 500 go on', async () => {
	const fresh = await freshDatabase();
	const record = hallRecord(5_000, 20, 7);
	const staged = { ...record, rules: withFinal(record.rules) };
	const shadow = await shadowResult(fresh.database.drizzle, staged);
	await fresh.drop();
	const result = computeResult(staged);
	expect(result.stages.map(({ rankings }) => rankings[0]?.places.length)).toEqual([5_000, expect.any(Number)]);
	expect(differences(result, shadow)).toEqual([]);
});
