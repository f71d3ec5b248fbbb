// Raw rows with merged cells filled and cells written anew, as a person has chosen; each such cell is listed as a repair. It must not know headers.
import { type Problem, problem } from '../problem.ts';
import type { MergedCells, RawRow } from '../table.ts';
import type { ImportChoices } from './choices.ts';

/** Repairs name their column by position. A row that was blank stays away: there is nothing of it to mend. */
export function mendRows(
	rows: readonly RawRow[],
	merged: readonly MergedCells[],
	{ fillMerged = false, edits = [] }: ImportChoices
): { rows: RawRow[]; repairs: Problem[] } {
	const repairs: Problem[] = [];
	const byLine = new Map(rows.map((row) => [row.line, { ...row, texts: [...row.texts] }]));
	const write = (line: number, position: number, text: string, code: 'import/repaired-merged' | 'import/edited') => {
		const row = byLine.get(line);
		if (!row) return;
		while (row.texts.length <= position) row.texts.push('');
		row.texts[position] = text;
		row.formulaColumns = (row.formulaColumns ?? []).filter((column) => column !== position);
		repairs.push(problem(code, {}, { line, column: String(position) }));
	};
	for (const { top, bottom, left } of fillMerged ? merged : []) {
		const text = byLine.get(top)?.texts[left] ?? '';
		for (let line = top + 1; text !== '' && line <= bottom; line += 1)
			write(line, left, text, 'import/repaired-merged');
	}
	for (const { line, position, text } of edits) write(line, position, text, 'import/edited');
	return { rows: [...byLine.values()], repairs };
}
