// Where a key leads in the grid of marks: rows are criteria, the first column is the mark, the others are bands. It must not know the page.

export interface GridPlace {
	row: number;
	column: number;
}

/** `widths` is the number of columns of each row. Null: the key is none of the grid's, or leads out of it. */
export function placeAfter(key: string, { row, column }: GridPlace, widths: readonly number[]): GridPlace | null {
	const steps: Record<string, GridPlace> = {
		ArrowDown: { row: row + 1, column },
		ArrowUp: { row: row - 1, column },
		ArrowRight: { row, column: column + 1 },
		ArrowLeft: { row, column: column - 1 },
		/** The next mark: figures and Enter fill a criterion. */
		Enter: { row: row + 1, column: 0 }
	};
	const next = Object.hasOwn(steps, key) ? steps[key] : undefined;
	const width = next && widths[next.row];
	if (!next || !width || next.column < 0) return null;
	// A band further right than the next criterion has any leads to its last one.
	if (next.column >= width) return next.row === row ? null : { row: next.row, column: width - 1 };
	return next;
}

/** Typed on a band, these begin the mark of its row. */
export function beginsMark(key: string): boolean {
	return /^[\d,.]$/.test(key);
}
