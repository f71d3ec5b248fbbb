// Holds RULES.md, its sources and its citations together: no number without a rule, no rule without a source and a test named after it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('./', import.meta.url);
const root = new URL('../../../', folder);
const [rulesText = '', sourcesText = '', leftOutText = ''] = readFileSync(new URL('RULES.md', folder), 'utf8').split(
	/^## (?:The sources|Items of the source that no rule covers)$/m
);

interface Rule {
	number: string;
	text: string;
	/** The test it names; empty when it names none. */
	test: string;
}

const rules = rulesText
	.split(/^- \*\*(?=R\d+\*\*)/m)
	.slice(1)
	.map((text): Rule => ({
		number: /^R\d+/.exec(text)?.[0] ?? '',
		text: text.split('\n\n')[0] ?? '',
		test: /→\s`([\w./-]+)`/.exec(text)?.[1] ?? ''
	}));
const numbers = rules.map(({ number }) => number);

const filesIn = (place: URL) =>
	readdirSync(place, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts'))
		.map((name) => ({ name, text: readFileSync(new URL(name, place), 'utf8') }));
const ofRules = filesIn(folder);
const ofTests = filesIn(new URL('tests/', root));
const isTest = (name: string) => /\.(test|spec)\.ts$/.test(name);

/** `R20–R23` cites four rules. */
function cited(text: string): string[] {
	return [...text.matchAll(/\bR(\d{1,3})\b(?:–R(\d{1,3})\b)?/g)].flatMap(([, first, last]) => range('R', first, last));
}

/** `(source 19–22, 40)` names five items. */
function sourcesOf(text: string): string[] {
	return [...text.matchAll(/\(source ([\d\s,–]+)/g)].flatMap(([, list = '']) =>
		[...list.matchAll(/(\d+)(?:–(\d+))?/g)].flatMap(([, first, last]) => range('', first, last))
	);
}

/** Every number from the first to the last. */
function range(letter: string, first = '', last = first): string[] {
	const from = Number(first);
	return Array.from({ length: Number(last) - from + 1 }, (_, at) => `${letter}${from + at}`);
}

/** The names handed to `test`, `it` and `describe`, also after `.each(…)`. */
function namesOf(code: string): string[] {
	return [
		...code.matchAll(/\b(?:test|it|describe)(?:\.each\([\s\S]*?\))?\(\s*(['"`])((?:\\[\s\S]|(?!\1)[^\\])*)\1/g)
	].map(([, , name = '']) => name);
}

const isComment = (line: string) => /^\s*(?:\/\/|\/?\*)/.test(line);
const commentsOf = (code: string) => code.split('\n').filter(isComment).join('\n');
const items = Array.from({ length: 63 }, (_, at) => String(at + 1));
const listed = [...sourcesText.matchAll(/^- (\d+) \S/gm)].map(([, item = '']) => item);
const leftOut = [...leftOutText.matchAll(/^- source (\d+): \S/gm)].map(([, item = '']) => item);

test('each rule has one number', () => {
	expect(numbers.length).toBeGreaterThan(100);
	expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
});

test('every number that the rules, their code and their tests cite is defined', () => {
	const said = [
		{ name: 'RULES.md', text: rulesText },
		...ofRules,
		// Elsewhere only comments and names of tests: a fixture may have an R2 of its own.
		...ofTests.map(({ name, text }) => ({ name, text: [commentsOf(text), ...namesOf(text)].join('\n') }))
	].filter(({ name }) => !['rules-numbers.test.ts', 'architecture/documents.test.ts'].includes(name));
	const unknown = said.flatMap(({ name, text }) =>
		cited(text)
			.filter((number) => !numbers.includes(number))
			.map((number) => `${name}: ${number}`)
	);
	expect(unknown).toEqual([]);
});

test('every rule is cited by the name of a test', () => {
	const inNames = new Set(
		[...ofRules, ...ofTests].filter(({ name }) => isTest(name)).flatMap(({ text }) => namesOf(text).flatMap(cited))
	);
	expect(numbers.filter((number) => !inNames.has(number))).toEqual([]);
});

test.each(rules.filter((rule) => rule.test))('$number is cited by a name in $test', ({ number, test: name }) => {
	const file = existsSync(new URL(name, folder)) ? new URL(name, folder) : new URL(name, root);
	expect(namesOf(readFileSync(file, 'utf8')).flatMap(cited)).toContain(number);
});

test('every rule names a test, and says where it comes from or why it is', () => {
	expect(rules.filter((rule) => !rule.test).map(({ number }) => number)).toEqual([]);
	const baseless = rules.filter(({ text }) => sourcesOf(text).length === 0 && !text.includes('(why:'));
	expect(baseless.map(({ number }) => number)).toEqual([]);
});

test('every item of the source is covered by a rule, or left out with the reason', () => {
	expect(listed).toEqual(items);
	const covered = new Set(sourcesOf(rulesText));
	expect(items.filter((item) => !covered.has(item) && !leftOut.includes(item))).toEqual([]);
	expect([...covered, ...leftOut].filter((item) => !items.includes(item))).toEqual([]);
});

test('an item left out is not covered as well', () => {
	const covered = new Set(sourcesOf(rulesText));
	expect(leftOut.filter((item) => covered.has(item))).toEqual([]);
});

test.each([
	["test('R7 a', () => 1)", ['R7 a']],
	['test.each([[1, 2], f(3)])(\n\t"R8 %i", () => 1)', ['R8 %i']],
	["describe('R9', () => {\n\tit('x', y)\n})", ['R9', 'x']],
	['// R1\nexpect(f("R2"))', []]
])('the test itself sees the names in %j', (code, names) => {
	expect(namesOf(code)).toEqual(names);
});
