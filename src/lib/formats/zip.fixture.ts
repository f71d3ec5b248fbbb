// Builds small archives, honest or lying, for tests; nothing else may use it.
import { crc32, deflateRawSync } from 'node:zlib';

interface Trick {
	/** The unpacked size written into the headers of the last entry, whatever it really holds. */
	claim?: number;
	/** The last entry is a link to the path it holds, as a Unix archive writes one. */
	isLink?: boolean;
	/** The directory's place is said to be beyond four gigabytes, in a ZIP64 record. */
	isZip64?: boolean;
}

export function zip(files: Record<string, string | Uint8Array>, { claim, isLink, isZip64 }: Trick = {}): Uint8Array {
	const locals: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	const names = Object.keys(files);
	for (const name of names) {
		const given = files[name] ?? '';
		const content = typeof given === 'string' ? Buffer.from(given) : given;
		const packed = content.length > 0 ? deflateRawSync(content) : Buffer.alloc(0);
		const size = claim !== undefined && name === names.at(-1) ? claim : content.length;
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt16LE(8, 4);
		common.writeUInt32LE(crc32(content), 10);
		common.writeUInt32LE(packed.length, 14);
		common.writeUInt32LE(size, 18);
		common.writeUInt16LE(Buffer.byteLength(name), 22);
		locals.push(Buffer.from('504b0304', 'hex'), common, Buffer.from(name), packed);
		const tail = Buffer.alloc(14);
		if (isLink && name === names.at(-1)) tail.writeUInt32LE((0o120777 << 16) >>> 0, 6);
		tail.writeUInt32LE(offset, 10);
		directory.push(Buffer.from('504b01021403', 'hex'), common, tail, Buffer.from(name));
		offset += 30 + Buffer.byteLength(name) + packed.length;
	}
	const listing = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	const count = Math.min(names.length, 0xffff);
	end.writeUInt16LE(count, 4);
	end.writeUInt16LE(count, 6);
	end.writeUInt32LE(listing.length, 8);
	end.writeUInt32LE(isZip64 ? 0xffffffff : offset, 12);
	return new Uint8Array(Buffer.concat([...locals, listing, Buffer.from('504b0506', 'hex'), end]));
}
