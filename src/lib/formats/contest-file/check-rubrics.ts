// Codes that stand twice in the rubrics of a contest file; it must not know marks.
import type { RecordedRubric } from '../../contest/record/rubric.ts';
import type { FileProblem } from '../json-document/file-problem.ts';
import { repetitions } from '../json-document/repetition.ts';

/** Sheets name criteria by code alone, so a code stands once in all rubrics. */
export function checkRubrics(rubrics: RecordedRubric[]): FileProblem[] {
	const criteria = rubrics.flatMap((rubric, rubricAt) =>
		rubric.criteria.map(({ code }, at) => ({ code, path: `rubrics[${rubricAt}].criteria[${at}].code` }))
	);
	return [
		...repetitions(
			rubrics,
			({ code }) => [code],
			(at) => `rubrics[${at}].code`
		),
		...repetitions(
			criteria,
			({ code }) => [code],
			(at) => criteria[at]?.path ?? 'rubrics'
		)
	];
}
