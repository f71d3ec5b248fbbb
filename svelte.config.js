import { createHash } from 'node:crypto';
import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { earlyTaps } from './src/routes/judge/early-taps.ts';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true },
	kit: {
		// The client asks the server which page an address is: phones need not load the list of all pages.
		router: { resolution: 'server' },
		// Only judges' desks register it (src/routes/judge/kept-desk.svelte.ts): phones and screens have none.
		serviceWorker: { register: false },
		adapter: adapter({ precompress: true }),
		// Our own check holds every non-GET and every handshake to the known origins (src/lib/server/origins.ts):
		// phones come by LAN address, which Kit's check cannot know.
		csrf: { trustedOrigins: ['*'] },
		csp: {
			mode: 'nonce',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', `sha256-${createHash('sha256').update(earlyTaps).digest('base64')}`],
				'img-src': ['self', 'data:'],
				'style-src': ['self', 'unsafe-inline'],
				'connect-src': ['self', 'ws:', 'wss:'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['self']
			}
		},
		// The node_modules folder of adapter-node's output is not ours to type-check.
		typescript: {
			config: (config) => {
				config.include = [...config.include, '../tests/**/*.ts', '../*.config.ts'];
				return config;
			}
		}
	}
};
