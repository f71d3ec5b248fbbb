// Runs after `npm ci`: compiles the message catalogue, writes SvelteKit's types and builds the server, so that `npm start` only starts.
import { compile } from '@inlang/paraglide-js';
import { execFileSync } from 'node:child_process';
import { paraglideOptions } from './paraglide.ts';

await compile(paraglideOptions);
for (const [command, ...args] of [
	['svelte-kit', 'sync'],
	['vite', 'build', '--logLevel', 'warn']
] as const) {
	execFileSync(`node_modules/.bin/${command}`, args, { stdio: 'inherit' });
}
