// The posted form of an entered answer as the input of its use case; it must not know whether the answer is good.
import { readNumber } from '#lib/contest/plain-number.ts';

/** Fields of the choice: `option` once per letter in order, or `number` as people write it. */
export function readEntryFields(form: FormData) {
	const number = form.get('number');
	const choice =
		typeof number === 'string'
			? { kind: 'number', value: readNumber(number) ?? number.trim().slice(0, 30) }
			: { kind: 'options', options: form.getAll('option').filter((letter) => letter !== '') };
	return {
		operation: form.get('operation'),
		roundId: form.get('round'),
		questionId: form.get('question'),
		contestantId: form.get('contestant'),
		reason: form.get('reason') ?? '',
		choice
	};
}
