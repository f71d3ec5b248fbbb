// The kind of a question from its options and the answer written beside it, where the file does not name the kind.
import { isAmbiguousNumber, parseDecimal } from '../vietnamese-number.ts';
import { foldVietnamese } from '../vietnamese-text.ts';
import { type QuestionDraft } from './question-draft.ts';

const trueFalse = ['Đúng', 'Sai'];

/**
 * With options: letters («B», «A, C», «AC», and for an order «C → A → B»). Without: «Đúng» or «Sai», a number with or
 * without ± before what it may be off, or wordings with ; between.
 */
export function readAnswer(draft: QuestionDraft, options: readonly string[], answer: string): void {
	const said = foldVietnamese(answer);
	if (options.length === 0) readWithoutOptions(draft, answer, said);
	else if (isOrder(answer, options.length)) {
		draft.choose(options, [], 'ordering');
		draft.cells.correct = [...answer.toUpperCase().matchAll(/[A-E]/g)].join(';');
	} else {
		const letters = [...new Set(lettersOf(answer))].map((letter) => letter.charCodeAt(0) - 65);
		draft.choose(options, letters);
		// What is no letter is said as it stands, so that the row is refused with it.
		if (letters.length === 0) draft.cells.correct = answer;
	}
}

function readWithoutOptions(draft: QuestionDraft, answer: string, said: string): void {
	const [value = '', tolerance = '0'] = answer.split('±').map((part) => part.trim());
	if (['dung', 'sai', 'true', 'false', 'd', 's'].includes(said)) {
		draft.choose(trueFalse, [said.startsWith('d') || said === 'true' ? 0 : 1]);
	} else if (parseDecimal(value) !== null || isAmbiguousNumber(value)) {
		draft.cells.type = 'numeric';
		draft.cells.correct = value;
		draft.cells.tolerance = tolerance;
	} else {
		draft.cells.type = 'text';
		draft.cells.correct = answer;
	}
}

/** Letters alone, written together or with , ; / & blanks or «và» between; none when anything else stands there. */
export function lettersOf(answer: string): string[] {
	const bare = answer.trim().replace(/[.)]+$/, '');
	if (/^[A-H]+$/.test(bare)) return [...bare];
	const parts = bare.split(/\s+(?:và|and)\s+|[,;/&\s]+/iu).filter((part) => part !== '');
	return parts.every((part) => /^[A-Ha-h][.)]?$/.test(part)) ? parts.map((part) => part.charAt(0).toUpperCase()) : [];
}

/** «C → A → B», «C-A-B», «C > A > B» with every letter once; with a hyphen only in another order than the alphabet's. */
function isOrder(answer: string, count: number): boolean {
	const bare = answer.trim().toUpperCase();
	if (count < 3 || !/^[A-E](?:\s*(?:→|->|=>|>|-|–)\s*[A-E])+$/u.test(bare)) return false;
	const letters = [...bare.matchAll(/[A-E]/g)].map(String);
	if (letters.length !== count || new Set(letters).size !== count) return false;
	return /[→>]/u.test(bare) || letters.join('') !== letters.toSorted().join('');
}
