// Writes a ZIP piece by piece from files that are packed already, each read when its turn comes; it must not know what is in them.
import { crc32 } from 'node:zlib';

export interface ZipEntry {
	/** Folders by slashes; nothing that leads out. */
	path: string;
	at: Date;
	/** Bytes in all, as the pieces will bring them. */
	size: number;
	pieces(): AsyncIterable<Uint8Array>;
}

/**
 * Stored, not packed; sizes and checksums stand behind each file (bit 3), since they are known only then. Names are UTF-8 (bit 11).
 * Below 4 GB and 65,535 files, which the caller sees to.
 */
export async function* writeZip(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
	const directory: Buffer[] = [];
	let offset = 0;
	let count = 0;
	for await (const { path, at, size, pieces } of entries) {
		const name = Buffer.from(path);
		const { date, time } = dosTime(at);
		const head = Buffer.alloc(30);
		head.writeUInt32LE(0x04034b50, 0);
		head.writeUInt16LE(20, 4);
		head.writeUInt16LE(flags, 6);
		head.writeUInt16LE(time, 10);
		head.writeUInt16LE(date, 12);
		head.writeUInt16LE(name.length, 26);
		yield Buffer.concat([head, name]);
		let sum = 0;
		let length = 0;
		for await (const piece of pieces()) {
			sum = crc32(piece, sum);
			length += piece.length;
			yield piece;
		}
		if (length !== size) throw new Error(`${path} has ${length} bytes, not ${size}`);
		const tail = Buffer.alloc(16);
		tail.writeUInt32LE(0x08074b50, 0);
		tail.writeUInt32LE(sum, 4);
		tail.writeUInt32LE(size, 8);
		tail.writeUInt32LE(size, 12);
		yield tail;
		const line = Buffer.alloc(46);
		line.writeUInt32LE(0x02014b50, 0);
		line.writeUInt16LE(20, 4);
		line.writeUInt16LE(20, 6);
		line.writeUInt16LE(flags, 8);
		line.writeUInt16LE(time, 12);
		line.writeUInt16LE(date, 14);
		line.writeUInt32LE(sum, 16);
		line.writeUInt32LE(size, 20);
		line.writeUInt32LE(size, 24);
		line.writeUInt16LE(name.length, 28);
		line.writeUInt32LE(offset, 42);
		directory.push(line, name);
		offset += head.length + name.length + size + tail.length;
		count++;
	}
	const listing = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(count, 8);
	end.writeUInt16LE(count, 10);
	end.writeUInt32LE(listing.length, 12);
	end.writeUInt32LE(offset, 16);
	yield Buffer.concat([listing, end]);
}

const flags = (1 << 3) | (1 << 11);

/** In even seconds, of the clock in Vietnam, from 1980 on. */
function dosTime(at: Date): { date: number; time: number } {
	const there = new Date(at.getTime() + 7 * 3_600_000);
	const year = Math.max(0, there.getUTCFullYear() - 1980);
	return {
		date: (year << 9) | ((there.getUTCMonth() + 1) << 5) | there.getUTCDate(),
		time: (there.getUTCHours() << 11) | (there.getUTCMinutes() << 5) | (there.getUTCSeconds() >> 1)
	};
}
