// Questions read from any format → the preview of an import, by the rules that hold for rows of the template (0023); it must not know formats.
import { optionColumns, questionColumns, questionImport, type QuestionColumn } from '../import-questions.ts';
import type { QuestionValue } from '../import-values.ts';
import { type Draft, previewOfDrafts } from '../preview-table.ts';
import { type Preview, type Problem, problem, refusedFile } from '../problem.ts';
import { RowDraft } from '../row-draft.ts';
import { tableLimits } from '../table.ts';
import { madeCode } from './made-code.ts';
import type { QuestionDraft } from './question-draft.ts';

/** What stands in for a topic, a level and a time that a file does not give. */
export const defaults = { topic: 'Chưa phân loại', difficulty: '2', seconds: '30' } as const;

const columns = Object.keys(questionColumns) as QuestionColumn[];
const titles = Object.fromEntries(columns.map((name) => [name, questionColumns[name].title])) as Record<
	QuestionColumn,
	string
>;

export function previewDrafts(drafts: readonly QuestionDraft[], notices: Problem[]): Preview<QuestionValue> {
	if (drafts.length === 0) return refusedFile([problem('import/no-questions', {})], notices);
	if (drafts.length > tableLimits.rows) {
		return refusedFile([problem('import/too-many-rows', { limit: String(tableLimits.rows) })], notices);
	}
	const filled = new Set<keyof typeof defaults | 'code'>();
	for (const draft of drafts) fill(draft, filled);
	setApart(drafts);
	const rows = drafts.map(readDraft);
	const said = filled.size > 0 ? [problem('import/defaults-taken', { columns: sayFilled(filled) })] : [];
	const preview = previewOfDrafts(rows, questionImport, [...notices, ...said]);
	const bad = drafts.filter((_, at) => rows[at]?.row.isBlocked);
	const rejected = {
		headers: columns.map((name) => titles[name]),
		rows: bad.map(({ line, cells }) => ({ line, cells: columns.map((name) => cells[name] ?? '') }))
	};
	return { ...preview, rejected };
}

function fill({ cells }: QuestionDraft, filled: Set<string>): void {
	for (const name of ['topic', 'difficulty', 'seconds'] as const) {
		if ((cells[name] ?? '').trim() !== '') continue;
		cells[name] = defaults[name];
		filled.add(name);
	}
	if ((cells.code ?? '').trim() !== '') return;
	cells.code = madeCode([cells.question ?? '', ...optionColumns.map((name) => cells[name] ?? '')]);
	filled.add('code');
}

/** The same words twice in one file: the second code gets a number, and both rows a warning. */
function setApart(drafts: readonly QuestionDraft[]): void {
	const seen = new Map<string, number>();
	for (const { cells } of drafts) {
		const code = cells.code ?? '';
		if (!/^CH-[0-9A-F]{10}$/.test(code)) continue;
		const count = (seen.get(code) ?? 0) + 1;
		seen.set(code, count);
		if (count > 1) cells.code = `${code}-${count}`;
	}
}

function readDraft(draft: QuestionDraft): Draft<QuestionColumn, QuestionValue> {
	const isBlocked = draft.problems.length > 0;
	// Of a question that stays out for its form, the empty cells would say nothing new.
	const cells = isBlocked ? {} : Object.fromEntries(columns.map((name) => [titles[name], draft.cells[name] ?? '']));
	const formulas = draft.formulas.map((name) => titles[name]);
	const row = new RowDraft<QuestionColumn>(
		{ line: draft.line, cells, formulas, overflow: false },
		questionColumns,
		isBlocked ? {} : titles,
		draft.question
	);
	row.problems.push(...draft.problems);
	row.warnings.push(...draft.warnings);
	const value = isBlocked ? null : questionImport.readRow(row);
	return { row, value: value && draft.picture ? { ...value, picture: draft.picture } : value };
}

function sayFilled(filled: ReadonlySet<keyof typeof defaults | 'code'>): string {
	const said = { ...defaults, code: 'CH-…' };
	return (['code', 'topic', 'difficulty', 'seconds'] as const)
		.filter((name) => filled.has(name))
		.map((name) => `«${titles[name]}» ${said[name]}`)
		.join(', ');
}
