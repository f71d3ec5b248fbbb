// Finds what a source file imports and where it leads; it must not know what is allowed.
import { posix } from 'node:path';
import type { SourceFile } from './source-files.ts';

export interface Import {
	from: string;
	line: number;
	/** As written. */
	specifier: string;
	/** Path of a file of the project, or null for a package. */
	file: string | null;
	/** Erased before anything runs. */
	isTypeOnly: boolean;
}

const statements =
	/^[ \t]*(?:import|export)\s+(?:(type)\s+)?(\{[^}]*\}|\*(?:\s+as\s+\w+)?|[\w$]+(?:\s*,\s*\{[^}]*\})?)\s+from\s+['"]([^'"]+)['"]/gm;
const bareStatements = /^[ \t]*import\s+['"]([^'"]+)['"]/gm;
const calls = /\bimport\(\s*['"]([^'"]+)['"]\s*\)(\.\w+)?/g;

export function readImports(file: SourceFile): Import[] {
	const found: Import[] = [];
	const add = (index: number, specifier: string, isTypeOnly: boolean) =>
		found.push({
			from: file.path,
			line: file.code.slice(0, index).split('\n').length,
			specifier,
			file: resolveOwn(file.path, specifier),
			isTypeOnly
		});
	for (const match of file.code.matchAll(statements))
		add(match.index, match[3] ?? '', match[1] === 'type' || namesOnlyTypes(match[2] ?? ''));
	for (const match of file.code.matchAll(bareStatements)) add(match.index, match[1] ?? '', false);
	// `import('x').Type` stands in types only; `await import('x')` has no name behind it.
	for (const match of file.code.matchAll(calls)) add(match.index, match[1] ?? '', match[2] !== undefined);
	return found;
}

/** `{ type A, type B }`. */
function namesOnlyTypes(clause: string): boolean {
	const names = clause
		.match(/^\{([^}]*)\}$/)?.[1]
		?.split(',')
		.map((name) => name.trim());
	return names?.filter(Boolean).every((name) => name.startsWith('type ')) ?? false;
}

function resolveOwn(from: string, specifier: string): string | null {
	if (specifier.startsWith('#lib/')) return posix.join('src/lib', specifier.slice('#lib/'.length));
	if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
	return null;
}
