// Reads the right answer of a question row; it must not know points or rounds.
import { foldTyped } from '../contest/result/typed-answer.ts';
import type { QuestionColumn } from './import-questions.ts';
import type { OptionLetter, QuestionValue } from './import-values.ts';
import { found } from './problem.ts';
import { splitEscaped } from './question-escapes.ts';
import type { RowDraft } from './row-draft.ts';
import { isAmbiguousNumber, parseDecimal } from './vietnamese-number.ts';
import { foldVietnamese } from './vietnamese-text.ts';

type Row = RowDraft<QuestionColumn>;
type Key = QuestionValue['correct'];

export function readKey(row: Row, kind: QuestionValue['kind'], options: QuestionValue['options']): Key | null {
	const text = row.text('correct');
	if (text === '') return row.block('correct', 'import/no-right-option', {});
	if (kind === 'numeric') return readNumber(row);
	if (kind === 'text') return readWordings(row, text);
	const ids = options.map(({ id }) => id);
	const chosen = readLetters(row, kind === 'truefalse' ? trueFalseLetter(text) : text, ids);
	if (chosen === null) return null;
	if (kind === 'ordering') return readOrder(row, chosen, ids);
	if (kind === 'multiple') {
		if (chosen.length === 1) row.warn('correct', 'import/one-right-of-many', {});
		return { kind: 'options', options: chosen.toSorted() };
	}
	if (chosen.length > 1) return row.block('correct', 'import/two-right-options', { found: found(text) });
	return { kind: 'options', options: chosen };
}

/** Accepted wordings with ; between (inside one `\;`): «Hồ Chí Minh; Nguyễn Ái Quốc». The first is the one that is shown. */
function readWordings(row: Row, text: string): Key | null {
	const [value, ...alsoCorrect] = splitEscaped(text, ';').filter((wording) => foldTyped(wording) !== '');
	if (value === undefined) return row.block('correct', 'import/no-right-option', {});
	return { kind: 'text', value, alsoCorrect };
}

function trueFalseLetter(text: string): string {
	const said = foldVietnamese(text);
	if (said === 'dung' || said === 'true') return 'A';
	return said === 'sai' || said === 'false' ? 'B' : text;
}

/** Letters with ; , / or blanks between, or written together: «A;C», «a, c», «AC». */
function readLetters(row: Row, text: string, ids: OptionLetter[]): OptionLetter[] | null {
	const parts = (/^[a-z]+$/i.test(text) ? [...text] : text.split(/[;,/\s]+/))
		.map((part) => part.toUpperCase())
		.filter(Boolean);
	const outside = parts.filter((part) => !(ids as string[]).includes(part));
	if (parts.length === 0 || outside.length > 0) {
		return row.block('correct', 'import/option-out-of-range', {
			found: found(outside.join(', ') || text),
			options: ids.join(', ')
		});
	}
	if (new Set(parts).size < parts.length) return row.block('correct', 'import/answer-repeated', { found: found(text) });
	return parts as OptionLetter[];
}

function readOrder(row: Row, chosen: OptionLetter[], ids: OptionLetter[]): Key | null {
	if (chosen.length === ids.length) return { kind: 'options', options: chosen };
	return row.block('correct', 'import/ordering-incomplete', { options: ids.join(', ') });
}

function readNumber(row: Row): Key | null {
	const value = readDecimal(row, 'correct', row.text('correct'));
	const tolerance = readDecimal(row, 'tolerance', row.text('tolerance') || '0');
	if (value === null || tolerance === null) return null;
	if (tolerance.startsWith('-')) return row.block('tolerance', 'import/number-not-valid', { found: tolerance });
	return { kind: 'number', value, tolerance };
}

function readDecimal(row: Row, column: 'correct' | 'tolerance', text: string): string | null {
	if (isAmbiguousNumber(text)) {
		const [whole, decimal] = [text.replace('.', ''), text.replace('.', ',')];
		return row.block(column, 'import/number-ambiguous', { found: text, whole, decimal });
	}
	return parseDecimal(text) ?? row.block(column, 'import/number-not-valid', { found: found(text) });
}
