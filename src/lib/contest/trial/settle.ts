// What people would decide while a trial is held: differences of judges, ties, shared places at the cut; it must not change what anybody did.
import { drawSome } from '../lots.ts';
import type { Points } from '../points.ts';
import type { Decision, DecisionContent, DecisionFrame } from '../record/decision.ts';
import type { ContestRecord } from '../record/record.ts';
import { computeResult } from '../result/compute.ts';
import type { ContestResult, DivergenceFinding, Missing } from '../result/result.ts';
import { roundPoints } from '../result/rounding.ts';
import { decidedTieBreaks } from '../rules/ties.ts';
import type { TrialSetting } from './setting.ts';

/** So often is decided and computed again: each time some of a stage is settled, and a contest has few stages. */
const mostPasses = 40;

export interface Settled {
	record: ContestRecord;
	/** What nobody could settle is still named as missing. */
	result: ContestResult;
}

/** First what the judges differ in, then who is tied, then who goes on, as each may change what comes after it. */
export function settle(
	begun: ContestRecord,
	extraJudge: string,
	{ seed, reason }: Pick<TrialSetting, 'seed' | 'reason'>
): Settled {
	let record = begun;
	let result = computeResult(record);
	for (let pass = 0; pass < mostPasses && result.missing.length > 0; pass++) {
		const contents = decisionsAbout(result, extraJudge, seed);
		if (contents.length === 0) break;
		const decided = contents.map((content, at): Decision => ({
			...frameOf(record.decisions.length + at + 1, reason),
			...content
		}));
		record = { ...record, decisions: [...record.decisions, ...decided] };
		result = computeResult(record);
	}
	return { record, result };
}

function decisionsAbout(result: ContestResult, extraJudge: string, seed: string): DecisionContent[] {
	const { missing } = result;
	const steps = [
		() => missing.flatMap((each) => (each.kind === 'divergence' ? differencesSettled(result, each, extraJudge) : [])),
		() => missing.flatMap((each) => (each.kind === 'tie' ? tieParted(each, seed) : [])),
		() => missing.flatMap((each) => (each.kind === 'advancement' ? letIn(each) : []))
	];
	return steps.map((step) => step()).find((contents) => contents.length > 0) ?? [];
}

function frameOf(sequence: number, reason: string): DecisionFrame {
	return { sequence, reason, by: reason, confirmedBy: reason, at: '2000-01-01T00:00:00.000Z', takesBack: null };
}

type MissingOf<Kind extends Missing['kind']> = Extract<Missing, { kind: Kind }>;

/** The head judge decides the value as it is, another judge marks besides, and after a consultation the sheets stand. */
function differencesSettled(
	{ stages }: ContestResult,
	{ part, panel, contestants }: MissingOf<'divergence'>,
	extraJudge: string
): DecisionContent[] {
	const findings = new Map<string, DivergenceFinding>();
	for (const { rankings } of stages)
		for (const { contestant, score } of rankings.flatMap(({ places }) => places)) {
			const detail = score.parts[part]?.detail;
			const scores = detail?.kind === 'judged' ? detail.panels : [];
			const finding = scores.find((each) => each.panel === panel)?.divergence;
			if (finding) findings.set(contestant, finding);
		}
	return contestants.map((contestant) => {
		const finding = findings.get(contestant);
		const outcome =
			finding?.action === 'head-decides'
				? { kind: 'head' as const, value: wholePoints(finding) }
				: finding?.action === 'extra-replaces' || finding?.action === 'extra-joins'
					? { kind: 'extra' as const, judge: extraJudge }
					: { kind: 'stands' as const };
		return { kind: 'divergence', part, panel, contestant, outcome };
	});
}

function wholePoints({ before }: DivergenceFinding): Points {
	return roundPoints(before, { mode: 'half-up', decimals: 2 });
}

/** In the order a draw gives, whoever decides. */
function tieParted({ stage, key, contestants }: MissingOf<'tie'>, seed: string): DecisionContent[] {
	const decided = decidedTieBreaks.find((each) => each === key);
	if (!decided) return [];
	const order = drawSome(seed, contestants, contestants.length).map((number) => [number]);
	return [{ kind: 'tie', stage, key: decided, order, seed: decided === 'lots' ? seed : null }];
}

/** All who share the last places. */
function letIn({ stage, contestants }: MissingOf<'advancement'>): DecisionContent[] {
	return contestants.map((contestant) => ({ kind: 'advance', stage, contestant, goesOn: true }));
}
