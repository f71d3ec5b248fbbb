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

/** A sentence as Paraglide writes it: one function for each language, and one that asks which is wanted. */
const sentence =
	/const vi_(\w+) = .*?\((i?)\) => \{\n\treturn .*?\((`.*`)\)\n\};\n\nconst en_\1 = .*?\(i?\) => \{\n\treturn .*?\((`.*`)\)\n\};/;

const chooser = 'virtual:hoithi-is-english';

/** In browsers each sentence is one function instead of three, which takes a fifth off what phones load of the words. */
function terseSentences(): Plugin {
	return {
		name: 'hoithi-terse-sentences',
		apply: 'build',
		resolveId: (id) => (id === chooser ? `\0${chooser}` : null),
		load: (id) =>
			id === `\0${chooser}`
				? `import { getLocale } from '#lib/paraglide/runtime.js';
export const isEnglish = (options) => (options?.locale ?? getLocale()) === 'en';`
				: null,
		transform(code, id) {
			if (this.environment.name !== 'client' || !/\/paraglide\/messages\/[^_]\w*\.js$/.test(id)) return null;
			const [, name, , vi = '', en = ''] = sentence.exec(code) ?? [];
			if (!name) return null;
			const plain = (text: string) => text.replaceAll('${i?.', '${i.');
			return `import { isEnglish } from '${chooser}';
export const ${name} = (i, options) => (isEnglish(options) ? ${plain(en)} : ${plain(vi)});`;
		}
	};
}

export default defineConfig({
	plugins: [
		paraglideVitePlugin(paraglideOptions),
		terseSentences(),
		sveltekit(),
		websocketOnly(),
		handOverHttpServer()
	],
	build: { target: 'chrome87', sourcemap: false },
	server: { host: true }
});
