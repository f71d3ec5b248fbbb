// What can be wrong with a rules or contest file, as a closed union, each with its place; it must not find anything.
import type { Bilingual } from '../../contest/ids.ts';
import type { ProblemCode } from '../../contest/preflight/problem.ts';

/** What is wrong before the document is looked at: bytes, text, JSON. */
export const jsonProblemCodes = [
	'file-empty',
	'file-too-big',
	'not-utf8',
	'not-json',
	'too-deep',
	'list-too-long',
	'field-twice',
	'field-forbidden',
	'number-too-large',
	'negative-zero',
	'text-too-long',
	'lone-surrogate',
	'control-character'
] as const;
export type JsonProblemCode = (typeof jsonProblemCodes)[number];

/** What does not fit the document, beside what the preflight finds. */
export type FileProblemCode =
	| JsonProblemCode
	| 'field-missing'
	| 'field-unknown'
	| 'value-wrong'
	| 'names-nothing'
	| 'stands-twice'
	| 'mark-off-grid'
	| 'more-problems'
	| ProblemCode;

export interface FileProblem {
	code: FileProblemCode;
	/** Such as `rules.stages[0].parts[1].maxPoints`; `$` is the whole document. */
	path: string;
	/** What was met and what is needed. */
	message: Bilingual;
}

/** A document, or everything that is wrong with the file. */
export type FileReading<Value> = { ok: true; value: Value } | { ok: false; problems: FileProblem[] };

/** More are not listed: a broken file of 200 MB could have millions. */
export const mostProblems = 1000;

/** At most `mostProblems`, the last of them saying that there are more. */
export function listed(problems: FileProblem[]): FileProblem[] {
	if (problems.length <= mostProblems) return problems;
	return [
		...problems.slice(0, mostProblems - 1),
		{
			code: 'more-problems',
			path: '$',
			message: {
				vi: `Còn nhiều lỗi nữa. Hãy sửa ${mostProblems - 1} lỗi đầu rồi đọc lại tệp.`,
				en: `There are more problems. Mend the first ${mostProblems - 1}, then read the file again.`
			}
		}
	];
}
