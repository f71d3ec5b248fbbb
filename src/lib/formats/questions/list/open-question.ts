// One question of a list while its lines come in, and what it becomes; it must not know the lines of the others.
import { foldVietnamese } from '../../vietnamese-text.ts';
import { found } from '../../problem.ts';
import { optionColumns } from '../../import-questions.ts';
import { QuestionDraft } from '../question-draft.ts';
import { lettersOf, readAnswer } from '../read-answer.ts';
import type { ListField } from './list-labels.ts';
import type { Span } from './list-line.ts';
import { markedLetters } from './marked-letters.ts';
import type { WrittenOption } from './split-options.ts';

export interface ReadOption extends WrittenOption {
	/** Unlabelled lines below it. */
	more: { span: Span; line: number }[];
}

export class OpenQuestion {
	readonly line: number;
	readonly number: string | null;
	readonly topic: string;
	text: Span[] = [];
	options: ReadOption[] = [];
	readonly fields: Partial<Record<ListField, string>> = {};
	/** What the last line belonged to. */
	last: 'text' | 'option' | ListField = 'text';
	hasPicture = false;

	constructor(line: number, number: string | null, topic: string) {
		this.line = line;
		this.number = number;
		this.topic = topic;
	}

	get isAnswered(): boolean {
		return this.options.length > 0 || this.fields.correct !== undefined;
	}

	set(field: ListField, value: string): void {
		const before = this.fields[field];
		// Two lines that say the same thing are both kept, so that a contradiction is seen.
		this.fields[field] = before === undefined ? value : `${before}\n${value}`;
		this.last = field;
	}

	/** `fromTable` is what the table at the end says of its number: undefined for nothing, null for two things. */
	toDraft(fromTable: string | null | undefined): QuestionDraft {
		const { correct, seconds, ...others } = this.fields;
		const draft = new QuestionDraft(this.line, this.number);
		Object.assign(draft.cells, others, {
			topic: this.topic,
			question: this.text.map(({ text }) => text).join('\n'),
			seconds: seconds?.replace(/\s*(?:giây|s)\s*\.?$/iu, '') ?? ''
		});
		if (this.hasPicture) draft.warn('question', 'import/picture-left-out', {});
		const texts = this.optionTexts();
		const said = this.answersSaid(texts, correct, fromTable);
		if (said.length > 1) {
			draft.write(texts);
			draft.block('correct', 'import/answers-differ', { found: found(said.join(' / ')) });
		} else if (this.fields.type !== undefined) {
			draft.write(texts);
			draft.cells.correct = said[0] ?? '';
		} else readAnswer(draft, texts, said[0] ?? '');
		return draft;
	}

	/** By letter; what the list leaves out stays empty, so that it is told. */
	private optionTexts(): string[] {
		const texts: string[] = [];
		for (const { letter, content, more } of this.options) {
			texts[letter.charCodeAt(0) - 65] = [content, ...more.map(({ span }) => span)].map(({ text }) => text).join(' ');
		}
		return Array.from(texts, (text) => text ?? '');
	}

	/** All ways of telling the right answer, those that say the same as one. */
	private answersSaid(texts: string[], correct: string | undefined, fromTable: string | null | undefined): string[] {
		const starred = this.options.filter(({ isStarred }) => isStarred).map(({ letter }) => letter);
		const explicit = [
			starred.join(', '),
			...(correct ?? '').split('\n').flatMap((answer) => withOption(answer, texts)),
			...(fromTable === null ? ['?', ' ?'] : [fromTable ?? ''])
		].filter((answer) => answer !== '');
		const { strong, weak } = markedLetters(this.options);
		const all = explicit.length > 0 ? [...explicit, ...strong] : strong.length > 0 ? strong : weak;
		return [...new Map(all.map((answer) => [sameAnswer(answer), answer])).values()];
	}
}

/** «B. Hà Nội» is the letter, and the option when it is not the one of that letter: then two things are said. */
function withOption(answer: string, texts: string[]): string[] {
	const both = /^([A-H])\s*[.):–-]\s*(\p{L}.{2,})$/u.exec(answer);
	const [, letter = '', text = ''] = both ?? [];
	if (texts.length === 0) return [answer];
	if (both && lettersOf(answer).length === 0) {
		const isSame = foldVietnamese(texts[letter.charCodeAt(0) - 65] ?? '').startsWith(foldVietnamese(text).slice(0, 20));
		return isSame ? [letter] : [letter, text];
	}
	const named = texts
		.slice(0, optionColumns.length)
		.findIndex((each) => foldVietnamese(each) === foldVietnamese(answer));
	return [named >= 0 ? String.fromCharCode(65 + named) : answer];
}

function sameAnswer(answer: string): string {
	const letters = lettersOf(answer);
	return letters.length > 0 ? letters.toSorted().join('') : foldVietnamese(answer);
}
