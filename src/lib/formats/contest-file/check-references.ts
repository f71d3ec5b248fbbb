// Whether everything a contest file refers to exists, and stands once; it must not know whether the rules make sense.
import { preflight } from '../../contest/preflight/preflight.ts';
import type { Problem, ProblemCode } from '../../contest/preflight/problem.ts';
import type { ContestRecord } from '../../contest/record/record.ts';
import type { FileProblem } from '../json-document/file-problem.ts';
import { checkGroups } from '../rules-file/check-groups.ts';
import { checkAnswers } from './check-answers.ts';
import { checkDecisions } from './check-decisions.ts';
import { checkDraws } from './check-draws.ts';
import { checkMarks } from './check-marks.ts';
import { checkRubrics } from './check-rubrics.ts';
import { directoriesOf } from './directory.ts';

/**
 * Of the problems of the preflight (R90) those in which the file contradicts itself. The others are about contests that are
 * not ready, or rules that are unusual: such a file can be read, and its result computed as far as it goes.
 */
const contradictions: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
	'stage-twice',
	'part-twice',
	'rubric-missing',
	'rubric-sum',
	'criterion-grid',
	'panel-twice',
	'penalty-criterion',
	'carry-stage',
	'tie-unknown',
	'advance-next',
	'award-twice',
	'award-unknown',
	'cap-unknown',
	'nomination-unknown',
	'number-twice',
	'judge-twice',
	'unit-twice',
	'unit-unknown',
	'group-unknown',
	'question-twice',
	'key-incomplete'
]);

/** A contestant without a category is not ready; one in a category the rules do not have is wrong. */
function isContradiction({ code, details }: Problem): boolean {
	return contradictions.has(code) && !(code === 'group-unknown' && details.group === '');
}

export function checkReferences(record: ContestRecord): FileProblem[] {
	const known = directoriesOf(record);
	return [
		...preflight(record)
			.open.filter(isContradiction)
			.map(({ code, path, text }) => ({ code, path, message: text })),
		...checkGroups(record.rules, 'rules.'),
		...checkRubrics(record.rubrics),
		...checkAnswers(record, known),
		...checkMarks(record, known),
		...checkDecisions(record, known),
		...checkDraws(record.draws, known)
	];
}
