// What a place of the rules is made of, as data for the editor: kind, words, limits; it must not know how it is drawn.
import type { RecordedRubric } from '#lib/contest/record/rubric.ts';
import type { Way } from '#lib/contest/rules/compare-rules.ts';
import type { Rules } from '#lib/contest/rules/rules.ts';

export type Says = () => string;

/** What a list to choose from, or a new item, is made from. */
export interface Surroundings {
	rules: Rules;
	rubrics: RecordedRubric[];
	/** The way to the field, or to the list a new item goes into. */
	way: Way;
}

export interface Choice {
	value: string | number;
	label: string;
}

/** How a number is typed: `points` in hundredths as 8,75; `clock` in ms as 10:00; `seconds` in ms as 0,5. */
export type Unit = 'points' | 'percent' | 'count' | 'clock' | 'seconds';

interface Frame {
	/** Name in the document. */
	name: string;
	label: Says;
	/** What the setting does, with an example in numbers. */
	says?: Says;
}

interface NumberFrame extends Frame {
	unit: Unit;
	least: number;
	most: number;
}

export type Field =
	| (Frame & { kind: 'text' })
	/** Names its item everywhere else; never empty. */
	| (Frame & { kind: 'code' })
	| (Frame & { kind: 'bilingual' })
	/** `blank`: an empty field is null, and what that means. `word`: the field may hold this word instead of a number. */
	| (NumberFrame & { kind: 'number'; blank?: Says; word?: { value: string; label: Says } })
	/** Several numbers in a row. */
	| (NumberFrame & { kind: 'numbers' })
	| (Frame & { kind: 'flag' })
	| (Frame & { kind: 'choice'; choices: () => Choice[] })
	/** A code of something else in the document; `blank`: none of them is null. */
	| (Frame & { kind: 'pick'; from: (around: Surroundings) => Choice[]; blank?: Says })
	| (Frame & { kind: 'picks'; from: (around: Surroundings) => Choice[] })
	| ObjectField
	| ListField;

/** An object, or null where `none` says what that means. */
export type ObjectField = Frame & { kind: 'object'; body: Body; none?: Says; make?: (around: Surroundings) => object };

export type ListField = Frame & {
	kind: 'list';
	/** What one item is called, where the label says several. */
	one?: Says;
	body: Body;
	/** How an item is called in lists and problems. */
	titleOf: (item: never, around: Surroundings) => string;
	/** Of a body without variants: a new item. */
	make?: (around: Surroundings) => object;
	add: Says;
	/** Items are written on pages of their own. */
	isApart?: true;
};

/** Fields that are always there, or by the object's `kind`. */
export type Body = { fields: Field[] } | { label: Says; variants: Variant[] };

export interface Variant {
	kind: string;
	label: Says;
	says?: Says;
	/** A new object; `before` is what stood there until now. */
	make: (around: Surroundings, before?: object) => object;
	fields: Field[];
}

/** Every kind of a closed union, in the order in which it is offered; a kind that is missing does not compile. */
export function variantsOf<Kind extends string>(byKind: Record<Kind, Omit<Variant, 'kind'>>): Variant[] {
	return Object.entries<Omit<Variant, 'kind'>>(byKind).map(([kind, variant]) => ({ kind, ...variant }));
}

/** Every value of a closed list with its words; a value that is missing does not compile. */
export function choicesOf<Value extends string>(words: Record<Value, Says>): () => Choice[] {
	return () => Object.entries<Says>(words).map(([value, label]) => ({ value, label: label() }));
}

/** The fields of an object as it stands. */
export function fieldsOf(body: Body, value: unknown): Field[] {
	if ('fields' in body) return body.fields;
	const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
	return body.variants.find((variant) => variant.kind === kind)?.fields ?? [];
}
