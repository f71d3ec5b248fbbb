// A question file in JSON → questions; a broken one stays out and the others stay; it must not know other formats.
import { type Problem, problem, found } from '../problem.ts';
import { readJson } from '../json-document/read-document.ts';
import { questionColumns, type QuestionColumn } from '../import-questions.ts';
import { tableLimits } from '../table.ts';
import { questionSchema } from './question-file-schema.ts';
import { QuestionDraft } from './question-draft.ts';
import { templateRow } from './template-cells.ts';

const columns = Object.keys(questionColumns) as QuestionColumn[];

/** The line of a question is its place in the list, from 1. */
export function readJsonQuestions(bytes: Uint8Array): { drafts: QuestionDraft[] } | Problem {
	const { value } = readJson(bytes, tableLimits.bytes);
	const list = typeof value === 'object' && value !== null && 'questions' in value ? value.questions : undefined;
	if (!Array.isArray(list)) return problem('import/questions-json', {});
	if (list.length > tableLimits.rows) return problem('import/too-many-rows', { limit: String(tableLimits.rows) });
	return { drafts: list.map((item: unknown, at) => readQuestion(item, at + 1)) };
}

function readQuestion(item: unknown, line: number): QuestionDraft {
	const draft = new QuestionDraft(line, String(line));
	const parsed = questionSchema.safeParse(item);
	if (parsed.success) {
		templateRow(parsed.data).forEach((text, at) => {
			const column = columns[at];
			if (column) draft.cells[column] = text;
		});
		draft.picture = parsed.data.picture ?? null;
		return draft;
	}
	const fields = new Set(parsed.error.issues.map(({ path }) => path.join('.') || '$'));
	for (const field of fields) draft.block(null, 'import/field-not-valid', { found: found(field) });
	return draft;
}
