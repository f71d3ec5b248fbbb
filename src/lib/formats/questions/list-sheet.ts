// A table of questions as people keep it («Câu hỏi | A | B | C | D | Đáp án»), without codes, kinds or times, → questions.
import { type Columns, knownBy, matchColumns } from '../columns.ts';
import { optionColumns, questionColumns, type QuestionColumn } from '../import-questions.ts';
import { type Problem } from '../problem.ts';
import type { ImportChoices } from '../reading/choices.ts';
import type { Table, TableRow } from '../table.ts';
import { cleanText, foldVietnamese } from '../vietnamese-text.ts';
import { QuestionDraft } from './question-draft.ts';
import { readAnswer } from './read-answer.ts';

/** The template's columns, of which only the question and the answer must be there. */
const listColumns: Columns<QuestionColumn> = Object.fromEntries(
	Object.entries(questionColumns).map(([name, column]) => [
		name,
		{ ...column, required: name === 'question' || name === 'correct', filled: name === 'question' }
	])
) as unknown as Columns<QuestionColumn>;

export const knowsTemplateHeader = knownBy(questionColumns);

/** Whether the table has what a list needs and is not the template itself, which has a code in every row. */
export function isListSheet(table: Table, meanings?: ImportChoices['columns']): boolean {
	const { headers } = matchColumns(table, listColumns, meanings);
	return headers.question !== undefined && headers.correct !== undefined && headers.code === undefined;
}

export function readListSheet(
	table: Table,
	meanings?: ImportChoices['columns']
): { drafts: QuestionDraft[]; notices: Problem[]; headers: Partial<Record<QuestionColumn, string>> } {
	const { headers, ignored } = matchColumns(table, listColumns, meanings);
	const isOfRow = (line: number | null) => line !== null && line > table.headerLine;
	return {
		headers,
		drafts: table.rows.map((row) => readRow(row, headers)),
		notices: [...table.repairs.filter(({ line }) => !isOfRow(line)), ...table.warnings, ...ignored]
	};
}

function readRow(row: TableRow, headers: Partial<Record<QuestionColumn, string>>): QuestionDraft {
	const draft = new QuestionDraft(row.line);
	for (const [name, header] of Object.entries(headers) as [QuestionColumn, string][]) {
		draft.cells[name] = row.cells[header] ?? '';
		if (row.formulas.includes(header)) draft.formulas.push(name);
	}
	if (row.overflow) draft.block(null, 'import/too-many-cells', {});
	if ((draft.cells.type ?? '').trim() !== '') return draft;
	const texts = optionColumns.map((name) => cleanText(draft.cells[name] ?? ''));
	const options = texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
	readAnswer(draft, options, letterOf(cleanText(draft.cells.correct ?? ''), options));
	return draft;
}

/** The answer may repeat the option itself, or count it: «2». */
function letterOf(answer: string, options: string[]): string {
	const same = options.findIndex((text) => text !== '' && foldVietnamese(text) === foldVietnamese(answer));
	if (same >= 0) return String.fromCharCode(65 + same);
	const isCount = options.length > 0 && /^[1-5]$/.test(answer);
	return isCount ? String.fromCharCode(64 + Number(answer)) : answer;
}
