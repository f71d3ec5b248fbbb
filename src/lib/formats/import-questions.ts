// Question bank file → preview of questions with their keys; it must not know rounds or who may see a key.
import type { Columns } from './columns.ts';
import { readCode } from './code-cell.ts';
import { blockDuplicateCodes, warnDuplicateTexts } from './duplicates.ts';
import type { QuestionValue } from './import-values.ts';
import { previewTable, type TableImport } from './preview-table.ts';
import { found, type Preview } from './problem.ts';
import { readKey } from './question-key.ts';
import { readOptions } from './question-options.ts';
import { readPairs, type MatchedSides } from './question-pairs.ts';
import type { RowDraft } from './row-draft.ts';
import { parseCount } from './vietnamese-number.ts';
import { foldVietnamese } from './vietnamese-text.ts';

export type OptionColumn = 'option_a' | 'option_b' | 'option_c' | 'option_d' | 'option_e';
export type QuestionColumn =
	| 'code'
	| 'topic'
	| 'difficulty'
	| 'type'
	| 'question'
	| OptionColumn
	| 'correct'
	| 'tolerance'
	| 'seconds'
	| 'explanation'
	| 'source';

const option = (letter: string, required: boolean) => ({
	title: `Phương án ${letter}`,
	aliases: [letter, `Đáp án ${letter}`, `Lựa chọn ${letter}`, `Option ${letter}`],
	required,
	longest: 300
});

export const questionColumns: Columns<QuestionColumn> = {
	code: { title: 'Mã câu hỏi', aliases: ['Mã', 'Mã câu'], required: true, filled: true, noFormula: true, longest: 40 },
	topic: { title: 'Chủ đề', aliases: ['Chuyên đề', 'Lĩnh vực'], required: true, filled: true },
	difficulty: { title: 'Độ khó', aliases: ['Mức độ', 'level'], required: true, filled: true, noFormula: true },
	type: {
		title: 'Loại câu hỏi',
		aliases: ['Loại', 'Dạng', 'Dạng câu hỏi', 'kind'],
		required: true,
		filled: true,
		noFormula: true
	},
	question: {
		title: 'Câu hỏi',
		aliases: ['Nội dung', 'Nội dung câu hỏi', 'text'],
		required: true,
		filled: true,
		lines: true,
		longest: 1000
	},
	option_a: option('A', true),
	option_b: option('B', true),
	option_c: option('C', false),
	option_d: option('D', false),
	option_e: option('E', false),
	correct: { title: 'Đáp án đúng', aliases: ['Đáp án', 'Đúng', 'key', 'answer'], required: true, noFormula: true },
	tolerance: { title: 'Sai số', aliases: ['Sai số cho phép'], noFormula: true },
	seconds: {
		title: 'Thời gian (giây)',
		aliases: ['Số giây', 'Giây', 'time'],
		required: true,
		filled: true,
		noFormula: true
	},
	explanation: { title: 'Giải thích', aliases: ['Lời giải'], lines: true, longest: 2000 },
	source: { title: 'Nguồn', aliases: ['Căn cứ', 'Tài liệu'], longest: 500 }
};

export function parseQuestions(
	bytes: Uint8Array,
	_fileName: string,
	_context: object = {}
): Promise<Preview<QuestionValue>> {
	return previewTable(bytes, questionImport);
}

export const optionColumns = ['option_a', 'option_b', 'option_c', 'option_d', 'option_e'] as const;

/** How rows of the template become questions, wherever the rows come from. */
export const questionImport: TableImport<QuestionColumn, QuestionValue> = {
	columns: questionColumns,
	readRow,
	checkRows: (drafts) => {
		blockDuplicateCodes(drafts, 'code');
		warnDuplicateTexts(drafts, 'question', (row) =>
			[row.text('question'), ...optionColumns.map((o) => row.text(o))].join('\n')
		);
	}
};

function readRow(row: RowDraft<QuestionColumn>): QuestionValue | null {
	const code = readCode(row, 'code');
	const difficulty = readDifficulty(row);
	const seconds = readSeconds(row);
	const kind = readKind(row);
	const sides = kind && (kind === 'matching' ? readPairs(row) : readSides(row, kind));
	if (code === null || difficulty === null || seconds === null || !kind || !sides) return null;
	const [topic, text, explanation, source] = [
		row.text('topic'),
		row.text('question'),
		row.text('explanation'),
		row.text('source')
	];
	return { code, topic, difficulty, kind, text, ...sides, seconds, explanation, source };
}

function readSides(row: RowDraft<QuestionColumn>, kind: QuestionValue['kind']): MatchedSides | null {
	const options = readOptions(row, kind);
	const correct = options && readKey(row, kind, options);
	return options && correct && { options, targets: [], correct };
}

const kinds: Readonly<Record<string, QuestionValue['kind']>> = {
	single: 'single',
	'mot dap an': 'single',
	'mot dap an dung': 'single',
	'1 dap an': 'single',
	'chon mot': 'single',
	'trac nghiem': 'single',
	multiple: 'multiple',
	'nhieu dap an': 'multiple',
	'nhieu dap an dung': 'multiple',
	'chon nhieu': 'multiple',
	truefalse: 'truefalse',
	'true false': 'truefalse',
	'dung sai': 'truefalse',
	numeric: 'numeric',
	so: 'numeric',
	'dien so': 'numeric',
	ordering: 'ordering',
	'sap xep': 'ordering',
	'thu tu': 'ordering',
	matching: 'matching',
	'ghep doi': 'matching',
	'noi cot': 'matching',
	text: 'text',
	'tra loi ngan': 'text',
	'dien tu': 'text',
	'go cau tra loi': 'text'
};

function readKind(row: RowDraft<QuestionColumn>): QuestionValue['kind'] | null {
	const text = row.text('type');
	if (text === '') return null;
	const kind =
		kinds[
			foldVietnamese(text)
				.replace(/[^a-z0-9]+/g, ' ')
				.trim()
		];
	return kind ?? row.block('type', 'import/kind-not-known', { found: found(text) });
}

const difficulties: Readonly<Record<string, 1 | 2 | 3>> = {
	'1': 1,
	de: 1,
	'nhan biet': 1,
	'2': 2,
	'trung binh': 2,
	'thong hieu': 2,
	'3': 3,
	kho: 3,
	'van dung': 3
};

function readDifficulty(row: RowDraft<QuestionColumn>): 1 | 2 | 3 | null {
	const text = row.text('difficulty');
	if (text === '') return null;
	return (
		difficulties[foldVietnamese(text)] ?? row.block('difficulty', 'import/difficulty-not-valid', { found: found(text) })
	);
}

function readSeconds(row: RowDraft<QuestionColumn>): number | null {
	const text = row.text('seconds');
	if (text === '') return null;
	const seconds = parseCount(text);
	if (seconds !== null && seconds >= 5 && seconds <= 600) return seconds;
	return row.block('seconds', 'import/seconds-not-valid', { found: found(text) });
}
