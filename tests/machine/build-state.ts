// Tells whether the build is older than what it is made of.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];

export function isBuildStale(): boolean {
	const builtAt = changedAt('build/index.js');
	return sources.some((source) => newestIn(source) > builtAt);
}

/** The catalogue compiles to src/lib/paraglide, which is made anew by the build itself and by tests. */
function newestIn(path: string): number {
	if (path === join('src', 'lib', 'paraglide')) return 0;
	const status = statSync(path, { throwIfNoEntry: false });
	if (!status?.isDirectory()) return status?.mtimeMs ?? 0;
	return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

function changedAt(path: string): number {
	return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
