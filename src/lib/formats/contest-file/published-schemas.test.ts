// The JSON Schemas under static/schema are those of the code, and say of the good file that it is good.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { publishedSchemas } from './published-schemas.ts';

test.each([...publishedSchemas()])(
	'static/schema/%s is the generated one: npm run hoithi -- rules schema --write',
	(name, text) => {
		expect(readFileSync(`static/schema/${name}`, 'utf8')).toBe(text);
	}
);

test.each([...publishedSchemas()])('%s names every object and says what numbers mean', (_, text) => {
	const objects: object[] = [];
	JSON.parse(text, (_name, value: unknown) => {
		if (
			typeof value === 'object' &&
			value !== null &&
			'additionalProperties' in value &&
			value.additionalProperties === false
		)
			objects.push(value);
		if (typeof value === 'object' && value !== null && 'type' in value && value.type === 'integer') objects.push(value);
		return value;
	});
	expect(objects.length).toBeGreaterThan(50);
	expect(objects.filter((each) => !('title' in each) && !('description' in each))).toEqual([]);
});
