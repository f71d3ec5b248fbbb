// A ZIP that is written is a ZIP that can be read: names with marks, pieces, and nothing at all.
import { expect, test } from 'vitest';
import { readDirectory, unpack } from './archive.ts';
import { writeZip, type ZipEntry } from './write-zip.ts';

const entry = (path: string, pieces: string[]): ZipEntry => ({
	path,
	at: new Date('2026-11-24T01:02:03Z'),
	size: Buffer.byteLength(pieces.join('')),
	async *pieces() {
		for (const piece of pieces) yield Buffer.from(piece);
	}
});

async function written(entries: ZipEntry[]): Promise<Uint8Array> {
	return new Uint8Array(Buffer.concat(await Array.fromAsync(writeZip(entries))));
}

test('files come back whole, by name and folder', async () => {
	const bytes = await written([entry('DV01 Đảng bộ/TS01 Đề cương.pdf', ['một ', 'hai']), entry('trống.txt', [])]);
	const entries = readDirectory(bytes);
	if (!Array.isArray(entries)) throw new Error(entries);
	expect(entries.map(({ name }) => name)).toEqual(['DV01 Đảng bộ/TS01 Đề cương.pdf', 'trống.txt']);
	expect(Buffer.from((await unpack(bytes, entries[0]!, 1000)) as Uint8Array).toString()).toBe('một hai');
	expect(await unpack(bytes, entries[1]!, 1000)).toHaveLength(0);
});

test('of nothing it is an empty archive, and a file that is not as long as it says is no archive', async () => {
	expect(readDirectory(await written([]))).toEqual([]);
	await expect(written([{ ...entry('a', ['x']), size: 2 }])).rejects.toThrow('a has 1 bytes, not 2');
});
