// Strict JSON: what JSON.parse takes and this reader does not, and the other way round nothing.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inPlainText } from './plain-text.ts';
import { parseJson } from './parse-json.ts';

const found = (text: string) => parseJson(text).problems.map(({ code, path }) => `${code} ${path}`);

test('reads what JSON.parse reads', { timeout: 60_000 }, () => {
	const key = fc.string().filter((name) => !(name in Object.prototype));
	const { tree } = fc.letrec<{ tree: unknown; leaf: unknown }>((tie) => ({
		leaf: fc.oneof(
			fc.maxSafeInteger(),
			fc.double({ noNaN: true, min: -1e15, max: 1e15 }),
			fc.boolean(),
			fc.constant(null),
			fc.string({ unit: 'grapheme' })
		),
		tree: fc.oneof({ maxDepth: 4 }, tie('leaf'), fc.array(tie('tree')), fc.dictionary(key, tie('tree')))
	}));
	fc.assert(
		fc.property(tree, fc.constantFrom(undefined, 2, '\t'), (value, space) => {
			const text = JSON.stringify(value, null, space);
			const { value: read, problems } = parseJson(text);
			if (problems.length === 0) expect(inPlainText(read)).toEqual(inPlainText(JSON.parse(text)));
			else
				expect(problems.every(({ code }) => ['control-character', 'negative-zero', 'field-twice'].includes(code))).toBe(
					true
				);
		}),
		{ numRuns: 1000 }
	);
});

test('never takes what JSON.parse does not', { timeout: 60_000 }, () => {
	const signs = fc.constantFrom(
		'{',
		'}',
		'[',
		']',
		',',
		':',
		'"',
		'\\',
		'a',
		'"a"',
		'1',
		'0',
		'-',
		'.',
		'e',
		' ',
		'\n',
		'true',
		'null',
		'\\u12',
		'é'
	);
	fc.assert(
		fc.property(fc.array(signs, { maxLength: 12 }), (parts) => {
			const text = parts.join('');
			const { value, problems } = parseJson(text);
			if (problems.length > 0) return;
			expect(inPlainText(value)).toEqual(inPlainText(JSON.parse(text)));
		}),
		{ numRuns: 20_000 }
	);
});

test('collects what is no mistake of grammar, each at its place', () => {
	expect(found('{"a": [1, -0, {"b": 1e400}], "a": "\\ud800", "c d": {"constructor": "\\u0000"}}')).toEqual([
		'negative-zero a[1]',
		'number-too-large a[2].b',
		'field-twice a',
		'lone-surrogate a',
		'field-forbidden ["c d"].constructor',
		'control-character ["c d"].constructor'
	]);
});

test('ends at the first mistake of grammar and says where in the text it is', () => {
	const { problems } = parseJson('{\n\t"a": [1,\n\t\t2 3]\n}');
	expect(problems).toEqual([
		{
			code: 'not-json',
			path: 'a',
			message: {
				vi: 'Dòng 3, cột 5: cần dấu "," hoặc "]", gặp "3".',
				en: 'Line 3, column 5: needs "," or "]", found "3".'
			}
		}
	]);
});

test('text comes out in NFC with \\n', () => {
	expect(parseJson('["Ho\\u0061\\u0300\\r\\nb\\u0069\\u0300nh"]').value).toEqual(['Hoà\nbình']);
});

test('forty levels are read, forty-one are not', () => {
	const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
	expect(found(nested(40))).toEqual([]);
	expect(found(nested(41))).toEqual([`too-deep ${'[0]'.repeat(40)}`]);
});
