// The engine of results and its shadow in SQL, two programs that share no code, on 1,000 random contests with random rules.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ContestRecord } from '../../src/lib/contest/record/record.ts';
import { anyContest } from '../../src/lib/contest/result/any-contest.fixture.ts';
import { computeResult } from '../../src/lib/contest/result/compute.ts';
import type { ContestResult } from '../../src/lib/contest/result/result.ts';
import { differences } from '../../src/lib/server/stores/shadow/differences.ts';
import { shadowResult, shadowResults, type ShadowLine } from '../../src/lib/server/stores/shadow/shadow-result.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';
import { constructsOf } from './shadow-constructs.ts';
import { mutations } from './shadow-mutations.ts';

const seed = 20_210_715;
const contests = 1000;
/** In one statement. */
const atOnce = 50;

interface Played {
	record: ContestRecord;
	result: ContestResult;
	shadow: ShadowLine[];
}

let fresh: FreshDatabase;
let played: Played[];

beforeAll(async () => {
	fresh = await freshDatabase();
	const records = fc.sample(anyContest(), { seed, numRuns: contests });
	played = [];
	for (let from = 0; from < contests; from += atOnce) {
		const some = records.slice(from, from + atOnce);
		const shadows = await shadowResults(fresh.database.drizzle, some);
		played.push(...some.map((record, at) => ({ record, result: computeResult(record), shadow: shadows[at] ?? [] })));
	}
});
afterAll(async () => fresh.drop());

test(`engine and shadow agree on every part, total and rank of ${contests} contests (seed ${seed})`, () => {
	expect(played).toHaveLength(contests);
	expect(played.flatMap(({ result, shadow }) => differences(result, shadow).slice(0, 3))).toEqual([]);
});

/** What must have had an effect somewhere: in the words of shadow-constructs.ts. */
const constructs = {
	rounding: ['half-up', 'half-even', 'up', 'down'].flatMap((mode) => [`${mode} at part`, `${mode} at total`]),
	question: ['single', 'truefalse', 'numeric', 'text'],
	multiple: ['all-or-nothing', 'partial', 'right-minus-wrong'],
	ordering: ['exact', 'adjacent-pairs'],
	matching: ['exact', 'per-pair'],
	scoring: ['fixed', 'speed', 'rank'],
	voided: ['left-out', 'full-for-all'],
	quiz: ['scaled', 'raw', 'without points'],
	judged: ['scaled', 'raw', 'without points'],
	given: ['scaled', 'raw', 'without points'],
	weight: ['0', '50', '60', '100'],
	aggregation: ['mean', 'weighted-mean', 'median', 'sum', 'trimmed', 'consensus'],
	policy: ['mean-of-present', 'wait', 'substitute', 'drop-from-session'],
	sheet: ['yes', 'dropped-high', 'dropped-low', 'excluded', 'judge-left-out', 'replaced'],
	several: ['panels'],
	metric: ['distance-to-mean', 'distance-to-median', 'dixon-q', 'spread'],
	threshold: ['points', 'share', 'confidence'],
	level: ['0', '1'],
	warn: ['settled'],
	exclude: ['settled', 'open'],
	consult: ['settled', 'open'],
	'head-decides': ['settled', 'open'],
	'extra-replaces': ['settled', 'open'],
	'extra-joins': ['settled', 'open'],
	penalty: ['over', 'under', 'in part', 'in criterion', 'capped'],
	cost: ['zero', 'bands', 'ceil', 'floor', 'prorata'],
	decision: [
		...[
			'taken back',
			'points',
			'time',
			'void',
			'key',
			'recused',
			'abstained',
			'substitute',
			'substitute onward',
			'let in',
			'taken out',
			'tie',
			'answer counted',
			'answer left out'
		],
		...['divergence stands', 'divergence head', 'divergence extra'],
		...['mean-of-present', 'wait', 'substitute', 'drop-from-session'].map((policy) => `missing-judge ${policy}`)
	],
	status: ['competing', 'absent', 'withdrawn', 'force-majeure', 'disqualified'],
	'decided by': [
		...['part', 'criterion', 'exact-total', 'stage', 'median', 'top-marks', 'fewer-penalties', 'stage-time'],
		...['right-answers', 'answer-time', 'extra-question', 'lots', 'head-judge']
	],
	shared: ['rank'],
	missing: ['tie', 'advancement', 'sheets', 'panel-value', 'divergence', 'round-open', 'given'],
	carried: ['total'],
	total: ['adjusted'],
	'ranked by': ['category', 'cluster'],
	advancement: ['stage', 'category', 'cluster', 'session', 'without places'],
	cut: ['all', 'none', 'decide', 'undecided'],
	quota: ['of units'],
	least: ['total']
};

test('every construct of the rules had an effect in some of them', () => {
	const counts = new Map<string, number>();
	for (const { record, result } of played)
		for (const construct of new Set(constructsOf(record, result)))
			counts.set(construct, (counts.get(construct) ?? 0) + 1);
	const wanted = Object.entries(constructs).flatMap(([what, some]) => some.map((each) => `${what} ${each}`));
	const rare = wanted
		.map((construct) => `${construct}: ${counts.get(construct) ?? 0}`)
		.filter((line) => /: [0-2]$/.test(line));
	expect(rare).toEqual([]);
});

test.each(mutations)('the shadow of the true record does not agree when somebody changed %s', async (_, mutate) => {
	const caught = played.find(({ record, shadow }) => differences(computeResult(mutate(record)), shadow).length > 0);
	expect(caught).toBeDefined();
	if (!caught) return;
	const other = mutate(caught.record);
	const shadow = await shadowResult(fresh.database.drizzle, other);
	expect(differences(computeResult(other), shadow)).toEqual([]);
	expect(differences(caught.result, shadow)).not.toEqual([]);
});

test('a difference names stage, contestant and both figures; a line on one side only is one', () => {
	const { result, shadow } = played[0]!;
	const [first, ...rest] = shadow;
	const { stage, contestant, total } = first!;
	const wrong = differences(result, [{ ...first!, total: total + 100 }, ...rest]);
	expect(wrong).toEqual([expect.stringContaining(`total ${total}, shadow ${total + 100}`)]);
	expect(wrong[0]).toMatch(new RegExp(`^${stage} .*${contestant}: `));
	expect(differences(result, rest)).toEqual([expect.stringContaining('not in the shadow')]);
	expect(differences(result, [...shadow, { ...first!, contestant: 'TS99' }])).toEqual([
		expect.stringContaining('only in the shadow')
	]);
});
