// What can be wrong, odd or repaired in a file, as a closed union; it must not know wording (see problem-sentence.ts).
import type { ImportChoices } from './reading/choices.ts';
import type { GridRow, TableShape } from './reading/table-shape.ts';
import type { RejectedRows } from './rejected.ts';

type None = Record<never, string>;
type Found = { found: string };
type Limit = { limit: string };
type Lines = { lines: string };

/** Every code with the facts its sentence needs, grouped by what it means for the file. */
interface FileParams {
	'import/empty-file': None;
	'import/no-rows': None;
	'import/too-big': Limit;
	'import/too-many-rows': Limit;
	'import/too-many-columns': Limit;
	'import/not-utf8': None;
	'import/not-text': None;
	'import/old-font': { example: string };
	'import/unclosed-quote': None;
	'import/stray-quote': None;
	'import/encrypted': None;
	'import/macros': None;
	'import/html-file': None;
	'import/not-a-workbook': None;
	'import/archive-not-safe': None;
	'import/not-a-table': None;
	'import/missing-column': { columns: string };
	'import/double-column': { columns: string };
	'import/json-not-valid': None;
	'import/no-rubrics': None;
	'import/no-questions': None;
	'import/xml-not-valid': { line: string };
	'import/xml-not-safe': None;
	'import/old-word': None;
	'import/not-a-document': None;
	'import/questions-json': None;
	'import/too-heavy': None;
	'import/not-readable': None;
}

interface RowParams {
	'import/cell-empty': None;
	'import/too-long': Limit;
	'import/too-many-cells': None;
	'import/broken-characters': Found;
	'import/cell-error': Found;
	'import/formula-cell': None;
	'import/code-not-valid': Found;
	'import/duplicate-code': Lines & { code: string };
	'import/unknown-unit': Found;
	'import/code-name-taken': Found;
	'import/unknown-parent': Found;
	'import/parent-cycle': { codes: string };
	'import/parent-has-problem': { code: string };
	'import/count-not-valid': Found;
	'import/date-not-valid': Found;
	'import/date-not-real': Found;
	'import/date-out-of-range': Found;
	'import/gender-not-known': Found;
	'import/email-not-valid': Found;
	'import/role-not-known': Found;
	'import/two-heads': Lines;
	'import/panel-not-known': Found & { codes: string };
	'import/group-not-known': Found & { codes: string };
	'import/groups-not-in-rules': Found;
	'import/session-drawn': Found & { session: string };
	'import/yes-no-not-known': Found;
	'import/route-not-known': Found;
	'import/note-not-valid': Found;
	'import/note-cell-not-valid': Found;
	'import/differs-from-row': Found & { line: string };
	'import/weight-not-valid': Found;
	'import/min-not-valid': { min: string; max: string; step: string };
	'import/kind-not-known': Found;
	'import/difficulty-not-valid': Found;
	'import/seconds-not-valid': Found;
	'import/option-empty': { option: string };
	'import/pair-not-valid': { option: string };
	'import/too-few-options': None;
	'import/options-identical': { first: string; second: string };
	'import/no-right-option': None;
	'import/option-out-of-range': Found & { options: string };
	'import/two-right-options': Found;
	'import/answer-repeated': Found;
	'import/truefalse-options': None;
	'import/ordering-incomplete': { options: string };
	'import/number-not-valid': Found;
	'import/number-ambiguous': Found & { whole: string; decimal: string };
	'import/points-not-valid': Found;
	'import/no-criteria': None;
	'import/criteria-sum': { sum: string; max: string };
	'import/step-not-valid': Found;
	'import/max-off-step': { max: string; step: string };
	'import/band-not-valid': { label: string; step: string };
	'import/band-ends': { min: string; max: string };
	'import/band-gap': { before: string; after: string };
	'import/band-overlap': { before: string; after: string };
	'import/kind-not-taken': { kind: string };
	'import/too-many-options': Limit;
	'import/braces-not-paired': None;
	'import/gift-answer-not-read': Found;
	'import/question-not-complete': None;
	'import/answer-without-question': Found;
	'import/answers-differ': Found;
	'import/grade-not-valid': Found;
	'import/wildcard-answer': Found;
	'import/field-not-valid': Found;
}

