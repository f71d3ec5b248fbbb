// The file a page has in hand, and what has been chosen about it, as its forms send them; it must not know the server.

export interface FileInHand {
	fileName: string;
	/** The file, base64. */
	content: string;
	choices: Choices;
}

export interface Choices {
	sheet?: string;
	header?: { line: number; rows: 1 | 2 };
	columns?: Record<string, string>;
	fonts?: Record<string, 'tcvn3' | 'vni' | 'keep'>;
	fillMerged?: boolean;
	edits?: { line: number; position: number; text: string }[];
}

export interface Shape {
	sheets: string[];
	sheet: string;
	header: { line: number; rows: 1 | 2 } | null;
	top: { line: number; text: string }[];
	columns: { position: number; header: string; examples: string[]; meaning: string; isHidden: boolean }[];
	oldColumns: { position: number; code: 'tcvn3' | 'vni'; examples: { before: string; after: string }[] }[];
	merged: number;
}

export interface Remedy {
	name: 'fill' | 'units' | 'doubles' | 'values' | 'rewrite';
	cells: { line: number; position: number; header: string; text: string; what: string }[];
}

/** How a spreadsheet names a column: 0 is A, 26 is AA. */
export function letterOf(position: number): string {
	const before = Math.floor(position / 26);
	return (before > 0 ? letterOf(before - 1) : '') + String.fromCharCode(65 + (position % 26));
}

/** The choices with these cells written anew; a cell written twice keeps the last text. */
export function withEdits(choices: Choices, edits: NonNullable<Choices['edits']>): Choices {
	const others = (choices.edits ?? []).filter(
		(old) => !edits.some(({ line, position }) => line === old.line && position === old.position)
	);
	return { ...choices, edits: [...others, ...edits] };
}
