// The last bytes of a backup: a checksum over every byte before them; it must not know what those bytes say.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

/**
 * A gzip member of one stored block, so that `gunzip` reads the whole file as one text. It is built by hand, byte for byte:
 *
 * | 10 bytes | 1    | 2      | 2       | n    | 4     | 4      |
 * | head     | last | length | ~length | line | crc32 | length |
 *
 * Every byte follows from the checksum; so a flipped byte in the seal is found like one before it.
 */
export function sealFor(sha256: string): Buffer {
	const line = Buffer.from(`-- sealed sha256 ${sha256}\n`);
	const frame = Buffer.alloc(10 + 5);
	frame.set([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 1]);
	frame.writeUInt16LE(line.length, 11);
	frame.writeUInt16LE(~line.length & 0xffff, 13);
	const tail = Buffer.alloc(8);
	tail.writeUInt32LE(crc32(line), 0);
	tail.writeUInt32LE(line.length, 4);
	return Buffer.concat([frame, line, tail]);
}

export const sealLength = sealFor('0'.repeat(64)).length;

export async function isSealed(file: string): Promise<boolean> {
	const handle = await open(file, 'r');
	try {
		const { size } = await handle.stat();
		if (size <= sealLength) return false;
		const seal = Buffer.alloc(sealLength);
		await handle.read(seal, 0, sealLength, size - sealLength);
		const hash = createHash('sha256');
		for await (const chunk of createReadStream(file, { end: size - sealLength - 1 })) hash.update(chunk as Buffer);
		return seal.equals(sealFor(hash.digest('hex')));
	} finally {
		await handle.close();
	}
}
