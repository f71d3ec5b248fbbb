// Contests with random rules, people, answers, sheets, times and decisions, as an arbitrary of fast-check; it must not compute anything.
import type fc from 'fast-check';
import { aContestant, aJudge, aRecord, aTurn, aUnit } from '../record/contest-record.fixture.ts';
import { contestantStatuses, type ContestRecord, type RecordedSheet, type RecordedTurn } from '../record/record.ts';
import { countedRoles } from '../rules/panels.ts';
import { allParts, type Rules, type Stage } from '../rules/rules.ts';
import { throwing, type Dice } from './dice.fixture.ts';
import { randomDecisions } from './random-decisions.fixture.ts';
import { randomRubrics } from './random-panels.fixture.ts';
import { randomChoice, randomQuestion } from './random-questions.fixture.ts';
import { randomRules, type RandomContest } from './random-rules.fixture.ts';

export type { RandomContest } from './random-rules.fixture.ts';

/**
 * One to three stages, up to six contestants of three units, up to five judges in one or two panels and one more (GKX) who
 * sits in none; questions of every kind; decisions of every kind. In one contest of three, some of what is needed is missing.
 */
export function aRandomContest(options: RandomContest = {}): fc.Arbitrary<ContestRecord> {
	return throwing((dice) => randomContest(dice, options));
}

function randomContest(dice: Dice, options: RandomContest): ContestRecord {
	const rules = randomRules(dice, options);
	const lacks = dice.chance(33) ? (times: number) => dice.chance(100 / times) : () => false;
	const judges = Array.from({ length: dice.between(1, 5) }, (_, at) => `GK${at + 1}`);
	const hasAudience = allParts(rules).some((part) => 'panels' in part && part.panels.length > 1);
	const isPanelEmpty = lacks(12);
	const people: Pick<ContestRecord, 'units' | 'contestants' | 'judges'> = {
		units: ['U1', 'U2', 'U3'].map((code) => aUnit(code, { members: dice.one(50, 20, null) })),
		contestants: Array.from({ length: dice.between(1, 6) }, (_, at) => randomContestant(dice, rules, `TS${at + 1}`)),
		judges: [
			...judges.map((code) =>
				aJudge(code, {
					role: dice.one(...countedRoles),
					unit: dice.chance(8) ? dice.one('U1', 'U2') : null,
					...(isPanelEmpty ? { panels: [] } : {})
				})
			),
			...(hasAudience ? ['KG1', 'KG2'].map((code) => aJudge(code, { panels: ['KG'] })) : []),
			aJudge('GKX', { panels: [] })
		]
	};
	const rounds = allParts(rules).flatMap((part) => (part.kind === 'quiz' ? randomRound(lacks, part) : []));
	const questions = rounds.flatMap((round) => round.questions.map(({ question }) => randomQuestion(dice, question)));
	const record = aRecord(rules, {
		rubrics: randomRubrics,
		...people,
		questions,
		rounds,
		answers: people.contestants.flatMap(({ number }) =>
			questions.flatMap(({ code, kind }) =>
				dice.chance(20)
					? []
					: [
							{
								contestant: number,
								question: code,
								choice: randomChoice(dice, kind),
								usedMs: dice.between(0, 20) * 1000 + dice.between(0, 9)
							}
						]
			)
		),
		turns: rules.stages.flatMap((stage) =>
			people.contestants.flatMap(({ number }) => randomTurn(dice, lacks, stage, number))
		),
		sheets: rules.stages.flatMap((stage) =>
			people.contestants.flatMap(({ number }) => randomSheets(dice, lacks, stage, number, people.judges))
		),
		given: allParts(rules).flatMap((part) =>
			part.kind === 'given'
				? people.contestants.flatMap(({ number }) =>
						lacks(8)
							? []
							: [{ part: part.code, contestant: number, points: dice.between(0, 10) * 100, reason: 'theo danh sách' }]
					)
				: []
		)
	});
	return { ...record, decisions: randomDecisions(dice, record, 12) };
}

function randomContestant(dice: Dice, { categories, clusters }: Rules, number: string) {
	const codeOf = (groups: Rules['categories']) => {
		const [first, ...rest] = groups.map(({ code }) => code);
		return first === undefined ? null : dice.one(first, ...rest);
	};
	return aContestant(number, {
		unit: dice.one('U1', 'U2', 'U3'),
		category: codeOf(categories),
		cluster: codeOf(clusters),
		team: dice.one('Đội 1', 'Đội 2', null),
		status: dice.chance(17) ? dice.one(...contestantStatuses) : 'competing',
		mayWin: !dice.chance(12)
	});
}

/** Whether something is missing, one time in so many. */
type Lacks = (times: number) => boolean;

function randomRound(lacks: Lacks, part: { code: string; questionCount: number }): ContestRecord['rounds'] {
	const isFinished = !lacks(6);
	const planned = lacks(6) ? part.questionCount - 1 : part.questionCount;
	return [
		{
			part: part.code,
			title: `Vòng ${part.code}`,
			questions: Array.from({ length: planned }, (_, at) => ({
				question: `${part.code}-${at + 1}`,
				allowedMs: 20_000,
				isSealed: isFinished || at === 0
			})),
			isFinished
		}
	];
}

function randomTurn(dice: Dice, lacks: Lacks, { code, sessions, parts }: Stage, contestant: string): RecordedTurn[] {
	if (!parts.some(({ kind }) => kind === 'presentation') || lacks(8)) return [];
	const status = lacks(8) ? dice.one('running', 'waiting') : dice.chance(5) ? 'absent' : 'ended';
	const hasEnded = status === 'ended';
	const cut = { fromAt: 60_000, toAt: 60_000 + dice.between(1, 3) * 30_000, reason: 'mất điện' };
	return [
		aTurn(contestant, {
			stage: code,
			session: sessions[dice.between(0, 1)]?.code ?? null,
			status,
			startedAt: hasEnded || status === 'running' ? 0 : null,
			endedAt: hasEnded ? dice.between(7, 26) * 30_000 + dice.one(0, 500) : null,
			removed: dice.chance(17) ? [cut, { ...cut, fromAt: 75_000 }] : [],
			removedMs: dice.chance(12) ? 30_000 : 0
		})
	];
}

/** Everybody has a strength, most marks are near it, so that sheets sometimes agree and sometimes differ a lot. */
function randomSheets(
	dice: Dice,
	lacks: Lacks,
	{ code, parts }: Stage,
	contestant: string,
	judges: ContestRecord['judges']
): RecordedSheet[] {
	const used = randomRubrics.filter((rubric) => parts.some((part) => 'rubric' in part && part.rubric === rubric.code));
	if (used.length === 0) return [];
	const strength = dice.between(0, 6);
	return judges.flatMap((judge): RecordedSheet[] => {
		if (lacks(10)) return [];
		const marks = used.flatMap(({ criteria }) =>
			criteria.map(({ code: criterion, min, max, step }): [string, number | null] => {
				const steps = (max - min) / step;
				const at = dice.chance(17) ? dice.between(0, steps) : Math.min(steps, strength + dice.between(0, 2));
				return [criterion, lacks(30) ? null : min + at * step];
			})
		);
		return [{ stage: code, contestant, judge: judge.code, isLocked: !lacks(20), marks: Object.fromEntries(marks) }];
	});
}
