// Tells whether what is made, the build or the compiled words, is older than what it is made of.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];

export const isBuildStale = () => isOlder('build/index.js', sources);

/** Whether a file is older than anything it is made of, or is not there. */
export function isOlder(made: string, of: string[]): boolean {
	const madeAt = statSync(made, { throwIfNoEntry: false })?.mtimeMs ?? 0;
	return of.some((source) => newestIn(source) > madeAt);
}

/** The catalogue compiles to src/lib/paraglide, which is made anew by the build itself and by tests. */
function newestIn(path: string): number {
	if (path === join('src', 'lib', 'paraglide')) return 0;
	const status = statSync(path, { throwIfNoEntry: false });
	if (!status?.isDirectory()) return status?.mtimeMs ?? 0;
	return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
