// Reads the files of the house for the architecture tests: path, text, and the code without its comments.
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

export interface SourceFile {
	/** From the root of the project, with slashes. */
	path: string;
	text: string;
	/** The text with comment lines emptied; line numbers stay. */
	code: string;
}

/** Made by tools: nobody reads or edits it. */
const generated = ['src/lib/paraglide', 'src/words/project.inlang'];
const texts = /\.(ts|js|svelte|css|html)$/;

/** Every source file under the folder, in order of path. */
export function filesUnder(folder: string): SourceFile[] {
	return pathsUnder(folder)
		.filter((path) => texts.test(path))
		.map((path) => {
			const text = readFileSync(path, 'utf8');
			return { path, text, code: withoutComments(text) };
		});
}

/** Every path under the folder, files only. */
export function pathsUnder(folder: string): string[] {
	if (generated.includes(folder)) return [];
	return readdirSync(folder, { withFileTypes: true })
		.flatMap((entry) => {
			const path = posix.join(folder, entry.name);
			return entry.isDirectory() ? pathsUnder(path) : [path];
		})
		.sort();
}

export const isTest = (path: string) => /\.(test|spec|fixture)\.ts$/.test(path) || path.startsWith('tests/');

/** Lines that are nothing but comment; what follows code on its line is left. */
function withoutComments(text: string): string {
	const blank = (comment: string) => comment.replace(/[^\n]/g, '');
	return text
		.replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, blank)
		.replace(/<!--[\s\S]*?-->/g, blank)
		.replace(/^[ \t]*\/\/.*$/gm, blank);
}
