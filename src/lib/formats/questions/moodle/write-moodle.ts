// A question of the bank → a question of Moodle XML; it must not know what Moodle cannot carry (see write-questions.ts).
import type { QuestionValue } from '../../import-values.ts';
import { joinSource, shareOf, tagsOf, topicCategory } from '../moodle-fields.ts';
import { inRightOrder, rightSide } from '../right-answers.ts';
import { escapeXml } from '../xml.ts';
import { picturedText } from './moodle-picture.ts';

export const moodleStart = '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n';
export const moodleEnd = '</quiz>\n';

export function moodleCategory(topic: string): string {
	return `<question type="category"><category>${textElement(topicCategory(topic))}</category></question>\n`;
}

const types: Record<QuestionValue['kind'], string> = {
	single: 'multichoice',
	multiple: 'multichoice',
	truefalse: 'truefalse',
	numeric: 'numerical',
	ordering: 'ordering',
	matching: 'matching',
	text: 'shortanswer'
};

/** All texts are plain, so that nothing in them is taken for HTML. */
export function moodleQuestion(question: QuestionValue): string {
	const tags = tagsOf(question).map((tag) => `<tag>${textElement(tag)}</tag>`);
	return [
		`<question type="${types[question.kind]}">`,
		`<name>${textElement(question.code)}</name>`,
		question.picture
			? picturedText(question.text, question.picture)
			: `<questiontext format="plain_text">${textElement(question.text)}</questiontext>`,
		`<generalfeedback format="plain_text">${textElement(joinSource(question))}</generalfeedback>`,
		'<defaultgrade>1</defaultgrade>',
		`<idnumber>${escapeXml(question.code)}</idnumber>`,
		...answers(question),
		`<tags>${tags.join('')}</tags>`,
		'</question>\n'
	].join('\n');
}

function textElement(text: string): string {
	return `<text>${escapeXml(text)}</text>`;
}

function answer(text: string, fraction: string, more = '', format = ' format="plain_text"'): string {
	return `<answer fraction="${fraction}"${format}>${textElement(text)}${more}</answer>`;
}

function answers(question: QuestionValue): string[] {
	const { kind, options, correct } = question;
	switch (correct.kind) {
		case 'number':
			return [answer(correct.value, '100', `<tolerance>${correct.tolerance}</tolerance>`)];
		case 'text': {
			const wordings = [correct.value, ...correct.alsoCorrect];
			// A star stands for any text there.
			return ['<usecase>0</usecase>', ...wordings.map((text) => answer(text.replaceAll('*', '\\*'), '100'))];
		}
		case 'pairs':
			return options.map(
				({ id, text }) =>
					`<subquestion format="plain_text">${textElement(text)}<answer>${textElement(rightSide(question, id))}</answer></subquestion>`
			);
		case 'options':
			if (kind === 'ordering') {
				return [
					'<selecttype>ALL</selecttype>',
					...inRightOrder(question).map((text, at) => answer(text, String(at + 1)))
				];
			}
			if (kind === 'truefalse') return trueFalse(correct.options[0] === 'A');
			return choice(question, new Set<string>(correct.options));
	}
}

function trueFalse(isRight: boolean): string[] {
	const plain = ' format="moodle_auto_format"';
	return [answer('true', isRight ? '100' : '0', '', plain), answer('false', isRight ? '0' : '100', '', plain)];
}

/** With every wrong option taking all away, ticking everything earns nothing. */
function choice({ kind, options }: QuestionValue, right: ReadonlySet<string>): string[] {
	const isSingle = kind === 'single';
	const [yes, no] = isSingle ? ['100', '0'] : [shareOf(right.size), '-100'];
	return [
		`<single>${isSingle}</single>`,
		'<shuffleanswers>false</shuffleanswers>',
		...options.map(({ id, text }) => answer(text, right.has(id) ? yes : no))
	];
}
