// Compiles the catalogue of words before tests run, when it has changed since it was last compiled.
import { compile } from '@inlang/paraglide-js';
import { paraglideOptions } from '../../src/cli/paraglide.ts';
import { isOlder } from './build-state.ts';

export default async function setUp(): Promise<void> {
	if (isOlder('src/lib/paraglide/messages/_index.js', ['src/words', 'src/cli/paraglide.ts', 'package-lock.json']))
		await compile(paraglideOptions);
}
