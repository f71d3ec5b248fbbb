// Every sentence exists in both languages with the same placeholders, is used, and every refusal has one.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { refusalCodes } from '../../src/lib/contest/refusal.ts';
import { filesUnder, isTest } from './source-files.ts';

type Catalogue = Map<string, { file: string; text: string }>;

function read(language: 'vi' | 'en'): Catalogue {
	const catalogue: Catalogue = new Map();
	const folder = `src/words/${language}`;
	for (const file of readdirSync(folder)) {
		const written = readFileSync(`${folder}/${file}`, 'utf8');
		const content = JSON.parse(written) as Record<string, unknown>;
		// Of a key that stands twice the parser keeps the last, and says nothing.
		const keys = [...written.matchAll(/^\t"(\w+)":/gm)].map(([, key]) => key);
		const twice = keys.filter((key, at) => keys.indexOf(key) !== at);
		if (twice.length > 0) throw new Error(`${twice.join(', ')} stands twice in ${file}`);
		for (const [key, value] of Object.entries(content)) {
			if (key.startsWith('$')) continue;
			if (catalogue.has(key)) throw new Error(`${key} stands in ${file} and in ${catalogue.get(key)?.file}`);
			catalogue.set(key, { file, text: typeof value === 'string' ? value : JSON.stringify(value) });
		}
	}
	return catalogue;
}

const vi = read('vi');
const en = read('en');
const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort();
const nameOf = (code: string) => `refused_${code.replace(/[/-]/g, '_')}`;

test('both languages have the same keys in the same files', () => {
	const lines = (catalogue: Catalogue) => [...catalogue].map(([key, { file }]) => `${file} ${key}`).sort();
	expect(lines(en)).toEqual(lines(vi));
});

test('both languages have the same placeholders', () => {
	const unlike = [...vi].filter(
		([key, { text }]) => placeholders(text).join() !== placeholders(en.get(key)?.text ?? '').join()
	);
	expect(unlike.map(([key]) => key)).toEqual([]);
});

test('no sentence is empty, has blanks at its ends or is written in decomposed letters', () => {
	const bad = [...vi, ...en].filter(
		([, { text }]) => text.trim() !== text || text === '' || text.normalize('NFC') !== text
	);
	expect(bad.map(([key]) => key)).toEqual([]);
});

test('Vietnamese sentences are calm: no exclamation marks', () => {
	expect([...vi].filter(([, { text }]) => text.includes('!')).map(([key]) => key)).toEqual([]);
});

test('words are quoted as each language quotes them', () => {
	const foreign = [
		...[...vi].filter(([, { text }]) => /[“”]/.test(text)),
		...[...en].filter(([, { text }]) => /[«»]/.test(text))
	];
	expect(foreign.map(([key]) => key)).toEqual([]);
});

test('every sentence is used', () => {
	const code = filesUnder('src')
		.filter(({ path }) => !isTest(path))
		.map((file) => file.code)
		.join('\n');
	const words = new Set(code.match(/\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b/g));
	// `refused_${…}`: sentences chosen by a code share the beginning that stands in the code.
	const beginnings = [...code.matchAll(/`([a-z][a-z0-9_]*_)\$\{/g)].map((match) => match[1] ?? '');
	const unused = [...vi.keys()].filter((key) => !words.has(key) && !beginnings.some((start) => key.startsWith(start)));
	expect(unused).toEqual([]);
});

test('every refusal has its sentence, and no sentence a refusal that is gone', () => {
	const named = [...vi.keys()].filter((key) => key.startsWith('refused_')).sort();
	expect(named).toEqual(refusalCodes.map(nameOf).sort());
});
