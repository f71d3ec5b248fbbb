// The kinds of fields documents are made of, as schemas that carry what they need; it must not know any document.
import * as z from 'zod';
import type { Bilingual } from '../../contest/ids.ts';
import { plainNumber } from '../../contest/plain-number.ts';
import { describeNeed, lastInstant, mostCount, mostMs, mostPoints, type Need } from './needs.ts';
import { schemaOf } from './same-type.ts';

/** Hundredths, and all other numbers, are whole: there is no fraction in any document. */
function whole(need: Need, least: number, most: number) {
	return z.int({ error: need }).min(least, { error: need }).max(most, { error: need }).describe(describeNeed(need).en);
}

export const points = whole('points', -mostPoints, mostPoints);
export const pointsAbove0 = whole('points-above-0', 1, mostPoints);
export const pointsFrom0 = whole('points-from-0', 0, mostPoints);
export const pointsTakenOff = whole('points-taken-off', -mostPoints, 0);
export const percent = whole('percent', 0, 1000);
export const shareTakenOff = whole('share-taken-off', -100, 0);
export const count = whole('count', 0, mostCount);
export const countAbove0 = whole('count-above-0', 1, mostCount);
export const durationMs = whole('duration-ms', 0, mostMs);
export const correctionMs = whole('correction-ms', -mostMs, mostMs);
export const instantMs = whole('instant-ms', 0, lastInstant);

function textLike(need: Need, pattern: RegExp) {
	return z.string({ error: need }).regex(pattern, { error: need }).describe(describeNeed(need).en);
}

export const instantIso = textLike(
	'instant-iso',
	/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?Z$/
);
export const number = textLike('number', plainNumber);
export const tolerance = textLike('tolerance', /^(?:\d{1,15}(?:\.\d{1,6})?)?$/);
/** Points, marks and pairs are looked up by code: nothing may be named like what every object has. */
export const code = textLike('code', /^\S(?:.{0,98}\S)?$/u).refine((name) => !(name in Object.prototype), {
	error: 'code' satisfies Need
});
export const text = z.string({ error: 'text' }).max(10_000, { error: 'text' });
export const yesNo = z.boolean({ error: 'yes-no' });

export function oneOf<const Values extends readonly string[]>(values: Values) {
	return z.enum(values, { error: `one-of:${values.map((value) => `"${value}"`).join(', ')}` });
}

export function exactly<const Value extends string | number>(value: Value) {
	return z.literal(value, { error: `one-of:${JSON.stringify(value)}` });
}

export function listOf<Item extends z.ZodType>(item: Item, most: number) {
	return z.array(item, { error: 'list' }).max(most, { error: `at-most:${most}` });
}

/** An object with these fields and no other. `title` names it in the JSON Schema. */
export function object<Shape extends z.core.$ZodLooseShape>(title: string, shape: Shape) {
	const names = Object.keys(shape).join(', ');
	return z
		.strictObject(shape, { error: ({ code }) => (code === 'unrecognized_keys' ? `fields:${names}` : 'object') })
		.meta({ title });
}

/** One of several objects that are told apart by their `kind`. */
export function byKind<
	const Options extends readonly [z.core.$ZodTypeDiscriminable, ...z.core.$ZodTypeDiscriminable[]]
>(options: Options) {
	return z.discriminatedUnion('kind', options, {
		error: (issue) => {
			if (issue.code !== 'invalid_union') return 'object';
			const kinds = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
			return `one-of:${kinds.map((kind) => `"${kind}"`).join(', ')}`;
		}
	});
}

export const bilingual = schemaOf<Bilingual>('Bilingual')(
	object('A text in both languages of the interface', { vi: text, en: text })
);
