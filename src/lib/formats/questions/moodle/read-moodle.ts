// Moodle XML → questions, as Moodle reads it; kinds without a place in the bank are refused by name; it must not know files.
import { type Problem } from '../../problem.ts';
import { categoryTopic, readTags, splitSource } from '../moodle-fields.ts';
import { QuestionDraft } from '../question-draft.ts';
import { elementOf, elementsOf, readXml, textOf, type XmlElement } from '../xml.ts';
import { readMoodleKind } from './moodle-kinds.ts';
import { pictureOf } from './moodle-picture.ts';
import { formattedText, type TextFormat } from './moodle-text.ts';

/** What a picture is called that nobody has described. */
const unnamedPicture = 'Hình kèm câu hỏi';

export function readMoodle(text: string): { drafts: QuestionDraft[] } | Problem {
	const quiz = readXml(text);
	if ('code' in quiz) return quiz;
	const drafts: QuestionDraft[] = [];
	const lineAt = lineCounter(text);
	let topic = '';
	for (const question of elementsOf(quiz, 'question')) {
		if (question.attributes.type === 'category') {
			topic = categoryTopic(textOf(elementOf(elementOf(question, 'category'), 'text')));
			continue;
		}
		const draft = readQuestion(question, lineAt(question.at));
		draft.cells.topic = topic;
		drafts.push(draft);
	}
	return { drafts };
}

function readQuestion(question: XmlElement, line: number): QuestionDraft {
	const draft = new QuestionDraft(line);
	const { text, format, hasPicture } = formattedText(elementOf(question, 'questiontext'), 'html');
	const feedback = formattedText(elementOf(question, 'generalfeedback'), format);
	const tags = elementsOf(elementOf(question, 'tags') ?? question, 'tag').map((tag) => textOf(elementOf(tag, 'text')));
	Object.assign(draft.cells, splitSource(feedback.text), readTags(tags), {
		question: text,
		code: textOf(elementOf(question, 'idnumber')).trim()
	});
	const { picture, isMore } = pictureOf(elementOf(question, 'questiontext'));
	draft.picture = picture && { ...picture, alt: picture.alt || unnamedPicture };
	if (picture?.alt === '') draft.warn('question', 'import/picture-without-words', { words: unnamedPicture });
	if ((picture ? isMore : hasPicture) || feedback.hasPicture || elementOf(question, 'image')) {
		draft.warn('question', 'import/picture-left-out', {});
	}
	readMoodleKind(draft, question, format);
	leaveOutFeedback(draft, question, format);
	return draft;
}

/** Feedback of single answers has no place; that for the whole question that every export repeats is left out without a word. */
function leaveOutFeedback(draft: QuestionDraft, question: XmlElement, format: TextFormat): void {
	for (const answer of elementsOf(question, 'answer')) {
		draft.leaveOut('correct', formattedText(elementOf(answer, 'feedback'), format).text);
	}
	for (const hint of elementsOf(question, 'hint')) draft.leaveOut('explanation', formattedText(hint, format).text);
}

/** Line of a place; the places come in ascending order. */
function lineCounter(text: string): (at: number) => number {
	let [line, end] = [1, text.indexOf('\n')];
	return (at) => {
		for (; end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line += 1;
		return line;
	};
}
