// A contest about which something of every kind can be decided, and what is said to a proposal; it must not decide anything.
import {
	aContestant,
	aGivenPart,
	aJudge,
	aJudgedPart,
	aPanel,
	aQuizPart,
	aRecord,
	aSheet,
	aStage,
	aTurn,
	aUnit,
	text
} from '../record/contest-record.fixture.ts';
import type { Decision, DecisionContent } from '../record/decision.ts';
import type { RecordedChoice, RecordedQuestion } from '../record/question.ts';
import type { ContestRecord } from '../record/record.ts';
import { computeResult } from '../result/compute.ts';
import { checkDecision } from './check-decision.ts';

export const pick = (...options: string[]): RecordedChoice => ({ kind: 'options', options });
export const keyed = (correct: RecordedChoice, tolerance = '') => ({ correct, tolerance, alsoCorrect: [] });
const question = (code: string, kind: RecordedQuestion['kind'], correct: RecordedChoice): RecordedQuestion => ({
	code,
	kind,
	options: kind === 'numeric' ? [] : ['A', 'B', 'C'],
	targets: [],
	key: keyed(correct),
	points: null
});
const sealed = (code: string, isSealed = true) => ({ question: code, allowedMs: 20_000, isSealed });

/** Quiz, presentation and attendance; TS01 and TS02 tie on marks, TS03's sheets lie far apart, TS04 has not been on stage. */
export function contest(decisions: Decision[] = []): ContestRecord {
	const divergence = {
		metric: 'spread' as const,
		levels: [
			{ threshold: { kind: 'points' as const, points: 1000 }, reached: 'from' as const, action: 'consult' as const }
		]
	};
	const numbers = ['TS01', 'TS02', 'TS03', 'TS04'];
	return aRecord(
		{
			stages: [
				aStage({
					parts: [aQuizPart({ questionCount: 4 }), aJudgedPart({ panels: [aPanel({ divergence })] }), aGivenPart()],
					tieBreaks: [{ kind: 'head-judge' }, { kind: 'lots' }],
					advancement: {
						to: 'CK2',
						top: { count: 1, per: 'stage' },
						leastTotal: null,
						mostPerUnit: null,
						atCut: 'decide'
					}
				}),
				aStage({ code: 'CK2' })
			],
			awards: [
				{
					code: 'G1',
					title: text('Giải phong cách'),
					source: { kind: 'manual' },
					quota: 1,
					per: 'contest',
					leastTotal: 0,
					moreOnTie: false,
					notWith: [],
					gift: ''
				}
			]
		},
		{
			rubrics: [
				{
					code: 'TT',
					name: 'Thuyết trình',
					max: 5000,
					criteria: [{ code: 'TT1', name: 'Nội dung', min: 0, max: 5000, step: 50, weight: 100, noteRequired: 'never' }]
				}
			],
			units: [aUnit('U1', { quota: 1 })],
			contestants: numbers.map((number) => aContestant(number)),
			judges: [aJudge('GK1', { role: 'head' }), aJudge('GK2'), aJudge('TK', { panels: [] })],
			questions: [
				question('C1', 'single', pick('A')),
				question('C2', 'multiple', pick('A', 'B')),
				question('C3', 'numeric', { kind: 'number', value: '8.75' }),
				question('C4', 'ordering', pick('A', 'B', 'C'))
			],
			rounds: [
				{
					part: 'KT',
					title: 'Vòng 1',
					questions: ['C1', 'C2', 'C3', 'C4'].map((code) => sealed(code)),
					isFinished: true
				},
				{ part: 'KT', title: 'Vòng 2', questions: [sealed('C9', false)], isFinished: false }
			],
			turns: numbers.map((number) => aTurn(number, number === 'TS04' ? { status: 'running', endedAt: null } : {})),
			sheets: [
				...['TS01', 'TS02'].flatMap((number) => ['GK1', 'GK2'].map((judge) => aSheet(number, judge, { TT1: 4000 }))),
				aSheet('TS03', 'GK1', { TT1: 4500 }),
				aSheet('TS03', 'GK2', { TT1: 3000 })
			],
			given: numbers.map((contestant) => ({ part: 'CC', contestant, points: 1000, reason: '' })),
			decisions
		}
	);
}

/** "decision/not-there part", or null when it may be decided. */
export function verdict(content: DecisionContent, record = contest(), takesBack: number | null = null): string | null {
	const refusal = checkDecision(record, computeResult(record), { content, takesBack, reason: 'theo biên bản' });
	return refusal && `${refusal.refused} ${refusal.field ?? ''}`;
}
