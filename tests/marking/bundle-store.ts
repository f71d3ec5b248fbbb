// Makes one script of the judge's own store as browsers get it, or of the store with a bug put in on purpose; it must not know who runs it.
import { resolve } from 'node:path';
import { Script } from 'node:vm';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Plugin } from 'vite';

export type StoreBug = 'forgets what was not answered' | 'overwrites the other device' | 'says saved too early';

const draftFile = 'src/routes/judge/sheet-draft.svelte.ts';

/** Pieces of the store's source and what stands there instead. */
const bugs: Record<StoreBug, [found: string, instead: string][]> = {
	'forgets what was not answered': [
		["if (posted.kind !== 'lost') this.#undecided = null;", 'this.#undecided = null; this.#confirm(save);']
	],
	'overwrites the other device': [
		[
			"this.theirs = stored;\n\t\tthis.phase = 'conflict';",
			'this.#isBehind = false;\n\t\tthis.version = stored.version;\n\t\tvoid this.flush();'
		]
	],
	'says saved too early': [
		["this.phase = 'sending';", "this.phase = 'clean';\n\t\tthis.savedAt = Date.now();\n\t\tthis.#plan.onkept();"]
	]
};

export async function bundleStore(bug?: StoreBug): Promise<Script> {
	const made = await build({
		configFile: false,
		logLevel: 'warn',
		plugins: [...(bug ? [planted(bug)] : []), svelte({ configFile: false })],
		resolve: { alias: { '$app/forms': resolve('tests/marking/kit-forms.ts') } },
		build: {
			write: false,
			minify: false,
			target: 'esnext',
			lib: { entry: resolve('tests/marking/store-entry.ts'), formats: ['iife'], name: 'desk' }
		}
	});
	const [output] = Array.isArray(made) ? made : [made];
	const chunk = output && 'output' in output ? output.output[0] : null;
	if (!chunk) throw new Error('the store was not built');
	return new Script(chunk.code);
}

function planted(bug: StoreBug): Plugin {
	return {
		name: 'hoithi-planted-bug',
		enforce: 'pre',
		transform(code, id) {
			if (!id.endsWith(draftFile)) return null;
			return bugs[bug].reduce((text, [found, instead]) => {
				if (!text.includes(found)) throw new Error(`the store has moved: change the bug «${bug}»`);
				return text.replace(found, instead);
			}, code);
		}
	};
}