interface WarningParams {
	'import/duplicate-name': Lines & { name: string };
	'import/duplicate-text': Lines;
	'import/twin-in-bank': { codes: string };
	'import/phone-unusual': Found;
	'import/options-ignored': None;
	'import/one-right-of-many': None;
	'import/column-ignored': None;
	'import/sheets-ignored': { sheets: string };
	'import/hidden-read': { columns: string; rows: string };
	'import/merged-cells': { count: string };
	'import/total-differs': { sum: string; total: string };
	'import/part-left-out': Found;
	'import/picture-left-out': None;
	'import/picture-not-readable': None;
	'import/picture-without-words': { words: string };
	'import/any-right-answer': None;
	'import/longer-than-kahoot': Limit;
	'import/looks-true-false': Found;
	'import/answers-unclaimed': { numbers: string };
	'export/question-not-carried': { code: string };
	'export/field-not-carried': { code: string; fields: string };
}

interface RepairParams {
	'import/repaired-nfc': None;
	'import/repaired-blanks': None;
	'import/repaired-invisible': None;
	'import/repaired-apostrophe': None;
	'import/formula-value-taken': None;
	'import/options-filled': None;
	'import/bom-removed': None;
	'import/encoding-converted': { encoding: string };
	'import/rows-above-skipped': { count: string };
	'import/repaired-date': { found: string; date: string };
	'import/repaired-phone': { found: string; phone: string };
	'import/repaired-unit': { found: string; unit: string };
	'import/repaired-zeros': None;
	'import/repaired-merged': None;
	'import/pictures-drawn': { count: string };
	'import/old-code-converted': { columns: string };
	'import/edited': None;
	'import/defaults-taken': { columns: string };
}

export type ProblemParams = FileParams & RowParams & WarningParams & RepairParams;
export type ProblemCode = keyof ProblemParams;
export type RowProblemCode = keyof RowParams;
export type WarningCode = keyof WarningParams;
export type RepairCode = keyof RepairParams;

/** One finding. `line` is the row number as a spreadsheet shows it (header = 1); `column` is the header as the file writes it. */
export interface Problem {
	line: number | null;
	column: string | null;
	/** Number of the question as the file prints it, where questions are found by it rather than by their line. */
	question?: string;
	code: ProblemCode;
	params: Record<string, string>;
}

export type Place = { line?: number | null; column?: string | null; question?: string | null };

/** Makes a finding; the compiler holds the facts to the code. */
export function problem<C extends ProblemCode>(code: C, params: ProblemParams[C], place: Place = {}): Problem {
	const { line = null, column = null, question } = place;
	return { line, column, ...(question && { question }), code, params: { ...params } };
}

/** What was found, short enough for a sentence. */
export function found(text: string): string {
	const signs = [...text.replace(/\s+/gu, ' ')];
	return signs.length > 60 ? `${signs.slice(0, 59).join('')}…` : signs.join('');
}

/** What an import would do; nothing has been written. */
export interface Preview<T> {
	/** The good rows, in file order. */
	rows: { line: number; value: T; warnings: Problem[]; repairs: Problem[] }[];
	/** Why the other rows cannot be taken, each with line and column. */
	problems: Problem[];
	/** Why the file as a whole cannot be taken; then there are no rows. */
	fileProblems: Problem[];
	/** What was passed over or repaired in the file as a whole, such as an unknown column. */
	notices: Problem[];
	/** The other rows as the file writes them; left out where the file is no table. */
	rejected?: RejectedRows;
	/** How the table was taken, so that a person can say otherwise; left out where the file is no table. */
	shape?: TableShape;
	/** What was chosen for a file of the same shape and holds for this one too. */
	choices?: ImportChoices;
	/** The first rows, good and bad, as they can be written anew; left out like `shape`. */
	grid?: GridRow[];
	/** Rows with content, good and bad. */
	total: number;
}

/** The preview of a file that cannot be taken at all. */
export function refusedFile<T>(fileProblems: Problem[], notices: Problem[] = []): Preview<T> {
	return { rows: [], problems: [], fileProblems, notices, total: 0 };
}
