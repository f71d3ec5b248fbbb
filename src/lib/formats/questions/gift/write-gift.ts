// A question of the bank → a block of GIFT that Moodle reads; it must not know what GIFT cannot carry (see write-questions.ts).
import type { QuestionValue } from '../../import-values.ts';
import { joinSource, shareOf, tagsOf, topicCategory } from '../moodle-fields.ts';
import { inRightOrder, rightSide } from '../right-answers.ts';
import { escapeGift } from './gift-text.ts';

/** Code, level and time in a comment, as Moodle keeps id number and tags; the text as plain, so that nothing in it is taken for HTML. */
export function giftBlock(question: QuestionValue): string {
	const comments = [`[id:${question.code}]`, ...tagsOf(question).map((tag) => `[tag:${tag}]`)].join(' ');
	const feedback = joinSource(question);
	const end = feedback === '' ? '' : `\n\t####${escapeGift(feedback)}`;
	return `// ${comments}\n[plain]${escapeGift(question.text)} {${answers(question)}${end}\n}\n`;
}

export function giftCategory(topic: string): string {
	return `$CATEGORY: ${topicCategory(topic)}\n`;
}

function answers(question: QuestionValue): string {
	const { kind, options, correct } = question;
	if (correct.kind === 'number') return `#${correct.value}:${correct.tolerance}`;
	if (correct.kind === 'text') {
		return [correct.value, ...correct.alsoCorrect].map((text) => `\n\t=${escapeGift(text)}`).join('');
	}
	if (correct.kind === 'pairs') {
		return options.map(({ id, text }) => `\n\t=${escapeGift(text)} -> ${escapeGift(rightSide(question, id))}`).join('');
	}
	if (kind === 'truefalse') return correct.options[0] === 'A' ? 'TRUE' : 'FALSE';
	if (kind === 'ordering') {
		return `>ALL VERTICAL${inRightOrder(question)
			.map((text) => `\n\t${escapeGift(text)}`)
			.join('')}`;
	}
	const right = new Set<string>(correct.options);
	// With every wrong option taking all away, ticking everything earns nothing.
	const [yes, no] = kind === 'single' ? ['=', '~'] : [`~%${shareOf(right.size)}%`, '~%-100%'];
	return options.map(({ id, text }) => `\n\t${right.has(id) ? yes : no}${escapeGift(text)}`).join('');
}
