import { readFileSync } from 'node:fs';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { paraglideOptions } from './src/cli/paraglide.ts';

/** Hands Vite's own HTTP server to `hooks.server.ts`, so that pages and sockets share one module graph in development too. */
function handOverHttpServer(): Plugin {
	return {
		name: 'hoithi-hand-over-http-server',
		apply: 'serve',
		configureServer(server) {
			if (!server.httpServer) return;
			globalThis.hoithiHttpServer = server.httpServer as import('node:http').Server;
			const wake = () => {
				const address = server.httpServer?.address();
				// SvelteKit runs `init` only on the first request of a development server: make that request ourselves.
				if (address && typeof address === 'object')
					void fetch(`http://localhost:${address.port}/healthz`).catch(() => {});
			};
			server.httpServer.once('listening', () => setTimeout(wake, 200));
			server.watcher.on('change', () => setTimeout(wake, 500));
		}
	};
}

/** Phones speak websocket only: the other transports of the client are left out of what they load. */
function websocketOnly(): Plugin {
	return {
		name: 'hoithi-websocket-only',
		enforce: 'pre',
		load(id) {
			const [file = ''] = id.split('?');
			if (!/engine\.io-client\/build\/esm\/transports\/index\.js$/.test(file)) return null;
			return "import { WS } from './websocket.js'; export const transports = { websocket: WS };";
		}
	};
}

/** A sentence as Paraglide writes it in the module of a language. */
const sentence = /^export const (\w+) = .*\(i?\) => \{\n\treturn .*?\((`(?:[^`\\]|\\.)*`)\)\n\};$/gm;

function sentencesIn(file: string): Map<string, string> {
	const code = readFileSync(file, 'utf8');
	const found = new Map([...code.matchAll(sentence)].map(([, name = '', text = '']) => [name, text]));
	const missing = [...code.matchAll(/^export const (\w+)/gm)].find(([, name = '']) => !found.has(name));
	if (missing) throw new Error(`${file}: ${missing[1]} is written in a way the build does not know`);
	return found;
}

const apart = 'virtual:hoithi-sentence/';
const chooser = 'virtual:hoithi-is-english';

/** In browsers each sentence is a module of one function: a page loads those it says, and no other. */
function sentencesApart(): Plugin {
	const code = new Map([
		[
			chooser,
			`import { getLocale } from '#lib/paraglide/runtime.js';
export const isEnglish = (options) => (options?.locale ?? getLocale()) === 'en';`
		]
	]);
	return {
		name: 'hoithi-sentences-apart',
		apply: 'build',
		enforce: 'pre',
		resolveId: (id) => (code.has(id) ? { id: `\0${id}`, moduleSideEffects: false } : null),
		load(id) {
			if (id.startsWith('\0')) return code.get(id.slice(1));
			if (this.environment.name !== 'client' || !id.endsWith('/paraglide/messages/_index.js')) return null;
			const [vi, en] = ['vi', 'en'].map((language) => sentencesIn(id.replace('_index', language)));
			const plain = (text = '') => text.replaceAll('${i?.', '${i.');
			const names = [...(vi?.keys() ?? [])];
			for (const name of names)
				code.set(
					apart + name,
					`import { isEnglish } from '${chooser}';
export const ${name} = (i, options) => (isEnglish(options) ? ${plain(en?.get(name))} : ${plain(vi?.get(name))});`
				);
			return names.map((name) => `export { ${name} } from '${apart}${name}';`).join('\n');
		}
	};
}

export default defineConfig({
	plugins: [
		paraglideVitePlugin(paraglideOptions),
		sentencesApart(),
		sveltekit(),
		websocketOnly(),
		handOverHttpServer()
	],
	build: { target: 'chrome87', sourcemap: false },
	server: { host: true }
});
