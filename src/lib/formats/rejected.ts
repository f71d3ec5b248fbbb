// The rows of a table that cannot be taken, as the file writes them, so that they can be handed back; it must not know why.
import type { Table } from './table.ts';

export interface RejectedRows {
	headers: string[];
	rows: { line: number; cells: string[] }[];
}

export function rejectedOf({ headers, rows }: Table, bad: readonly { line: number }[]): RejectedRows {
	const lines = new Set(bad.map(({ line }) => line));
	return {
		headers,
		rows: rows
			.filter(({ line }) => lines.has(line))
			.map(({ line, cells }) => ({ line, cells: headers.map((header) => cells[header] ?? '') }))
	};
}
