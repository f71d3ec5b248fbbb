// What the documents say is so: settings and the fixed frame; the numbered rules have a test of their own beside them.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingNames } from '../../src/lib/server/config.ts';
import { pathsUnder } from './source-files.ts';

test('docs/configuration.md names exactly the settings there are', () => {
	const rows = readFileSync('docs/configuration.md', 'utf8').matchAll(/^\| `([A-Z_]+)`/gm);
	expect([...rows].map((row) => row[1]).sort()).toEqual([...settingNames].sort());
});

test('the top level is the fixed frame and what the ecosystem expects', () => {
	const folders = ['src', 'static', 'drizzle', 'tests', 'docs', 'deploy', '.ci'];
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
