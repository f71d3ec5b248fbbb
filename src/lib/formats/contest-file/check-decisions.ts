// Whether decisions and draws are about things that exist; it must not know whether a decision was wise.
import { checkQuestion } from '../../contest/preflight/check-question.ts';
import { explainProblem } from '../../contest/preflight/problem-words.ts';
import type { Decision } from '../../contest/record/decision.ts';
import type { RecordedKey, RecordedQuestion } from '../../contest/record/question.ts';
import type { ContestRecord } from '../../contest/record/record.ts';
import { stageOf, type Rules } from '../../contest/rules/rules.ts';
import type { FileProblem } from '../json-document/file-problem.ts';
import { directory, reference, type Directories, type Directory } from './directory.ts';
import { repetitions } from '../json-document/repetition.ts';

export function checkDecisions(record: ContestRecord, known: Directories): FileProblem[] {
	const { decisions, questions } = record;
	const all = directory('quyết định trước đó', 'decision before it', 'decisions', decisions, ({ sequence }) =>
		String(sequence)
	);
	const none = { ...all, codes: new Set<string>() };
	const surroundings = { rules: record.rules, questions: new Map(questions.map((each) => [each.code, each])), known };
	return [
		...decisions.flatMap((decision, at) => {
			const { sequence, takesBack } = decision;
			const path = `decisions[${at}]`;
			const before = takesBack !== null && takesBack < sequence ? all : none;
			return [
				...reference(before, takesBack === null ? null : String(takesBack), `${path}.takesBack`),
				...checkDecision(decision, surroundings, path)
			];
		}),
		...repetitions(
			decisions,
			({ sequence }) => [String(sequence)],
			(at) => `decisions[${at}].sequence`
		)
	];
}

interface Surroundings {
	rules: Rules;
	questions: Map<string, RecordedQuestion>;
	known: Directories;
}

function checkDecision(decision: Decision, { rules, questions, known }: Surroundings, path: string): FileProblem[] {
	const names = (kind: Directory, code: string | null, field: string) => reference(kind, code, `${path}.${field}`);
	switch (decision.kind) {
		case 'key':
			return [
				...names(known.questions, decision.question, 'question'),
				...checkKey(questions.get(decision.question), decision.key, path)
			];
		case 'void':
			return names(known.questions, decision.question, 'question');
		case 'answer':
			return [
				...names(known.questions, decision.question, 'question'),
				...names(known.contestants, decision.contestant, 'contestant')
			];
		case 'recusal':
			return [
				...names(known.judges, decision.judge, 'judge'),
				...names(known.contestants, decision.contestant, 'contestant'),
				...names(known.judgedParts, decision.part, 'part')
			];
		case 'substitute':
			return [
				...names(known.judges, decision.judge, 'judge'),
				...names(known.judges, decision.substitute, 'substitute'),
				...names(known.sessions, decision.session, 'session')
			];
		case 'missing-judge':
			return [...names(known.panels, decision.panel, 'panel'), ...names(known.sessions, decision.session, 'session')];
		case 'divergence':
			return [
				...names(known.judgedParts, decision.part, 'part'),
				...names(known.panels, decision.panel, 'panel'),
				...names(known.contestants, decision.contestant, 'contestant'),
				...(decision.outcome.kind === 'extra' ? names(known.judges, decision.outcome.judge, 'outcome.judge') : [])
			];
		case 'points':
			return [
				...names(known.stages, decision.stage, 'stage'),
				...names(partsOfStage(rules, decision.stage), decision.part, 'part'),
				...names(known.contestants, decision.contestant, 'contestant')
			];
		case 'time':
		case 'advance':
			return [
				...names(known.stages, decision.stage, 'stage'),
				...names(known.contestants, decision.contestant, 'contestant')
			];
		case 'tie':
			return [...names(known.stages, decision.stage, 'stage'), ...checkOrder(decision.order, known, `${path}.order`)];
		case 'award':
			return [
				...names(known.awards, decision.award, 'award'),
				...('contestant' in decision.to
					? names(known.contestants, decision.to.contestant, 'to.contestant')
					: names(known.teams, decision.to.unit, 'to.unit'))
			];
		case 'override':
			return [];
	}
}

function checkKey(question: RecordedQuestion | undefined, key: RecordedKey, path: string): FileProblem[] {
	const problems = question ? checkQuestion({ ...question, key }, path) : [];
	return problems.map(explainProblem).map(({ code, path: place, text }) => ({ code, path: place, message: text }));
}

function partsOfStage(rules: Rules, stage: string): Directory {
	const parts = stageOf(rules, stage)?.parts ?? [];
	return directory(
		`phần thi của vòng ${stage}`,
		`part of the stage ${stage}`,
		'rules.stages[].parts',
		parts,
		({ code }) => code
	);
}

/** Everybody once. */
function checkOrder(order: string[][], known: Directories, path: string): FileProblem[] {
	const places = order.flatMap((group, groupAt) =>
		group.map((contestant, at) => ({ contestant, path: `${path}[${groupAt}][${at}]` }))
	);
	return [
		...places.flatMap((place) => reference(known.contestants, place.contestant, place.path)),
		...repetitions(
			places,
			({ contestant }) => [contestant],
			(at) => places[at]?.path ?? path
		)
	];
}
