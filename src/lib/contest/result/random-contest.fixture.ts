// Contests with random rules, people, answers, sheets, times and decisions, as an arbitrary of fast-check; it must not compute anything.
import type fc from 'fast-check';
import { aContestant, aJudge, aRecord, aTurn, aUnit } from '../record/contest-record.fixture.ts';
import { contestantStatuses, type ContestRecord, type RecordedSheet, type RecordedTurn } from '../record/record.ts';
import { judgeRoles } from '../rules/panels.ts';
import { allParts, type Rules, type Stage } from '../rules/rules.ts';
import { madeByChance, type Chance } from './chance.fixture.ts';
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
	return madeByChance((chance) => randomContest(chance, options));
}

function randomContest(chance: Chance, options: RandomContest): ContestRecord {
	const rules = randomRules(chance, options);
	const lacks = chance.onceIn(3) ? (times: number) => chance.onceIn(times) : () => false;
	const [, ...judges] = chance.many(chance.between(2, 6), (at) => `GK${at}`);
	const hasAudience = allParts(rules).some((part) => 'panels' in part && part.panels.length > 1);
	const isPanelEmpty = lacks(12);
	const people: Pick<ContestRecord, 'units' | 'contestants' | 'judges'> = {
		units: ['U1', 'U2', 'U3'].map((code) => aUnit(code, { members: chance.oneOf(50, 20, null) })),
		contestants: chance.many(chance.between(1, 6), (at) => randomContestant(chance, rules, `TS${at + 1}`)),
		judges: [
			...judges.map((code) =>
				aJudge(code, { role: chance.oneOf(...judgeRoles), ...(isPanelEmpty ? { panels: [] } : {}) })
			),
			...(hasAudience ? ['KG1', 'KG2'].map((code) => aJudge(code, { panels: ['KG'] })) : []),
			aJudge('GKX', { panels: [] })
		]
	};
	const rounds = allParts(rules).flatMap((part) => (part.kind === 'quiz' ? randomRound(lacks, part) : []));
	const questions = rounds.flatMap((round) => round.questions.map(({ question }) => randomQuestion(chance, question)));
	const record = aRecord(rules, {
		rubrics: randomRubrics,
		...people,
		questions,
		rounds,
		answers: people.contestants.flatMap(({ number }) =>
			questions.flatMap(({ code, kind }) =>
				chance.onceIn(5)
					? []
					: [
							{
								contestant: number,
								question: code,
								choice: randomChoice(chance, kind),
								usedMs: chance.between(0, 20) * 1000 + chance.upTo(9)
							}
						]
			)
		),
		turns: rules.stages.flatMap((stage) =>
			people.contestants.flatMap(({ number }) => randomTurn(chance, lacks, stage, number))
		),
		sheets: rules.stages.flatMap((stage) =>
			people.contestants.flatMap(({ number }) => randomSheets(chance, lacks, stage, number, people.judges))
		),
		given: allParts(rules).flatMap((part) =>
			part.kind === 'given'
				? people.contestants.flatMap(({ number }) =>
						lacks(8)
							? []
							: [{ part: part.code, contestant: number, points: chance.upTo(10) * 100, reason: 'theo danh sách' }]
					)
				: []
		)
	});
	return { ...record, decisions: randomDecisions(chance, record, 8) };
}

function randomContestant(chance: Chance, { categories, clusters }: Rules, number: string) {
	const codeOf = (groups: Rules['categories']) => {
		const [first, ...rest] = groups.map(({ code }) => code);
		return first === undefined ? null : chance.oneOf(first, ...rest);
	};
	return aContestant(number, {
		unit: chance.oneOf('U1', 'U2', 'U3'),
		category: codeOf(categories),
		cluster: codeOf(clusters),
		team: chance.oneOf('Đội 1', 'Đội 2', null),
		status: chance.onceIn(6) ? chance.oneOf(...contestantStatuses) : 'competing',
		mayWin: !chance.onceIn(8)
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

function randomTurn(
	chance: Chance,
	lacks: Lacks,
	{ code, sessions, parts }: Stage,
	contestant: string
): RecordedTurn[] {
	if (!parts.some(({ kind }) => kind === 'presentation') || lacks(8)) return [];
	const status = lacks(8) ? chance.oneOf('running', 'waiting') : chance.onceIn(20) ? 'absent' : 'ended';
	const hasEnded = status === 'ended';
	const cut = { fromAt: 60_000, toAt: 60_000 + chance.between(1, 3) * 30_000, reason: 'mất điện' };
	return [
		aTurn(contestant, {
			stage: code,
			session: sessions[chance.upTo(1)]?.code ?? null,
			status,
			startedAt: hasEnded || status === 'running' ? 0 : null,
			endedAt: hasEnded ? chance.between(7, 26) * 30_000 + chance.oneOf(0, 500) : null,
			removed: chance.onceIn(6) ? [cut, { ...cut, fromAt: 75_000 }] : [],
			removedMs: chance.onceIn(8) ? 30_000 : 0
		})
	];
}

/** Everybody has a strength, most marks are near it, so that sheets sometimes agree and sometimes differ a lot. */
function randomSheets(
	chance: Chance,
	lacks: Lacks,
	{ code, parts }: Stage,
	contestant: string,
	judges: ContestRecord['judges']
): RecordedSheet[] {
	const used = randomRubrics.filter((rubric) => parts.some((part) => 'rubric' in part && part.rubric === rubric.code));
	if (used.length === 0) return [];
	const strength = chance.between(0, 6);
	return judges.flatMap((judge): RecordedSheet[] => {
		if (lacks(10)) return [];
		const marks = used.flatMap(({ criteria }) =>
			criteria.map(({ code: criterion, min, max, step }): [string, number | null] => {
				const steps = (max - min) / step;
				const at = chance.onceIn(6) ? chance.upTo(steps) : Math.min(steps, strength + chance.upTo(2));
				return [criterion, lacks(30) ? null : min + at * step];
			})
		);
		return [{ stage: code, contestant, judge: judge.code, isLocked: !lacks(20), marks: Object.fromEntries(marks) }];
	});
}
