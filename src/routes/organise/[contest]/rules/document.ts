// Looking into a document and changing one place of it, leaving the former document as it was; it must not know what the places mean.
import type { Way } from '#lib/contest/rules/compare-rules.ts';

type Steps = Record<string | number, unknown>;

/** Undefined when there is no such place. */
export function valueAt(document: unknown, way: Way): unknown {
	return way.reduce<unknown>(
		(value, step) => (typeof value === 'object' && value !== null ? (value as Steps)[step] : undefined),
		document
	);
}

/** The document with another value at one place. */
export function withValue<Document>(document: Document, way: Way, value: unknown): Document {
	const [step, ...rest] = way;
	if (step === undefined) return value as Document;
	const copy = (Array.isArray(document) ? [...document] : { ...document }) as Steps;
	copy[step] = withValue(copy[step], rest, value);
	return copy as Document;
}

export function withAdded<Document>(document: Document, list: Way, item: unknown): Document {
	return withValue(document, list, [...listAt(document, list), item]);
}

export function withoutItem<Document>(document: Document, list: Way, index: number): Document {
	return withValue(
		document,
		list,
		listAt(document, list).filter((_, at) => at !== index)
	);
}

/** The item one place up (−1) or down (1); as it was where there is no such place. */
export function withMoved<Document>(document: Document, list: Way, index: number, by: -1 | 1): Document {
	const items = [...listAt(document, list)];
	if (index + by < 0 || index + by >= items.length) return document;
	items.splice(index + by, 0, ...items.splice(index, 1));
	return withValue(document, list, items);
}

function listAt(document: unknown, way: Way): unknown[] {
	const list = valueAt(document, way);
	return Array.isArray(list) ? list : [];
}
