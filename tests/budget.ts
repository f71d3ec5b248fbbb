// Prints what the contestant's page loads, gzipped, against its budgets: all scripts it may ever load, and its styles; exits 1 above.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
	file: string;
	imports?: string[];
	dynamicImports?: string[];
	css?: string[];
}

const kib = 1024;
const budgets = { script: 75 * kib, style: 20 * kib };
const client = '.svelte-kit/output/client';
const manifest = JSON.parse(readFileSync(join(client, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

/** SvelteKit names its nodes by number: this is the layout's, and that of the page of the route. */
function entries(): string[] {
	const nodes = routeNodes('/play');
	const isEntry = (key: string) => manifest[key]?.file.startsWith('_app/immutable/entry/');
	const isNode = (key: string) => nodes.some((node) => key.endsWith(`/nodes/${node}.js`));
	return Object.keys(manifest).filter((key) => isEntry(key) || isNode(key));
}

/** From the server's own manifest: `{ id: "/play", … page: { layouts: [0,], errors: [1,], leaf: 23 } }`. */
function routeNodes(route: string): number[] {
	const text = readFileSync('.svelte-kit/output/server/manifest-full.js', 'utf8');
	const at = text.indexOf(`id: ${JSON.stringify(route)}`);
	const page = text.slice(at).match(/page: \{ layouts: \[([\d,]*)\], errors: \[([\d,]*)\], leaf: (\d+) \}/);
	if (at < 0 || !page) throw new Error(`the build has no page ${route}`);
	return [...`${page[1]},${page[2]},${page[3]}`.matchAll(/\d+/g)].map(Number);
}

/** The entries and everything they import, at once or later; the other pages, which `app.js` names for later, are not theirs. */
function loaded(keys: string[]): Chunk[] {
	const seen = new Map<string, Chunk>();
	const visit = (key: string) => {
		const chunk = manifest[key];
		if (!chunk || seen.has(key)) return;
		seen.set(key, chunk);
		for (const next of chunk.imports ?? []) visit(next);
		for (const next of chunk.dynamicImports ?? []) if (!/\/nodes\/\d+\.js$/.test(next)) visit(next);
	};
	keys.forEach(visit);
	return [...seen.values()];
}

const gzipped = (file: string) => gzipSync(readFileSync(join(client, file)), { level: 9 }).length;

function report(title: string, files: string[], budget: number): boolean {
	const sizes = files.map((file) => ({ file, bytes: gzipped(file) })).sort((a, b) => b.bytes - a.bytes);
	const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
	const isWithin = total <= budget;
	console.log(
		`${title}: ${(total / kib).toFixed(1)} KiB of ${budget / kib} KiB gzipped ${isWithin ? '' : '← TOO MUCH'}`
	);
	for (const { file, bytes } of sizes.slice(0, isWithin ? 5 : 20))
		console.log(`  ${(bytes / kib).toFixed(1).padStart(6)}  ${file}`);
	return isWithin;
}

const chunks = loaded(entries());
const scripts = [...new Set(chunks.map(({ file }) => file))].filter((file) => file.endsWith('.js'));
const styles = [...new Set(chunks.flatMap(({ css = [] }) => css))];
const isScriptWithin = report('contestant page, script', scripts, budgets.script);
const isStyleWithin = report('contestant page, style', styles, budgets.style);
process.exit(isScriptWithin && isStyleWithin ? 0 : 1);
