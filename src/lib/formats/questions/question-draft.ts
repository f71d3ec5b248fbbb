// One question on its way from a file of any format to a row of the template; it must not know the format.
import type { QuestionKind } from '../../contest/question.ts';
import { optionColumns, questionColumns, type QuestionColumn } from '../import-questions.ts';
import type { GivenPicture } from '../import-values.ts';
import { found, type Problem, problem, type ProblemParams, type RowProblemCode, type WarningCode } from '../problem.ts';
import { foldVietnamese } from '../vietnamese-text.ts';

export const mostOptions = optionColumns.length;

/** Of one question more is not listed: nobody reads on. */
const mostFindings = 20;

export class QuestionDraft {
	/** Where it begins. */
	readonly line: number;
	/** Its number as the file prints it. */
	readonly question: string | null;
	/** As the template writes them. */
	readonly cells: Partial<Record<QuestionColumn, string>> = {};
	/** Columns whose cell in the file is a formula. */
	formulas: QuestionColumn[] = [];
	picture: GivenPicture | null = null;
	readonly problems: Problem[] = [];
	readonly warnings: Problem[] = [];

	constructor(line: number, question: string | null = null) {
		this.line = line;
		this.question = question;
	}

	/** Keeps the question out; the others stay. */
	block<C extends RowProblemCode>(column: QuestionColumn | null, code: C, params: ProblemParams[C]): void {
		if (this.problems.length < mostFindings) this.problems.push(problem(code, params, this.place(column)));
	}

	warn<C extends WarningCode>(column: QuestionColumn | null, code: C, params: ProblemParams[C]): void {
		if (this.warnings.length < mostFindings) this.warnings.push(problem(code, params, this.place(column)));
	}

	leaveOut(column: QuestionColumn | null, part: string): void {
		if (part.trim() !== '') this.warn(column, 'import/part-left-out', { found: found(part.trim()) });
	}

	/** Options in order, with the positions of the right ones; without a kind it is found from these. */
	choose(texts: readonly string[], right: readonly number[], kind: QuestionKind = kindOf(texts, right)): void {
		this.cells.type = kind;
		this.write(texts);
		this.cells.correct = right.map((at) => letterAt(at)).join(';');
	}

	/** Options alone, or the pairs of `matching`. */
	write(texts: readonly string[]): void {
		if (texts.length > mostOptions) this.block('option_e', 'import/too-many-options', { limit: String(mostOptions) });
		texts.slice(0, mostOptions).forEach((text, at) => {
			const column = optionColumns[at];
			if (column) this.cells[column] = text;
		});
	}

	private place(column: QuestionColumn | null) {
		const { line, question } = this;
		return { line, question, column: column === null ? null : questionColumns[column].title };
	}
}

export function letterAt(position: number): string {
	return String.fromCharCode(65 + position);
}

/** «Đúng», «Sai» in this order are a true/false question; more than one right option makes one with several. */
function kindOf(texts: readonly string[], right: readonly number[]): QuestionKind {
	const said = texts.map(foldVietnamese).join('|');
	if ((said === 'dung|sai' || said === 'true|false') && right.length < 2) return 'truefalse';
	return right.length > 1 ? 'multiple' : 'single';
}

/** The items of an ordering question, given in the right order, as options in an order that tells nothing. */
export function chooseOrder(draft: QuestionDraft, inOrder: readonly string[]): void {
	const shown = inOrder.toSorted((one, other) => one.localeCompare(other, 'vi'));
	draft.choose(
		shown,
		inOrder.map((text) => shown.indexOf(text)),
		'ordering'
	);
}
