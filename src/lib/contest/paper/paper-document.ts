// One paper as blocks of words, from which the page and the Word file are both made (ADR 0028); it must not know either.
import type { PaperHead } from './paper-head.ts';

export interface PaperDocument {
	head: PaperHead;
	/** "BIÊN BẢN CHẤM THI"; set in capitals. */
	title: string;
	/** What it is about, in bold under the title. */
	subject: string;
	/** Why it does not count yet; null when it does. */
	draft: string | null;
	isLandscape: boolean;
	blocks: PaperBlock[];
	/** Left to right; on a paper with recipients only the last one, beside them. */
	signers: { lines: string[]; name: string }[];
	/** Nơi nhận; empty on papers that have none. */
	recipients: string[];
	/** Lists that go with it, each beginning on a page of its own. */
	annexes: { title: string; subject: string; blocks: PaperBlock[] }[];
}

export type PaperBlock =
	| { kind: 'heading'; text: string }
	| { kind: 'text'; runs: PaperRun[]; style: TextStyle }
	| { kind: 'items'; items: string[] }
	| PaperTable;

/** `body`: first line indented, both margins even. `note`: small. `line`: as it is. `centre`: between the margins, with what follows. */
export type TextStyle = 'body' | 'line' | 'note' | 'centre';

export interface PaperRun {
	text: string;
	look?: 'strong' | 'italic' | 'struck' | 'code';
}

export interface PaperTable {
	kind: 'table';
	label: string;
	columns: PaperColumn[];
	rows: { cells: string[]; isStrong?: boolean }[];
}

export interface PaperColumn {
	title: string;
	/** Columns beside each other with the same group stand under one head. */
	group?: string;
	align?: 'middle' | 'number';
	isStrong?: boolean;
	/** Of the width of the table, in percent; what is left is shared by the others. */
	width?: number;
}

/** A block of plain words. */
export function said(text: string, style: TextStyle = 'line', look?: PaperRun['look']): PaperBlock {
	return { kind: 'text', style, runs: [look ? { text, look } : { text }] };
}

/** More of them are a text of their own. */
const mostClosing = 8;

/**
 * R353: the end of a document that is signed on one page with its signatures. The words behind the last table go with its rows; where
 * more than words come behind it, the last heading with its words, or the words behind the last list; else the last two blocks.
 */
export function splitClosing(blocks: PaperBlock[]): { body: PaperBlock[]; closing: PaperBlock[] } {
	const isSaid = (tail: PaperBlock[]) => tail.length <= mostClosing && tail.every(({ kind }) => kind === 'text');
	const behindTable = blocks.findLastIndex(({ kind }) => kind === 'table') + 1;
	const heading = blocks.findLastIndex(({ kind }) => kind === 'heading');
	const behindItems = blocks.findLastIndex(({ kind }) => kind === 'items') + 1;
	let from = Math.max(blocks.length - 2, behindTable);
	if (behindTable > 0 && isSaid(blocks.slice(behindTable))) from = behindTable;
	else if (heading >= behindTable && isSaid(blocks.slice(heading + 1))) from = heading;
	else if (behindItems > behindTable && behindItems < blocks.length && isSaid(blocks.slice(behindItems)))
		from = behindItems;
	return { body: blocks.slice(0, from), closing: blocks.slice(from) };
}

export interface HeadCell {
	title: string;
	columns: number;
	rows: number;
}

/** The head of a table as one or two rows of cells: groups above their columns, columns without one over both rows. */
export function headRows(columns: PaperColumn[]): HeadCell[][] {
	if (columns.every(({ group }) => group === undefined)) return [columns.map(({ title }) => cell(title, 1, 1))];
	const upper: HeadCell[] = [];
	const lower: HeadCell[] = [];
	for (const [at, { title, group }] of columns.entries()) {
		if (group === undefined) {
			upper.push(cell(title, 1, 2));
			continue;
		}
		lower.push(cell(title, 1, 1));
		const last = upper.at(-1);
		if (last && columns[at - 1]?.group === group) last.columns += 1;
		else upper.push(cell(group, 1, 1));
	}
	return [upper, lower];
}

function cell(title: string, columns: number, rows: number): HeadCell {
	return { title, columns, rows };
}
