// Matches the headers of a file to the columns an import wants, in Vietnamese or English; it must not know the rows.
import { type Problem, problem } from './problem.ts';
import type { Table } from './table.ts';
import { foldVietnamese } from './vietnamese-text.ts';

/** One column an import understands. */
export interface Column {
	/** Header in Vietnamese, as the template writes it; the key in snake case is the English one. */
	title: string;
	/** Other headers people use. Case, marks and punctuation do not matter. */
	aliases?: readonly string[];
	/** The file must have this column. */
	required?: boolean;
	/** No cell of it may be empty. */
	filled?: boolean;
	/** A formula here would decide identity, key or points, so its cached value is not taken. */
	noFormula?: boolean;
	/** Line ends inside the cell stay. */
	lines?: boolean;
	/** Longest text, in characters. */
	longest?: number;
}

export type Columns<K extends string> = Readonly<Record<K, Column>>;

/** «Ngày sinh», «ngay_sinh» and «NGÀY SINH (dd/mm/yyyy)» are one header. */
export function headerKey(header: string): string {
	return foldVietnamese(header.replace(/\(.*?\)/g, ' '))
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** Header key → column, for all ways to write each column. */
function dictionary<K extends string>(columns: Columns<K>): Map<string, K> {
	const words = new Map<string, K>();
	for (const name of Object.keys(columns) as K[]) {
		const { title, aliases = [] } = columns[name];
		for (const word of [name, title, ...aliases]) words.set(headerKey(word), name);
	}
	return words;
}

/** Says whether a header belongs to one of these columns. */
export function knownBy<K extends string>(columns: Columns<K>): (header: string) => boolean {
	const words = dictionary(columns);
	return (header) => words.has(headerKey(header));
}

export interface ColumnMatch<K extends string> {
	/** Header in the file of each column found. */
	headers: Partial<Record<K, string>>;
	fileProblems: Problem[];
	/** Columns nobody asked for. */
	ignored: Problem[];
}

/** `meanings` are what a person has said of columns, by position; they go before what the headers say. */
export function matchColumns<K extends string>(
	table: Table,
	columns: Columns<K>,
	meanings?: Readonly<Record<string, string>>
): ColumnMatch<K> {
	const words = dictionary(columns);
	const isName = (text: string): text is K => Object.hasOwn(columns, text);
	const line = table.headerLine;
	const headers: Partial<Record<K, string>> = {};
	const fileProblems: Problem[] = [];
	const ignored: Problem[] = [];
	for (const { position, header } of table.columns) {
		if (header === '') continue;
		const said = meanings?.[String(position)];
		const name = said === undefined ? words.get(headerKey(header)) : isName(said) ? said : undefined;
		const first = name && headers[name];
		if (!name) ignored.push(problem('import/column-ignored', {}, { line, column: header }));
		else if (first) {
			fileProblems.push(
				problem('import/double-column', { columns: `«${first}», «${header}»` }, { line, column: header })
			);
		} else headers[name] = header;
	}
	const missing = (Object.keys(columns) as K[]).filter((name) => columns[name].required && !headers[name]);
	if (missing.length > 0) {
		const names = missing.map((name) => `«${columns[name].title}»`).join(', ');
		fileProblems.push(problem('import/missing-column', { columns: names }, { line }));
	}
	return { headers, fileProblems, ignored };
}
