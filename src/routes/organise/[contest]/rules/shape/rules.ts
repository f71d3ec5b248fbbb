// The whole document as fields, and the field that stands at a place of it.
import type { Way } from '#lib/contest/rules/compare-rules.ts';
import { fieldsOf, type Field } from './field.ts';
import { valueAt } from '../document.ts';
import { generalFields } from './general.ts';
import { awardCapsField, awardsField, nominationField } from './prizes.ts';
import { stagesField } from './stage.ts';

export const rulesFields: Field[] = [...generalFields, stagesField, awardsField, awardCapsField, nominationField];

/** The fields on the way to a place, from the outside in: those that are named; items of lists have none of their own. */
export function fieldsOnTheWay(document: unknown, way: Way): { field: Field; way: Way }[] {
	const found: { field: Field; way: Way }[] = [];
	let fields = rulesFields;
	for (const [index, step] of way.entries()) {
		const here = way.slice(0, index + 1);
		if (typeof step === 'string') {
			const field = fields.find(({ name }) => name === step);
			if (!field) return found;
			found.push({ field, way: here });
		}
		const last = found.at(-1)?.field;
		if (!last || !('body' in last)) return found;
		fields = fieldsOf(last.body, valueAt(document, here));
	}
	return found;
}
