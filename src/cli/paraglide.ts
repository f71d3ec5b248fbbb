// Where the message catalogue lives and what it compiles to; shared by Vite, Vitest and `npm run prepare`.
import type { CompilerOptions } from '@inlang/paraglide-js';

export const paraglideOptions: CompilerOptions = {
	project: './src/words/project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['cookie', 'baseLocale'],
	cookieName: 'hoithi_language',
	// One module per language: nobody waits for thousands of files to be read. For browsers the build takes the sentences apart.
	outputStructure: 'locale-modules',
	emitGitIgnore: false,
	emitPrettierIgnore: false,
	emitReadme: false
};
