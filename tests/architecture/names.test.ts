// Holds the house's names: no folders that say nothing, no suffixes that say nothing, one way to write a file's name.
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { filesUnder, pathsUnder } from './source-files.ts';

const paths = [...pathsUnder('src'), ...pathsUnder('tests')];
const bannedFolders = ['utils', 'util', 'helpers', 'services', 'common', 'types', 'shared', 'misc', 'lib2', 'core'];
const bannedSuffixes = ['Service', 'Manager', 'Helper', 'Util', 'Utils', 'Base', 'Impl', 'Dto', 'DTO', 'Data'];
/** Names that SvelteKit gives: its types of a page, and files with a plus. */
const given = ['PageData', 'LayoutData', 'ActionData', 'PageServerData'];

test('no folder of utils, helpers, services, common or types', () => {
	const bad = paths.filter((path) =>
		posix
			.dirname(path)
			.split('/')
			.some((folder) => bannedFolders.includes(folder))
	);
	expect(bad).toEqual([]);
});

test('no file is named by a suffix that says nothing', () => {
	const kebab = bannedSuffixes.map((suffix) => suffix.toLowerCase()).join('|');
	const bad = filesUnder('src').filter(({ path }) =>
		new RegExp(`(^|[-/.])(${kebab})s?\\.(svelte\\.)?(ts|js|svelte)$`).test(path)
	);
	expect(bad.map(({ path }) => path)).toEqual([]);
});

test('nothing is named by a suffix that says nothing', () => {
	const declared = /\b(?:function|class|interface|type|const|let)\s+([A-Za-z_$][\w$]*)/g;
	const endsBadly = new RegExp(`[a-z](${bannedSuffixes.join('|')})$`);
	const bad = [...filesUnder('src'), ...filesUnder('tests')].flatMap(({ path, code }) =>
		[...code.matchAll(declared)]
			.map((match) => match[1] ?? '')
			.filter((name) => endsBadly.test(name) && !given.includes(name))
			.map((name) => `${path}: ${name}`)
	);
	expect(bad).toEqual([]);
});

test('people who take part are contestants', () => {
	const bad = filesUnder('src').flatMap(({ path, code }) =>
		code
			.split('\n')
			.map((line, index) => ({ line, at: `${path}:${index + 1}` }))
			.filter(({ line }) => /\b(player|Player|participant|Participant)\w*/.test(line))
			.map(({ at, line }) => `${at} ${line.trim()}`)
	);
	expect(bad).toEqual([]);
});

test('files are kebab-case, components PascalCase', () => {
	const isFramework = (name: string) => name.startsWith('+');
	const bad = paths.filter((path) => {
		const name = posix.basename(path);
		if (isFramework(name) || !/\.(ts|js|svelte|css)$/.test(name)) return false;
		return path.endsWith('.svelte')
			? !/^[A-Z][A-Za-z0-9]*\.svelte$/.test(name)
			: !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(name);
	});
	expect(bad).toEqual([]);
});

test('each file opens with one comment: what it is for', () => {
	const opens = /^(#!.*\n)?\s*(\/\/ \S|\/\*\*? ?\S|\/\*\*\n \* \S|<!-- ?\S|<!--\n\s*\S)/;
	const bad = [...filesUnder('src'), ...filesUnder('tests')]
		.filter(({ path }) => !path.endsWith('.html'))
		.filter(({ text }) => !opens.test(text))
		.map(({ path }) => path);
	expect(bad).toEqual([]);
});

test('routes and use cases are named by what a person does', () => {
	const bad = pathsUnder('src/lib/server/usecases')
		.filter((path) => posix.dirname(path).endsWith('usecases') && !path.endsWith('.test.ts'))
		.map((path) => ({ path, name: camelCase(posix.basename(path, '.ts')) }))
		.filter(({ path, name }) => {
			const text = filesUnder('src/lib/server/usecases').find((file) => file.path === path)?.text ?? '';
			const isUseCase = /\(\s*app: App,\s*seat: Seat/.test(text);
			return isUseCase && !new RegExp(`export (async )?function \\*?${name}\\b`).test(text);
		});
	expect(bad).toEqual([]);
});

function camelCase(kebab: string): string {
	return kebab.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
