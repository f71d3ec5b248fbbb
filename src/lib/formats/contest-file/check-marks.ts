// Whether turns, sheets, given points and what came late are about people, stages and criteria that exist, each once and on the grid (R23); it must not add marks up.
import { formatPoints } from '../../contest/points.ts';
import type { ContestRecord } from '../../contest/record/record.ts';
import type { RecordedCriterion } from '../../contest/record/rubric.ts';
import { isMarkOnGrid } from '../../contest/rubric.ts';
import type { FileProblem } from '../json-document/file-problem.ts';
import { jsonPath } from '../json-document/json-path.ts';
import { reference, sessionsOf, type Directories } from './directory.ts';
import { repetitions } from '../json-document/repetition.ts';

export function checkMarks(record: ContestRecord, known: Directories): FileProblem[] {
	return [
		...checkTurns(record, known),
		...checkSheets(record, known),
		...checkGiven(record, known),
		...checkLateEntries(record, known)
	];
}

function checkTurns({ turns, rules }: ContestRecord, known: Directories): FileProblem[] {
	const sessions = new Map(rules.stages.map((stage) => [stage.code, sessionsOf([stage])]));
	return [
		...turns.flatMap(({ stage, contestant, session }, at) => [
			...reference(known.stages, stage, `turns[${at}].stage`),
			...reference(known.contestants, contestant, `turns[${at}].contestant`),
			...reference(sessions.get(stage) ?? known.sessions, session, `turns[${at}].session`)
		]),
		...repetitions(
			turns,
			({ stage, contestant }) => [stage, contestant],
			(at) => `turns[${at}]`
		)
	];
}

function checkSheets({ sheets, rubrics }: ContestRecord, known: Directories): FileProblem[] {
	const criteria = new Map(
		rubrics.flatMap((rubric) => rubric.criteria).map((criterion) => [criterion.code, criterion])
	);
	return [
		...sheets.flatMap(({ stage, contestant, judge, marks }, at) => [
			...reference(known.stages, stage, `sheets[${at}].stage`),
			...reference(known.contestants, contestant, `sheets[${at}].contestant`),
			...reference(known.judges, judge, `sheets[${at}].judge`),
			...Object.entries(marks).flatMap(([code, mark]) => {
				const path = `sheets[${at}].${jsonPath(['marks', code])}`;
				return [...reference(known.criteria, code, path), ...checkMark(criteria.get(code), mark, path)];
			})
		]),
		...repetitions(
			sheets,
			({ stage, contestant, judge }) => [stage, contestant, judge],
			(at) => `sheets[${at}]`
		)
	];
}

function checkMark(criterion: RecordedCriterion | undefined, mark: number | null, path: string): FileProblem[] {
	if (!criterion || mark === null || isMarkOnGrid(criterion, mark)) return [];
	const { min, max, step } = criterion;
	const grid = (language: 'vi' | 'en') => [min, max, step].map((points) => formatPoints(points, language));
	const [vi, en] = [grid('vi'), grid('en')];
	return [
		{
			code: 'mark-off-grid',
			path,
			message: {
				vi: `Cần điểm từ ${vi[0]} đến ${vi[1]}, theo bước ${vi[2]}, gặp ${formatPoints(mark, 'vi')}.`,
				en: `Needs a mark from ${en[0]} to ${en[1]} in steps of ${en[2]}, found ${formatPoints(mark, 'en')}.`
			}
		}
	];
}

function checkGiven({ given }: ContestRecord, known: Directories): FileProblem[] {
	return [
		...given.flatMap(({ part, contestant }, at) => [
			...reference(known.givenParts, part, `given[${at}].part`),
			...reference(known.contestants, contestant, `given[${at}].contestant`)
		]),
		...repetitions(
			given,
			({ part, contestant }) => [part, contestant],
			(at) => `given[${at}]`
		)
	];
}

function checkLateEntries({ lateEntries = [] }: ContestRecord, known: Directories): FileProblem[] {
	return [
		...lateEntries.flatMap(({ part, contestant }, at) => [
			...reference(known.parts, part, `lateEntries[${at}].part`),
			...reference(known.contestants, contestant, `lateEntries[${at}].contestant`)
		]),
		...repetitions(
			lateEntries,
			({ entry, contestant }) => [entry, contestant],
			(at) => `lateEntries[${at}]`
		)
	];
}
