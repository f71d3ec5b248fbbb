// One row on its way from cells to a value, collecting what is wrong, odd or repaired; it must not know any import.
import type { Column, Columns } from './columns.ts';
import {
	found,
	type Problem,
	type ProblemParams,
	problem,
	type RowProblemCode,
	type WarningCode,
	type RepairCode
} from './problem.ts';
import type { TableRow } from './table.ts';
import { cleanTextWithRepairs } from './vietnamese-text.ts';

export class RowDraft<K extends string> {
	readonly line: number;
	readonly question: string | null;
	readonly problems: Problem[] = [];
	readonly warnings: Problem[] = [];
	readonly repairs: Problem[] = [];
	private readonly headers: Partial<Record<K, string>>;
	private readonly texts = new Map<K, string>();

	/** `question` is its number as the file prints it, where rows are found by that. */
	constructor(row: TableRow, columns: Columns<K>, headers: Partial<Record<K, string>>, question: string | null = null) {
		this.line = row.line;
		this.question = question;
		this.headers = headers;
		if (row.overflow) this.problems.push(problem('import/too-many-cells', {}, { line: row.line }));
		for (const name of Object.keys(columns) as K[]) {
			const header = headers[name];
			if (header !== undefined) this.take(name, columns[name], row.cells[header] ?? '', row.formulas.includes(header));
		}
	}

	/** The cleaned cell; empty when the file has no such column. */
	text(column: K): string {
		return this.texts.get(column) ?? '';
	}

	/** Whether the file has such a column at all. */
	has(column: K): boolean {
		return this.headers[column] !== undefined;
	}

	get isBlocked(): boolean {
		return this.problems.length > 0;
	}

	/** Keeps the row out. Always null, so that a reader can return it in place of a value. */
	block<C extends RowProblemCode>(column: K | null, code: C, params: ProblemParams[C]): null {
		this.problems.push(problem(code, params, this.place(column)));
		return null;
	}

	warn<C extends WarningCode>(column: K | null, code: C, params: ProblemParams[C]): void {
		this.warnings.push(problem(code, params, this.place(column)));
	}

	repaired<C extends RepairCode>(column: K | null, code: C, params: ProblemParams[C]): void {
		this.repairs.push(problem(code, params, this.place(column)));
	}

	private place(column: K | null) {
		const { line, question } = this;
		return { line, question, column: column === null ? null : (this.headers[column] ?? column) };
	}

	private take(name: K, column: Column, cell: string, isFormula: boolean): void {
		const { text, repairs } = cleanTextWithRepairs(cell, { lines: column.lines ?? false });
		this.texts.set(name, text);
		for (const repair of repairs) this.repaired(name, `import/repaired-${repair}`, {});
		if (text.includes('\ufffd') || !text.isWellFormed())
			this.block(name, 'import/broken-characters', { found: found(text) });
		if (/^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/.test(text))
			this.block(name, 'import/cell-error', { found: text });
		else if (isFormula && column.noFormula) this.block(name, 'import/formula-cell', {});
		else if (column.filled && text === '') this.block(name, 'import/cell-empty', {});
		else if (isFormula && text !== '') this.repaired(name, 'import/formula-value-taken', {});
		const limit = column.longest ?? 200;
		if ([...text].length > limit) this.block(name, 'import/too-long', { limit: String(limit) });
	}
}
