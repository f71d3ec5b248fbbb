// Budgets of size: a file one can hold in one's head, a component one can see.
import { expect, test } from 'vitest';
import { filesUnder } from './source-files.ts';

const kib = 1024;
const files = [...filesUnder('src'), ...filesUnder('tests')];
const bytesOf = (text: string) => Buffer.byteLength(text);

test('no file is above 14 KB', () => {
	const large = files
		.filter(({ text }) => bytesOf(text) > 14 * kib)
		.map(({ path, text }) => `${path} ${bytesOf(text)}`);
	expect(large).toEqual([]);
});

test('19 of 20 files of src are under 8 KB, half of them under 4 KB', () => {
	const sizes = filesUnder('src')
		.map(({ text }) => bytesOf(text))
		.sort((a, b) => a - b);
	expect(sizes[Math.ceil(sizes.length * 0.95) - 1]).toBeLessThan(8 * kib);
	expect(sizes[Math.ceil(sizes.length * 0.5) - 1]).toBeLessThan(4 * kib);
});

test('a component has under 200 lines', () => {
	const long = files
		.filter(({ path }) => path.endsWith('.svelte'))
		.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
		.filter(({ lines }) => lines >= 200);
	expect(long).toEqual([]);
});
