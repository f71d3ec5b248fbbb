// The cells that keep rows out, put together by what helps against them, each with the text to be written anew; it must not know any import.
import { problemWords } from '../../../formats/problem-sentence.ts';
import type { Preview, ProblemCode } from '../../../formats/problem.ts';

/** Fill what is empty, import units first or mend their codes, keep one of several, put values for formulas, or write the cell otherwise. */
export type RemedyName = 'fill' | 'units' | 'doubles' | 'values' | 'rewrite';

export interface Remedy {
	name: RemedyName;
	cells: { line: number; position: number; header: string; text: string; what: string }[];
}

const remedies: Partial<Record<ProblemCode, RemedyName>> = {
	'import/cell-empty': 'fill',
	'import/unknown-unit': 'units',
	'import/unknown-parent': 'units',
	'import/duplicate-code': 'doubles',
	'import/two-heads': 'doubles',
	'import/formula-cell': 'values',
	'import/cell-error': 'values'
};

const order: readonly RemedyName[] = ['units', 'fill', 'doubles', 'values', 'rewrite'];
/** More are mended in the file. */
const mostCells = 200;

export function remediesOf({ problems, shape, grid }: Preview<unknown>, language: 'vi' | 'en'): Remedy[] {
	if (!shape || !grid) return [];
	const positions = new Map(shape.columns.map(({ header, position }) => [header, position]));
	const texts = new Map(grid.map((row) => [row.line, row.texts]));
	const cells = problems.slice(0, mostCells).flatMap((problem) => {
		const { line, column, code } = problem;
		const position = column === null ? undefined : positions.get(column);
		const row = line === null ? undefined : texts.get(line);
		if (line === null || column === null || position === undefined || !row) return [];
		const cell = { line, position, header: column, text: row[position] ?? '', what: problemWords(problem, language) };
		return [{ name: remedies[code] ?? 'rewrite', cell }];
	});
	const byName = Map.groupBy(cells, ({ name }) => name);
	return order.flatMap((name) => {
		const found = byName.get(name);
		return found ? [{ name, cells: found.map(({ cell }) => cell) }] : [];
	});
}
