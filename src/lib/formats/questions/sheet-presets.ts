// The sheets of Kahoot, Blooket and Quizizz (Wayground) → questions, by their published templates; it must not know files.
import { headerKey } from '../columns.ts';
import type { RawRow } from '../table.ts';
import { tableLimits } from '../table.ts';
import { QuestionDraft } from './question-draft.ts';

export type PresetName = 'kahoot' | 'quizizz';

interface Preset {
	name: PresetName;
	/** Finds the columns of a header row; null when it is none. */
	columns(keys: string[]): Record<string, number> | null;
	read(cell: (name: string) => string, line: number): QuestionDraft | null;
}

const startingWith = (keys: string[], start: string) => keys.findIndex((key) => key.startsWith(start));

/** The header of Kahoot names limits («Question - max 120 characters»); Blooket's is the same without them. */
const kahoot: Preset = {
	name: 'kahoot',
	columns(keys) {
		const columns = {
			question: [startingWith(keys, 'question text'), keys.findIndex((key) => /^question( max.*)?$/.test(key))].find(
				(at) => at >= 0
			),
			answer1: startingWith(keys, 'answer 1'),
			answer2: startingWith(keys, 'answer 2'),
			answer3: startingWith(keys, 'answer 3'),
			answer4: startingWith(keys, 'answer 4'),
			seconds: startingWith(keys, 'time limit'),
			correct: startingWith(keys, 'correct answer')
		};
		const { question = -1, answer1, correct } = columns;
		return question >= 0 && answer1 >= 0 && correct >= 0 ? { ...columns, question } : null;
	},
	read(cell, line) {
		const answers = ['answer1', 'answer2', 'answer3', 'answer4'].map(cell);
		if (cell('question') === '' && answers.every((text) => text === '')) return null;
		const draft = new QuestionDraft(line);
		const right = positions(cell('correct'), answers.length);
		draft.cells.question = cell('question');
		draft.cells.seconds = cell('seconds');
		draft.choose(upToLast(answers), right);
		if (right.length > 1) draft.warn('correct', 'import/any-right-answer', {});
		if ([...cell('question')].length > 120) draft.warn('question', 'import/longer-than-kahoot', { limit: '120' });
		if (answers.some((text) => [...text].length > 75)) {
			draft.warn('option_a', 'import/longer-than-kahoot', { limit: '75' });
		}
		return draft;
	}
};

const quizizz: Preset = {
	name: 'quizizz',
	columns(keys) {
		const columns = {
			question: keys.indexOf('question text'),
			kind: keys.indexOf('question type'),
			option1: keys.indexOf('option 1'),
			option2: keys.indexOf('option 2'),
			option3: keys.indexOf('option 3'),
			option4: keys.indexOf('option 4'),
			option5: keys.indexOf('option 5'),
			correct: keys.indexOf('correct answer'),
			seconds: keys.indexOf('time in seconds'),
			image: keys.indexOf('image link'),
			explanation: keys.indexOf('answer explanation')
		};
		return columns.question >= 0 && columns.option1 >= 0 && columns.correct >= 0 ? columns : null;
	},
	read(cell, line) {
		const options = ['option1', 'option2', 'option3', 'option4', 'option5'].map(cell);
		// The template explains each column in the row below the header.
		if (/^text of the question/i.test(cell('question'))) return null;
		if (cell('question') === '' && options.every((text) => text === '')) return null;
		const draft = new QuestionDraft(line);
		draft.cells.question = cell('question');
		draft.cells.seconds = cell('seconds');
		draft.cells.explanation = cell('explanation');
		if (cell('image') !== '') draft.warn('question', 'import/picture-left-out', {});
		readQuizizzKind(draft, cell('kind'), upToLast(options), positions(cell('correct'), options.length));
		return draft;
	}
};

function readQuizizzKind(draft: QuestionDraft, said: string, options: string[], right: number[]): void {
	const kind = headerKey(said);
	if (kind === 'fill in the blank' || kind === 'fill in blank') {
		draft.cells.type = 'text';
		draft.cells.correct = options
			.filter((text) => text !== '')
			.map((text) => text.replace(/[;\\]/g, '\\$&'))
			.join('; ');
	} else if (kind === 'multiple choice' || kind === '') draft.choose(options, right);
	else if (kind === 'checkbox') draft.choose(options, right, 'multiple');
	else if (kind === 'true or false' || kind === 'true false') draft.choose(options, right);
	else draft.block('type', 'import/kind-not-taken', { kind: said });
}

/** «2», «1,3», «1;3» → positions from 0; what is no such number stays out, so that nothing right is left. */
function positions(cell: string, most: number): number[] {
	const numbers = cell.split(/[,;/\s]+/).filter((part) => part !== '');
	const at = numbers.map((part) => (/^[1-9]$/.test(part) ? Number(part) - 1 : most));
	return at.toSorted((one, other) => one - other);
}

function upToLast(texts: string[]): string[] {
	return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
}

/** Whether a cell is a header of one of these sheets, so that the separator of a CSV is found by it. */
export function knowsPresetHeader(header: string): boolean {
	return /^(question( text| type| max.*)?|(answer|option) [1-5]( max.*)?|correct answer.*|time limit.*|time in seconds)$/.test(
		headerKey(header)
	);
}

/** The questions of such a sheet; null when the rows are another table. */
export function readPreset(rows: readonly RawRow[]): { name: PresetName; drafts: QuestionDraft[] } | null {
	for (const [at, { texts }] of rows.slice(0, tableLimits.headerSearch).entries()) {
		for (const preset of [quizizz, kahoot]) {
			const columns = preset.columns(texts.map(headerKey));
			if (!columns) continue;
			const drafts = rows.slice(at + 1).flatMap((row) => {
				return preset.read((name) => (row.texts[columns[name] ?? -1] ?? '').trim(), row.line) ?? [];
			});
			return { name: preset.name, drafts };
		}
	}
	return null;
}
