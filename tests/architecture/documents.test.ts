// What the documents say is so: settings, numbered rules, files they name, and the fixed frame.
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { settingNames } from '../../src/lib/server/config.ts';
import { filesUnder, isTest, pathsUnder } from './source-files.ts';

const rulesFile = 'src/lib/contest/RULES.md';
const everything = [...filesUnder('src'), ...filesUnder('tests')].filter(
	({ path }) => !path.startsWith('tests/architecture/')
);

test('docs/configuration.md names exactly the settings there are', () => {
	const rows = readFileSync('docs/configuration.md', 'utf8').matchAll(/^\| `([A-Z_]+)`/gm);
	expect([...rows].map((row) => row[1]).sort()).toEqual([...settingNames].sort());
});

test('every R-number that code or tests cite stands in RULES.md', () => {
	const written = numbersIn(readFileSync(rulesFile, 'utf8'));
	const unwritten = everything.flatMap(({ path, text }) =>
		[...numbersIn(citations(text))].filter((number) => !written.has(number)).map((number) => `${path}: ${number}`)
	);
	expect(unwritten).toEqual([]);
});

test('every rule of RULES.md is cited by a test', () => {
	const cited = numbersIn(
		everything
			.filter(({ path }) => isTest(path))
			.map(({ text }) => text)
			.join('\n')
	);
	const rules = [...readFileSync(rulesFile, 'utf8').matchAll(/^(?:[#*|\- ]*)\**(R\d+)\b/gm)].map(
		(match) => match[1] ?? ''
	);
	expect(rules.length).toBeGreaterThan(20);
	expect(rules.filter((rule) => !cited.has(rule))).toEqual([]);
});

test('every test that RULES.md cites exists', () => {
	const named = [...readFileSync(rulesFile, 'utf8').matchAll(/[\w./-]+\.(?:test|spec)\.ts/g)].map((match) => match[0]);
	const missing = named.filter((name) => !existsSync(name) && !existsSync(posix.join('src/lib/contest', name)));
	expect(missing).toEqual([]);
});

test('the top level is the fixed frame and what the ecosystem expects', () => {
	const folders = ['src', 'static', 'drizzle', 'tests', 'docs', '.ci'];
	expect(folders.filter((folder) => pathsUnder(folder).length === 0)).toEqual([]);
	const files = [
		'svelte.config.js',
		'vite.config.ts',
		'package.json',
		'tsconfig.json',
		'package-lock.json',
		'README.md'
	];
	expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

test('there are at most 15 npm scripts', () => {
	const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
	expect(Object.keys(scripts).length).toBeLessThanOrEqual(15);
});

/** Numbers in comments and titles; `R2` of a fixture's text is none. */
function citations(text: string): string {
	return text
		.split('\n')
		.filter((line) => /^\s*(\/\/|\/?\*|<!--)|\b(test|describe|it)(\.\w+)?\(/.test(line))
		.join('\n');
}

/** `R80–R88` stands for all from R80 to R88. */
function numbersIn(text: string): Set<string> {
	const ranges = [...text.matchAll(/\bR(\d{1,3})–R(\d{1,3})\b/g)].flatMap(([, first, last]) =>
		Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => `R${Number(first) + index}`)
	);
	return new Set([...(text.match(/\bR\d{1,3}\b/g) ?? []), ...ranges]);
}
