// Changing one place of a document leaves everything else, and the former document, as it was.
import { expect, test } from 'vitest';
import { ruleTemplates } from '#lib/contest/rules/templates.ts';
import { valueAt, withAdded, withMoved, withoutItem, withValue } from './document.ts';

const before = ruleTemplates['ba-phan'];
const parts = ['stages', 0, 'parts'];
const codes = (document: unknown) => (valueAt(document, parts) as { code: string }[]).map(({ code }) => code);

test('one value', () => {
	const after = withValue(before, [...parts, 1, 'maxPoints'], 6000);
	expect(valueAt(after, [...parts, 1, 'maxPoints'])).toBe(6000);
	expect(valueAt(before, [...parts, 1, 'maxPoints'])).toBe(5000);
	expect(after.awards).toBe(before.awards);
	expect(Array.isArray(after.stages)).toBe(true);
});

test('items are added, removed and moved; beyond the ends nothing happens', () => {
	expect(codes(withAdded(before, parts, { code: 'NK' }))).toEqual(['DC', 'TT', 'TH', 'NK']);
	expect(codes(withoutItem(before, parts, 1))).toEqual(['DC', 'TH']);
	expect(codes(withMoved(before, parts, 2, -1))).toEqual(['DC', 'TH', 'TT']);
	expect(withMoved(before, parts, 2, 1)).toBe(before);
	expect(withMoved(before, parts, 0, -1)).toBe(before);
});

test('a place that is not there is undefined', () => {
	expect(valueAt(before, ['stages', 7, 'parts'])).toBeUndefined();
});
