// Where the message catalogue lives and what it compiles to; shared by Vite, Vitest and `npm run prepare`.
import type { CompilerOptions } from '@inlang/paraglide-js';

export const paraglideOptions: CompilerOptions = {
	project: './src/words/project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['cookie', 'baseLocale'],
	cookieName: 'hoithi_language',
	// One module per sentence in development too: a running development server must not change what a build takes in.
	outputStructure: 'message-modules',
	emitGitIgnore: false,
	emitPrettierIgnore: false,
	emitReadme: false
};
