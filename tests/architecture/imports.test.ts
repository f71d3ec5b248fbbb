// Holds every import of src to the table in import-table.ts.
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importTable, type Zone } from './import-table.ts';
import { readImports, type Import } from './read-imports.ts';
import { filesUnder, isTest } from './source-files.ts';

const files = filesUnder('src').filter(({ path }) => /\.(ts|svelte)$/.test(path) && !isTest(path));

const zoneOf = (path: string): Zone | undefined =>
	importTable.find((zone) =>
		zone.files.some((place) => {
			if (typeof place !== 'string') return place.test(path);
			return place.endsWith('/') ? path.startsWith(place) : path === place;
		})
	);

/** Null when allowed, else the sentence for the person who wrote it. */
function problemOf(imported: Import): string | null {
	const { from, line, specifier, file, isTypeOnly } = imported;
	const zone = zoneOf(from);
	const at = `${from}:${line}`;
	if (!zone) return `${at}: no zone of the table has this file`;
	if (specifier.endsWith('/$types') || specifier === './$types') return null;
	if (file === null) return isPackageAllowed(zone, specifier) ? null : `${at}: "${zone.name}" may not use ${specifier}`;
	const target = zoneOf(file);
	if (!target) return /\.(css|json|svg)$/.test(file) ? null : `${at}: no zone of the table has ${file}`;
	if (target === zone || zone.may.includes(target.name)) return null;
	if (isTypeOnly && zone.types?.includes(target.name)) return null;
	const what = zone.types?.includes(target.name) ? 'only types of' : 'nothing of';
	return `${at}: "${zone.name}" may import ${what} "${target.name}" (${specifier})`;
}

function isPackageAllowed(zone: Zone, specifier: string): boolean {
	return zone.packages.some((allowed) => {
		if (allowed === 'node:' || allowed.endsWith('/')) return specifier.startsWith(allowed);
		return specifier === allowed;
	});
}

test('every import of src stands in the table', () => {
	const problems = files.flatMap(readImports).flatMap((imported) => problemOf(imported) ?? []);
	expect(problems).toEqual([]);
});

test('every import that names a file of ours says its whole name', () => {
	const missing = files
		.flatMap(readImports)
		.filter(({ file }) => file !== null && !file.startsWith('src/lib/paraglide/'))
		.filter(({ file, specifier }) => !specifier.endsWith('$types') && !existsSync(file?.split('?')[0] ?? ''))
		.map(({ from, line, specifier }) => `${from}:${line}: ${specifier}`);
	expect(missing).toEqual([]);
});

test('the table names only zones that exist, and each zone has files', () => {
	const names = new Set(importTable.map(({ name }) => name));
	const unknown = importTable.flatMap(({ may, types = [] }) => [...may, ...types]).filter((name) => !names.has(name));
	expect(unknown).toEqual([]);
	const used = new Set(files.map(({ path }) => zoneOf(path)?.name));
	expect([...names].filter((name) => name !== 'words' && !used.has(name))).toEqual([]);
});

test.each([
	["import { x } from '#lib/server/stores/rounds.ts';", 'src/routes/play/+page.svelte'],
	["import {\n\ttype A,\n\tb\n} from '../database/schema.ts';", 'src/lib/server/usecases/sample.ts'],
	["export { x } from '../server/app.ts';", 'src/lib/contest/sample.ts'],
	["const x = await import('../stores/rounds.ts');", 'src/lib/server/sockets/sample.ts'],
	["import 'node:fs';", 'src/lib/contest/sample.ts'],
	["import { m } from '#lib/paraglide/messages.js';", 'src/lib/contest/sample.ts']
])('the test itself sees %j in %s', (code, path) => {
	const imports = readImports({ path, text: code, code });
	expect(imports.map(problemOf)).toEqual([expect.stringContaining('may')]);
});

test('a type that is erased may be named where the table says so', () => {
	const path = 'src/lib/server/usecases/sample.ts';
	const code = "import type { App } from '../app.ts';\nimport { type App } from '../app.ts';";
	expect(readImports({ path, text: code, code }).map(problemOf)).toEqual([null, null]);
});
