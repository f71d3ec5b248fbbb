// Bytes of a file of questions, whatever its format → the preview of an import; it must not know contests or databases.
import { archiveHolds } from '../archive.ts';
import { buildTable } from '../build-table.ts';
import { questionImport } from '../import-questions.ts';
import type { QuestionValue } from '../import-values.ts';
import { previewOf } from '../preview-table.ts';
import { type Preview, type Problem, problem, refusedFile } from '../problem.ts';
import { readRawRows } from '../read-table.ts';
import type { ImportChoices } from '../reading/choices.ts';
import { decodeAnyText } from '../reading/decode-any-text.ts';
import { gridOf, shapeOf } from '../reading/table-shape.ts';
import { tableLimits } from '../table.ts';
import { readAiken } from './aiken.ts';
import { readGift } from './gift/read-gift.ts';
import { linesOfText } from './list/list-line.ts';
import { readList } from './list/read-list.ts';
import { isListSheet, knowsTemplateHeader, readListSheet } from './list-sheet.ts';
import { readMoodle } from './moodle/read-moodle.ts';
import { convertSpan, readOldText, type OldText } from './old-text.ts';
import { previewDrafts } from './preview-drafts.ts';
import type { QuestionDraft } from './question-draft.ts';
import { readJsonQuestions } from './read-json-questions.ts';
import { type QuestionFormat, recognise } from './recognise.ts';
import { knowsPresetHeader, readPreset } from './sheet-presets.ts';
import { readDocx } from './word/read-docx.ts';

const knowsHeader = (header: string) => knowsTemplateHeader(header) || knowsPresetHeader(header);

/** At most 5 MB. Without a format it is found by what the file holds, never by its name. */
export async function readQuestionFile(
	bytes: Uint8Array,
	from: QuestionFormat | 'auto' = 'auto',
	choices: ImportChoices = {}
): Promise<Preview<QuestionValue>> {
	if (bytes.length === 0) return refusedFile([problem('import/empty-file', {})]);
	if (bytes.length > tableLimits.bytes) return refusedFile([problem('import/too-big', { limit: '5 MB' })]);
	if (archiveHolds(bytes, 'word/document.xml')) return previewOfDocx(bytes, choices);
	const format = from === 'auto' ? recognise(bytes, knowsHeader, choices) : from;
	switch (format) {
		case 'table':
			return previewOfTable(bytes, choices);
		case 'json': {
			const read = readJsonQuestions(bytes);
			return 'code' in read ? refusedFile([read]) : previewDrafts(read.drafts, []);
		}
		default:
			return previewOfText(bytes, format, choices);
	}
}

async function previewOfTable(bytes: Uint8Array, choices: ImportChoices): Promise<Preview<QuestionValue>> {
	const raw = await readRawRows(bytes, knowsHeader, choices);
	if (Array.isArray(raw)) return refusedFile(raw);
	const preset = choices.columns || raw.undecided.length > 0 ? null : readPreset(raw.rows);
	if (preset)
		return previewDrafts(preset.drafts, [...raw.repairs.filter(({ line }) => line === null), ...raw.warnings]);
	const table = buildTable(raw.rows, raw.repairs, raw.warnings, knowsTemplateHeader, choices);
	if (Array.isArray(table)) return { ...refusedFile<QuestionValue>(table), shape: shapeOf(raw, null, {}) };
	if (!isListSheet(table, choices.columns)) return previewOf(table, questionImport, { raw, choices });
	const { drafts, notices, headers } = readListSheet(table, choices.columns);
	const shape = shapeOf(raw, table, headers);
	if (raw.undecided.length > 0) return { ...refusedFile<QuestionValue>(raw.undecided, notices), shape };
	const preview = previewDrafts(drafts, notices);
	const lines = (of: readonly { line: number | null }[]) => of.flatMap(({ line }) => line ?? []);
	return { ...preview, shape, grid: gridOf(raw, lines(preview.rows), lines(preview.problems)) };
}

async function previewOfDocx(bytes: Uint8Array, choices: ImportChoices): Promise<Preview<QuestionValue>> {
	const read = await readDocx(bytes);
	if ('code' in read) return refusedFile([read]);
	const old = readOldText(
		read.lines.map(({ text }) => text),
		choices
	);
	return previewOfOld(old, [], () => {
		for (const rows of read.tables) {
			const texts = rows.map((row) => ({ ...row, texts: row.texts.map(old.convert) }));
			const table = buildTable(texts, [], [], knowsTemplateHeader);
			if (!Array.isArray(table) && isListSheet(table)) return readListSheet(table);
		}
		return readList(read.lines.map((line) => convertSpan(line, old.convert)));
	});
}

function previewOfText(
	bytes: Uint8Array,
	format: 'list' | 'gift' | 'aiken' | 'moodle-xml',
	choices: ImportChoices
): Preview<QuestionValue> {
	const decoded = decodeAnyText(bytes);
	if ('code' in decoded) return refusedFile([decoded]);
	const lines = decoded.text.replace(/\r\n?/g, '\n').split('\n');
	const old = readOldText(lines, choices);
	return previewOfOld(old, decoded.repairs, () => readText(lines.map(old.convert).join('\n'), format));
}

/** As it was chosen, or to be chosen first. */
function previewOfOld(
	{ shape, undecided, notices }: OldText,
	repairs: Problem[],
	read: () => { drafts: QuestionDraft[]; notices?: Problem[] } | Problem
): Preview<QuestionValue> {
	const asked = shape && { shape };
	if (undecided.length > 0) return { ...refusedFile<QuestionValue>(undecided), ...asked };
	const found = read();
	if ('code' in found) return { ...refusedFile<QuestionValue>([found]), ...asked };
	return { ...previewDrafts(found.drafts, [...repairs, ...notices, ...(found.notices ?? [])]), ...asked };
}

function readText(text: string, format: 'list' | 'gift' | 'aiken' | 'moodle-xml') {
	switch (format) {
		case 'gift':
			return { drafts: readGift(text) };
		case 'aiken':
			return { drafts: readAiken(text) };
		case 'moodle-xml':
			return readMoodle(text) as ReturnType<typeof readMoodle> & { notices?: Problem[] };
		case 'list':
			return readList(linesOfText(text));
	}
}
