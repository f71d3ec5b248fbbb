// A text that was typed in an old code: shown before and after like a column of a table, and converted line by line once somebody has said so (ADR 0027).
// It must not know how questions are written.
import { oldFontExample } from '../old-font.ts';
import { type Problem, problem } from '../problem.ts';
import type { ImportChoices } from '../reading/choices.ts';
import { convertCell, convertRows, convertWhole, isUnicode } from '../reading/convert-rows.ts';
import { markedWords } from '../reading/old-codes.ts';
import type { TableShape } from '../reading/table-shape.ts';
import { softHyphen, type Span } from './list/list-line.ts';

export interface OldText {
	/** Of each line; changes nothing where nothing is to be converted. */
	convert(line: string): string;
	/** What a person is asked; null where nothing is. The text stands for the one column there is. */
	shape: TableShape | null;
	/** Why the text may not be taken yet. */
	undecided: Problem[];
	notices: Problem[];
}

const onlyColumn = '0';
const noTable: Omit<TableShape, 'oldColumns'> = {
	sheets: [],
	sheet: '',
	header: null,
	top: [],
	columns: [],
	merged: 0,
	signature: ''
};

const unicode: OldText = { convert: (line) => line, shape: null, undecided: [], notices: [] };

export function readOldText(lines: readonly string[], { fonts }: ImportChoices): OldText {
	// Almost every text is Unicode: no more than one look at it.
	if (oldFontExample([lines.join('\n')]) === null) return unicode;
	const rows = lines.flatMap((text, at) => (text.trim() === '' ? [] : [{ line: at + 1, texts: [text] }]));
	const { oldColumns, undecided } = convertRows(rows, new Map(), fonts);
	const code = fonts?.[onlyColumn] ?? oldColumns[0]?.code ?? 'keep';
	const isConverted = code !== 'keep' && oldColumns.length > 0;
	/** Where no word is Unicode yet, every one is in the old code, also those that could be words as they stand. */
	const isWhole = isConverted && !lines.some((line) => markedWords(line).some(isUnicode));
	return {
		convert: (line) => {
			if (!isConverted) return line;
			return isWhole ? convertWhole(line, code) : convertCell(line, code);
		},
		shape: oldColumns.length > 0 ? { ...noTable, oldColumns } : null,
		undecided: undecided === null ? [] : [problem('import/old-font', { example: undecided })],
		notices:
			isConverted && undecided === null
				? [problem('import/old-code-converted', { columns: code === 'tcvn3' ? 'TCVN3' : 'VNI' })]
				: []
	};
}

/** What stands out goes on standing out: VNI has two signs for one letter, so each word is stretched to its new length. */
export function convertSpan<Line extends Span>(line: Line, convert: OldText['convert']): Line {
	const text = convert(line.text);
	const marks = text.length === line.text.length ? line.marks : stretch(line, text);
	return {
		...line,
		text: text.replaceAll(softHyphen, ''),
		marks: marks.filter((_, at) => text.charAt(at) !== softHyphen)
	};
}

/** Blanks are the same before and after, so the words are too. */
function stretch({ text, marks }: Span, converted: string): number[] {
	if (marks.length === 0) return [];
	let at = 0;
	const words = converted.split(/(\s+)/u);
	return text.split(/(\s+)/u).flatMap((word, index) => {
		const start = at;
		at += word.length;
		const length = words[index]?.length ?? 0;
		return Array.from({ length }, (_, place) => marks[start + Math.floor((place * word.length) / length)] ?? 0);
	});
}
