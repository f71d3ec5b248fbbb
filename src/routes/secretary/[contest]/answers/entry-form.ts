// The posted form of an entered answer as the input of its use case; it must not know whether the answer is good.
import { readNumber } from '#lib/contest/plain-number.ts';

/** Fields of the choice: `option` once per letter in order, `pair-A` …, `text`, or `number` as people write it. */
export function readEntryFields(form: FormData) {
	return {
		operation: form.get('operation'),
		roundId: form.get('round'),
		questionId: form.get('question'),
		contestantId: form.get('contestant'),
		reason: form.get('reason') ?? '',
		choice: readChoice(form)
	};
}

function readChoice(form: FormData) {
	const [number, text] = [form.get('number'), form.get('text')];
	if (typeof number === 'string') return { kind: 'number', value: readNumber(number) ?? number.trim().slice(0, 30) };
	if (typeof text === 'string') return { kind: 'text', value: text.trim() };
	const pairs = [...form].flatMap(([name, to]) => (name.startsWith('pair-') && to !== '' ? [[name.slice(5), to]] : []));
	if (pairs.length > 0) return { kind: 'pairs', pairs: Object.fromEntries(pairs) as Record<string, unknown> };
	return { kind: 'options', options: form.getAll('option').filter((letter) => letter !== '') };
}
