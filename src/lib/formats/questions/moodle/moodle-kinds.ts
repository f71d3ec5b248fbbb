// What each kind of Moodle question asks for → options and key of the template; it must not know the rest of the question.
import { found } from '../../problem.ts';
import { escapeMarks } from '../../question-escapes.ts';
import { isGrade } from '../moodle-fields.ts';
import { chooseOrder, type QuestionDraft } from '../question-draft.ts';
import { elementOf, elementsOf, textOf, type XmlElement } from '../xml.ts';
import { formattedText, type TextFormat } from './moodle-text.ts';

export function readMoodleKind(draft: QuestionDraft, question: XmlElement, format: TextFormat): void {
	const kind = question.attributes.type ?? '';
	switch (kind) {
		case 'multichoice':
			return readChoice(draft, question, format);
		case 'truefalse':
			return readTrueFalse(draft, question);
		case 'shortanswer':
			return readShort(draft, question);
		case 'numerical':
			return readNumber(draft, question);
		case 'matching':
		case 'match':
			return readPairs(draft, question, format);
		case 'ordering':
			return readOrder(draft, question, format);
		default:
			draft.block('type', 'import/kind-not-taken', { kind: kind === 'cloze' ? 'cloze (multianswer)' : kind || '?' });
	}
}

interface Answer {
	text: string;
	/** In percent. */
	fraction: number;
	element: XmlElement;
}

function answersOf(draft: QuestionDraft, question: XmlElement, format: TextFormat): Answer[] {
	return elementsOf(question, 'answer').map((element) => {
		const { text, hasPicture } = formattedText(element, format);
		if (hasPicture) draft.warn('option_a', 'import/picture-left-out', {});
		const said = textOf(elementOf(element, 'fraction')) || (element.attributes.fraction ?? '0');
		const fraction = Number(said);
		if (!Number.isFinite(fraction) || !isGrade(fraction)) {
			draft.block('correct', 'import/grade-not-valid', { found: found(said) });
		}
		return { text: text || textOf(element).trim(), fraction, element };
	});
}

/** «true», «1» and everything else that is not «false», «0» or empty asks for one answer. */
function isSingle(question: XmlElement): boolean {
	const said = elementOf(question, 'single');
	return said === undefined || !['false', '0', ''].includes(textOf(said).trim());
}

function readChoice(draft: QuestionDraft, question: XmlElement, format: TextFormat): void {
	const answers = answersOf(draft, question, format);
	const texts = answers.map(({ text }) => text);
	const single = isSingle(question);
	const right = answers.flatMap(({ fraction }, at) => ((single ? fraction === 100 : fraction > 0) ? [at] : []));
	if (single) {
		for (const { text, fraction } of answers) {
			if (fraction > 0 && fraction < 100) draft.leaveOut('correct', `${fraction}% ${text}`);
		}
	}
	// Two full answers of which Moodle takes either one are refused: here both would have to be chosen.
	if (single && right.length < 2) draft.choose(texts, right);
	else draft.choose(texts, right, single ? 'single' : 'multiple');
}

/** The answers are called true and false; in old exports the first one is true, whatever it is called. */
function readTrueFalse(draft: QuestionDraft, question: XmlElement): void {
	let isRight = false;
	for (const [at, answer] of elementsOf(question, 'answer').entries()) {
		const said = textOf(elementOf(answer, 'text')).trim();
		const isTrue = said === 'true' || (said !== 'false' && at === 0);
		if (isTrue) isRight = Number(answer.attributes.fraction) === 100;
		else isRight = Number(answer.attributes.fraction) !== 100;
	}
	draft.choose(['Đúng', 'Sai'], [isRight ? 0 : 1]);
}

function readShort(draft: QuestionDraft, question: XmlElement): void {
	const answers = answersOf(draft, question, 'plain_text');
	const full = answers.filter(({ fraction }) => fraction === 100).map(({ text }) => text);
	for (const { text, fraction } of answers) if (fraction > 0 && fraction < 100) draft.leaveOut('correct', text);
	const wild = full.find((text) => /(?<!\\)\*/.test(text));
	if (wild !== undefined) draft.block('correct', 'import/wildcard-answer', { found: found(wild) });
	if (textOf(elementOf(question, 'usecase')).trim() === '1') draft.leaveOut('correct', 'usecase 1');
	draft.cells.type = 'text';
	draft.cells.correct = full.map((text) => escapeMarks(text.replaceAll('\\*', '*'))).join('; ');
}

function readNumber(draft: QuestionDraft, question: XmlElement): void {
	const answers = answersOf(draft, question, 'plain_text');
	const [right, ...more] = answers.filter(({ fraction }) => fraction === 100);
	const partly = answers.filter(({ fraction }) => fraction > 0 && fraction < 100);
	for (const { text } of [...more, ...partly]) draft.leaveOut('correct', text);
	for (const unit of elementsOf(elementOf(question, 'units') ?? question, 'unit')) {
		draft.leaveOut('correct', textOf(elementOf(unit, 'unit_name')));
	}
	draft.cells.type = 'numeric';
	draft.cells.correct = (right?.text ?? '').replace('.', ',');
	const tolerance = textOf(elementOf(right?.element, 'tolerance')).trim();
	draft.cells.tolerance = plainDecimal(tolerance || '0').replace('.', ',');
}

/** Moodle writes «0.0100000» and «0» with more zeros than the bank takes. */
function plainDecimal(text: string): string {
	return /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}

function readPairs(draft: QuestionDraft, question: XmlElement, format: TextFormat): void {
	const pairs = elementsOf(question, 'subquestion').map((sub) => ({
		left: formattedText(sub, format),
		right: textOf(elementOf(elementOf(sub, 'answer'), 'text')).trim()
	}));
	if (pairs.some(({ left }) => left.hasPicture)) draft.warn('option_a', 'import/picture-left-out', {});
	// An answer that belongs to nothing is a distractor; the bank has no place for it.
	for (const { left, right } of pairs) if (left.text === '') draft.leaveOut('option_a', right);
	const full = pairs.filter(({ left }) => left.text !== '');
	draft.cells.type = 'matching';
	draft.write(full.map(({ left, right }) => `${escapeMarks(left.text)} = ${escapeMarks(right)}`));
}

function readOrder(draft: QuestionDraft, question: XmlElement, format: TextFormat): void {
	const items = elementsOf(question, 'answer').map((answer) => formattedText(answer, format).text);
	chooseOrder(draft, items);
}
