// The fields in which a key is corrected, by the kind of its question; it must not know answers.
import { m } from '#lib/paraglide/messages.js';
import type { PageData } from './$types';
import type { DecisionField } from './decision-fields.ts';

type KeyQuestion = PageData['desk']['choices']['questions'][number];

/** With the present key filled in; none without a question. */
export function keyFields(question: KeyQuestion | undefined): DecisionField[] {
	if (!question) return [];
	const { code, kind, options, targets, key } = question;
	const present = key?.correct.kind === 'options' ? key.correct.options : [];
	const hidden = { kind: 'hidden' as const, name: 'question', value: code };
	switch (kind) {
		case 'numeric':
			return [
				hidden,
				{
					kind: 'text',
					name: 'value',
					label: m.decide_key_number(),
					value: key?.correct.kind === 'number' ? key.correct.value.replace('.', ',') : '',
					numeric: true
				},
				{
					kind: 'text',
					name: 'tolerance',
					label: m.decide_key_tolerance(),
					value: key?.tolerance.replace('.', ',') ?? '',
					numeric: true,
					optional: true
				}
			];
		case 'ordering':
			return [
				hidden,
				{ kind: 'lines', name: 'items', lines: options.map(({ id, text }) => `${id}. ${text}`) },
				{
					kind: 'text',
					name: 'order',
					label: m.decide_key_order(),
					hint: m.decide_key_order_hint(),
					value: present.join(', ')
				}
			];
		case 'matching':
			return [
				hidden,
				{ kind: 'lines', name: 'items', lines: [...options, ...targets].map(({ id, text }) => `${id}. ${text}`) },
				{
					kind: 'text',
					name: 'pairs',
					label: m.decide_key_pairs(),
					value: Object.entries(key?.correct.kind === 'pairs' ? key.correct.pairs : {})
						.map((pair) => pair.join(''))
						.join(', ')
				}
			];
		case 'text':
			return [
				hidden,
				{
					kind: 'text',
					name: 'wordings',
					label: m.decide_key_wordings(),
					hint: m.decide_key_wordings_hint(),
					value: key?.correct.kind === 'text' ? [key.correct.value, ...key.alsoCorrect].join('; ') : ''
				}
			];
		default:
			return [
				hidden,
				{
					kind: 'options',
					name: 'options',
					label: m.decide_key_options(),
					choices: options.map(({ id, text }) => ({ value: id, label: `${id}. ${text}` })),
					isMany: kind === 'multiple',
					chosen: present
				}
			];
	}
}
