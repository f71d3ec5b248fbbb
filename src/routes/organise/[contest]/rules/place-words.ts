// Places and values of the rules in words, for lists of what changed; it must not know how anything is edited.
import { changesBetween, type RulesChange, type Way } from '#lib/contest/rules/compare-rules.ts';
import type { Rules } from '#lib/contest/rules/rules.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { valueAt } from './document.ts';
import type { Field } from './shape/field.ts';
import { fieldsOnTheWay } from './shape/rules.ts';
import { writeNumber } from './typed-number.ts';

/** Every difference as a sentence, in the order of the document. */
export function changeSentences(before: Rules, after: Rules): string[] {
	return changesBetween(before, after).map((change) => sentenceOf(change, before, after));
}

function sentenceOf({ kind, way, before, after }: RulesChange, former: Rules, later: Rules): string {
	const document = kind === 'removed' ? former : later;
	const place = placeWords(document, way);
	switch (kind) {
		case 'added':
			return m.rules_change_added({ place });
		case 'removed':
			return m.rules_change_removed({ place });
		case 'moved':
			return m.rules_change_moved({ place });
		case 'changed': {
			const field = fieldsOnTheWay(document, way).at(-1)?.field;
			const [from, to] = [valueWords(field, before), valueWords(field, after)];
			return from === null || to === null
				? m.rules_change_rewritten({ place })
				: m.rules_change_changed({ place, before: from, after: to });
		}
	}
}

/** "Vòng thi «HT · Hội thi» › Phần thi «KT · Kiến thức» › Trọng số". */
export function placeWords(rules: Rules, way: Way): string {
	return fieldsOnTheWay(rules, way)
		.map(({ field, way: here }) => {
			const index = way[here.length];
			if (field.kind !== 'list' || typeof index !== 'number') return field.label();
			const itemWay = [...here, index];
			const item = valueAt(rules, itemWay);
			const title = item === undefined ? '' : field.titleOf(item as never, { rules, rubrics: [], way: itemWay });
			return `${(field.one ?? field.label)()} ${quoted(String(title || index + 1))}`;
		})
		.join(' › ');
}

function quoted(title: string): string {
	return getLocale() === 'vi' ? `«${title}»` : `“${title}”`;
}

/** Null when the value is too large for a line. */
function valueWords(field: Field | undefined, value: unknown): string | null {
	if (value === null || value === '') return m.rules_nothing();
	if (typeof value === 'boolean') return value ? m.rules_yes() : m.rules_no();
	if (typeof value === 'number')
		return field && 'unit' in field ? writeNumber(field.unit, value, getLocale()) : String(value);
	if (typeof value === 'string') {
		const choices = field?.kind === 'choice' ? field.choices() : [];
		return choices.find((choice) => choice.value === value)?.label ?? value;
	}
	if (Array.isArray(value)) return value.length === 0 ? m.rules_nothing() : listWords(field, value);
	return null;
}

function listWords(field: Field | undefined, values: unknown[]): string | null {
	const said = values.map((value) => (typeof value === 'object' ? null : valueWords(field, value)));
	return said.includes(null) ? null : said.join('; ');
}
