// Reads the options of a question row: no gaps, no twins, the right ones for true/false; it must not know which is right.
import type { OptionColumn, QuestionColumn } from './import-questions.ts';
import type { OptionLetter, QuestionValue } from './import-values.ts';
import type { RowDraft } from './row-draft.ts';
import { foldVietnamese } from './vietnamese-text.ts';

const letters = ['A', 'B', 'C', 'D', 'E'] as const;

export function columnOf(letter: OptionLetter): OptionColumn {
	return `option_${letter.toLowerCase() as Lowercase<OptionLetter>}`;
}

export function readOptions(
	row: RowDraft<QuestionColumn>,
	kind: QuestionValue['kind']
): QuestionValue['options'] | null {
	const texts = letters.map((id) => ({ id, text: row.text(columnOf(id)) }));
	const used = texts.slice(0, texts.findLastIndex(({ text }) => text !== '') + 1);
	if (kind === 'numeric' || kind === 'text') {
		if (used.length > 0) row.warn('option_a', 'import/options-ignored', {});
		return [];
	}
	return kind === 'truefalse' ? readTrueFalse(row, used) : readList(row, used);
}

function readList(row: RowDraft<QuestionColumn>, used: QuestionValue['options']): QuestionValue['options'] | null {
	const empty = used.filter(({ text }) => text === '');
	for (const { id } of empty) row.block(columnOf(id), 'import/option-empty', { option: id });
	if (used.length < 2) return row.block('option_a', 'import/too-few-options', {});
	const seen = new Map<string, OptionLetter>();
	for (const { id, text } of used) {
		const key = text.toLocaleLowerCase('vi');
		const first = seen.get(key);
		if (first && text !== '') row.block(columnOf(id), 'import/options-identical', { first, second: id });
		seen.set(key, id);
	}
	return used;
}

function readTrueFalse(row: RowDraft<QuestionColumn>, used: QuestionValue['options']): QuestionValue['options'] | null {
	const said = used.map(({ text }) => foldVietnamese(text)).join('|');
	if (said !== '' && said !== 'dung|sai' && said !== 'true|false') {
		return row.block('option_a', 'import/truefalse-options', {});
	}
	if (said === '') row.repaired('option_a', 'import/options-filled', {});
	return [
		{ id: 'A', text: 'Đúng' },
		{ id: 'B', text: 'Sai' }
	];
}
