// Names every construct of the rules that had an effect in a contest, so that a test can say which ones never occurred; it must not judge.
import { standingDecisions } from '../../src/lib/contest/record/decision.ts';
import type { ContestRecord } from '../../src/lib/contest/record/record.ts';
import type { ContestResult, PanelScore, PartScore, StageResult } from '../../src/lib/contest/result/result.ts';
import type { Panel } from '../../src/lib/contest/rules/panels.ts';
import { isJudged, isQuiz, type JudgedPart, type Part, type QuizPart } from '../../src/lib/contest/rules/parts.ts';
import type { Stage } from '../../src/lib/contest/rules/rules.ts';

/** Such as `aggregation trimmed`, `sheet dropped-high`, `decided by lots`; with repetitions. */
export function constructsOf(record: ContestRecord, result: ContestResult): string[] {
	const { mode, at, decimals } = record.rules.rounding;
	const decisions = standingDecisions(record.decisions);
	return [
		`rounding ${mode} at ${at}`,
		`${decimals} decimals`,
		`${record.rules.stages.length} stages`,
		...record.decisions.map(({ takesBack }) => (takesBack === null ? 'decision' : 'decision taken back')),
		...decisions.map((decision) => {
			switch (decision.kind) {
				case 'divergence':
					return `decision divergence ${decision.outcome.kind}`;
				case 'missing-judge':
					return `decision missing-judge ${decision.policy}`;
				case 'substitute':
					return `decision substitute${decision.onward ? ' onward' : ''}`;
				case 'recusal':
					return `decision ${decision.how}`;
				case 'answer':
					return decision.counts ? 'decision answer counted' : 'decision answer left out';
				case 'advance':
					return decision.goesOn ? 'decision let in' : 'decision taken out';
				default:
					return `decision ${decision.kind}`;
			}
		}),
		...result.missing.map(({ kind }) => `missing ${kind}`),
		...record.contestants.map(({ status }) => `status ${status}`),
		...record.rules.stages.flatMap((stage, position) => ofStage(record, stage, result.stages[position]))
	];
}

function ofStage(record: ContestRecord, stage: Stage, result: StageResult | undefined): string[] {
	if (!result) return [];
	const places = result.rankings.flatMap((ranking) => ranking.places);
	const quotas = stage.advancement?.mostPerUnit == null ? [] : ['quota of units'];
	return [
		...stage.rankedBy.map((by) => `ranked by ${by}`),
		...quotas,
		...(stage.advancement ? [`advancement ${stage.advancement.top?.per ?? 'without places'}`] : []),
		...(stage.advancement?.leastTotal == null ? [] : ['least total']),
		...(result.advancement?.undecided.length ? ['cut undecided'] : []),
		...(stage.advancement ? [`cut ${stage.advancement.atCut}`] : []),
		...places.flatMap(({ decidedBy, shared, score }) => [
			...(decidedBy ? [`decided by ${decidedBy.tieBreak.kind}`] : []),
			...(shared ? ['shared rank'] : []),
			...score.carried.map(() => 'carried total'),
			...(score.adjusted === 0 ? [] : ['total adjusted']),
			...stage.parts.flatMap((part) => ofPart(record, part, score.parts[part.code] ?? null))
		])
	];
}

function ofPart(record: ContestRecord, part: Part, score: PartScore | null): string[] {
	const kind = isJudged(part) ? 'judged' : part.kind;
	if (!score) return [`${kind} without points`];
	return [
		`${kind} ${part.scale}`,
		`weight ${part.weight}`,
		...(isQuiz(part) ? ofQuiz(record, part) : isJudged(part) ? ofJudged(part, score) : [])
	];
}

function ofQuiz(record: ContestRecord, part: QuizPart): string[] {
	const asked = new Set(
		record.rounds
			.filter((round) => round.part === part.code)
			.flatMap(({ questions }) => questions.map((each) => each.question))
	);
	const kinds = new Set(record.questions.filter(({ code }) => asked.has(code)).map(({ kind }) => kind));
	return [
		`scoring ${part.scoring.kind}`,
		...[...kinds].map((kind) => {
			switch (kind) {
				case 'multiple':
					return `multiple ${part.marking.multiple.kind}`;
				case 'ordering':
					return `ordering ${part.marking.ordering}`;
				case 'matching':
					return `matching ${part.marking.matching}`;
				default:
					return `question ${kind}`;
			}
		}),
		...(record.decisions.some((each) => each.kind === 'void' && asked.has(each.question))
			? [`voided ${part.voided}`]
			: [])
	];
}

function ofJudged(part: JudgedPart, score: PartScore): string[] {
	if (score.detail.kind !== 'judged') return [];
	const penalty = part.timing?.penalty;
	const used = score.detail.usedMs;
	const isOver = part.timing !== null && used !== null && used > part.timing.mostMs;
	const cost = isOver ? penalty?.over : penalty?.under;
	const taken =
		score.penalty > 0 && penalty && cost
			? [
					`penalty ${isOver ? 'over' : 'under'}`,
					`penalty in ${penalty.place.kind}`,
					`cost ${cost.kind === 'linear' ? cost.startedMinute : cost.kind}`,
					...(score.penalty === penalty.cap ? ['penalty capped'] : [])
				]
			: [];
	const { panels } = score.detail;
	return [
		...taken,
		...(panels.length > 1 ? ['several panels'] : []),
		...panels.flatMap((panel) => {
			const rules = part.panels.find(({ code }) => code === panel.panel);
			return rules ? ofPanel(rules, panel) : [];
		})
	];
}

function ofPanel({ aggregation, missing, divergence }: Panel, panel: PanelScore): string[] {
	const finding = panel.divergence;
	return [
		`aggregation ${aggregation.kind}`,
		`policy ${missing}`,
		...panel.sheets.map(({ counts }) => `sheet ${counts}`),
		...(finding && divergence
			? [
					`metric ${divergence.metric}`,
					`threshold ${divergence.levels[finding.level]?.threshold.kind ?? ''}`,
					`level ${finding.level}`,
					`${finding.action} ${finding.isSettled ? 'settled' : 'open'}`
				]
			: [])
	];
}
