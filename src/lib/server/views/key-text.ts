// A key as the bank's pages print it; it must not know who may read it.
import type { AnswerKey } from '../../contest/question.ts';

export function keyText({ correct, alsoCorrect = [] }: AnswerKey): string {
	switch (correct.kind) {
		case 'options':
			return correct.options.join(', ');
		case 'pairs':
			return Object.entries(correct.pairs)
				.map((pair) => pair.join(''))
				.join(', ');
		case 'number':
			return correct.value;
		case 'text':
			return [correct.value, ...alsoCorrect].join('; ');
	}
}
