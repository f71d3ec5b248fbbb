// Where the message catalogue lives and what it compiles to; shared by Vite, Vitest and `npm run prepare`.
import type { CompilerOptions } from '@inlang/paraglide-js';

export const paraglideOptions: CompilerOptions = {
	project: './src/words/project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['cookie', 'baseLocale'],
	cookieName: 'hoithi_language',
	emitGitIgnore: false,
	emitPrettierIgnore: false,
	emitReadme: false
};
