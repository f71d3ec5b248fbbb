// Text with separators → raw rows, by RFC 4180; it must not know which headers are wanted (it is told) nor what cells mean.
import Papa from 'papaparse';
import type { KnowsHeader } from './build-table.ts';
import { unescapeFormula } from './formula-text.ts';
import { type Problem, problem } from './problem.ts';
import { isBlankRow, type RawRow, tableLimits } from './table.ts';
import { cleanText } from './vietnamese-text.ts';

type Separator = ',' | ';' | '\t';

/** Room for sixty of the longest cells. */
const longestLine = 500_000;

export interface CsvRows {
	rows: RawRow[];
	repairs: Problem[];
}

/**
 * Rows with content, or the first reason to refuse the file. Understands Excel's `sep=` line (which it does not count,
 * as Excel does not show it), any line end, and separators found out from the header line, not from decimals.
 * `repairs` name their column by position, since the header is not known yet.
 */
export function readCsv(source: string, knows: KnowsHeader): CsvRows | Problem {
	const ends = source.replace(/\r\n?/g, '\n');
	const told = /^sep=([,;\t])\n/i.exec(ends);
	const text = told ? ends.slice(told[0].length) : ends;
	if (/^[\s,;]*$/u.test(text)) return { rows: [], repairs: [] };
	// What is longer would be taken apart for seconds to be refused at the end.
	if (text.split('\n').some((each) => each.length >= longestLine)) return problem('import/too-heavy', {});
	const separator = (told?.[1] as Separator | undefined) ?? separatorOf(text, knows);
	const rows: RawRow[] = [];
	const repairs: Problem[] = [];
	const refusals: Problem[] = [];
	let line = 0;
	Papa.parse<string[]>(text, {
		delimiter: separator,
		newline: '\n',
		step: ({ data, errors }, parser) => {
			line += 1;
			const refusal = quoteProblem(errors, line) ?? sizeProblem(data, rows.length, line);
			if (refusal) {
				refusals.push(refusal);
				parser.abort();
			} else if (!isBlankRow(data)) rows.push({ line, texts: data.map((cell, at) => plain(cell, line, at, repairs)) });
		}
	});
	return refusals[0] ?? { rows, repairs };
}

function quoteProblem(errors: Papa.ParseError[], line: number): Problem | null {
	const error = errors.find(({ type }) => type === 'Quotes');
	if (!error) return null;
	return problem(error.code === 'MissingQuotes' ? 'import/unclosed-quote' : 'import/stray-quote', {}, { line });
}

function sizeProblem(data: string[], rowsSoFar: number, line: number): Problem | null {
	if (data.length > tableLimits.columns && !isBlankRow(data.slice(tableLimits.columns))) {
		return problem('import/too-many-columns', { limit: String(tableLimits.columns) });
	}
	// Room for header and titles, build-table.ts counts exactly; blank rows are borne with, but not by the million.
	const limit = tableLimits.rows + tableLimits.headerSearch;
	if (rowsSoFar > limit || line > 4 * limit) {
		return problem('import/too-many-rows', { limit: String(tableLimits.rows) });
	}
	return null;
}

function plain(cell: string, line: number, at: number, repairs: Problem[]): string {
	const text = unescapeFormula(cell);
	if (text !== cell) repairs.push(problem('import/repaired-apostrophe', {}, { line, column: String(at) }));
	return text;
}

/** The separator that finds most known headers in one of the first rows; then the one that makes most columns. */
function separatorOf(text: string, knows: KnowsHeader): Separator {
	const marks = ([',', ';', '\t'] as const).map((separator) => {
		const head = Papa.parse<string[]>(text, { delimiter: separator, newline: '\n', preview: tableLimits.headerSearch });
		const rows = head.data.filter((row) => !isBlankRow(row));
		const known = Math.max(0, ...rows.map((row) => row.filter((cell) => knows(cleanText(cell))).length));
		return { separator, known, columns: rows[0]?.length ?? 0 };
	});
	marks.sort((a, b) => b.known - a.known || b.columns - a.columns);
	return marks[0]?.separator ?? ',';
}
