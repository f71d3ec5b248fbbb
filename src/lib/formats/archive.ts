// Opens the ZIP container of a workbook or document within hard limits before any reader sees it; it must not know what is written in it.
import { type Problem, problem } from './problem.ts';

export const archiveLimits = { entries: 200, bytes: 20 * 1024 * 1024, ratio: 100 } as const;

export interface Entry {
	name: string;
	flags: number;
	method: number;
	packed: number;
	unpacked: number;
	offset: number;
	/** Another path is to be read in its place. */
	isLink: boolean;
}

/**
 * Checks the directory, then unpacks every entry and counts for itself, since sizes in headers may lie.
 * Refuses more than 200 entries, 20 MB unpacked or a ratio of 100, ZIP64, nested archives, links, paths that leave the
 * archive, macros, encrypted entries and XML with a document type. Null when the archive is harmless.
 */
export async function archiveProblem(bytes: Uint8Array, kind: 'xlsx' | 'ods' = 'xlsx'): Promise<Problem | null> {
	const unsafe = problem('import/archive-not-safe', {});
	const entries = readDirectory(bytes);
	if (entries === 'broken') return problem('import/not-a-workbook', {});
	if (entries === 'unsafe') return unsafe;
	if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name))) return problem('import/macros', {});
	const needed = kind === 'ods' ? [/^content\.xml$/] : [/^\[Content_Types\]\.xml$/, /^xl\/workbook\.xml$/i];
	if (!needed.every((part) => entries.some(({ name }) => part.test(name)))) return problem('import/not-a-workbook', {});
	if (entries.some(isUnsafe) || new Set(entries.map(({ name }) => name)).size < entries.length) return unsafe;
	if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > archiveLimits.bytes) return unsafe;
	let left: number = archiveLimits.bytes;
	for (const entry of entries) {
		const content = await unpack(bytes, entry, left);
		if (content === 'broken') return problem('import/not-a-workbook', {});
		if (content === 'too-big' || content.length > ratioLimit(entry.packed)) return unsafe;
		if (content.length !== entry.unpacked || hasDocumentType(content)) return unsafe;
		left -= content.length;
	}
	return null;
}

/** Whether the bytes are a ZIP whose directory lists the entry; nothing is unpacked. */
export function archiveHolds(bytes: Uint8Array, name: string): boolean {
	if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
	const entries = readDirectory(bytes);
	return Array.isArray(entries) && entries.some((entry) => entry.name === name);
}

/**
 * Unpacks only the named entries, as UTF-8 text, within the same limits; pictures and whatever else is inside stay packed.
 * Those that are missing are left out. `broken` when the container or one of them cannot be read.
 */
export async function unpackText(
	bytes: Uint8Array,
	names: readonly string[]
): Promise<Map<string, string> | 'broken' | 'unsafe'> {
	const entries = readDirectory(bytes);
	if (!Array.isArray(entries)) return entries;
	const wanted = entries.filter(({ name }) => names.includes(name));
	if (new Set(wanted.map(({ name }) => name)).size < wanted.length) return 'unsafe';
	const texts = new Map<string, string>();
	let left: number = archiveLimits.bytes;
	for (const entry of wanted) {
		if (isUnsafe(entry)) return 'unsafe';
		const content = await unpack(bytes, entry, left);
		if (content === 'broken') return 'broken';
		if (content === 'too-big' || content.length !== entry.unpacked || hasDocumentType(content)) return 'unsafe';
		left -= content.length;
		texts.set(entry.name, new TextDecoder().decode(content));
	}
	return texts;
}

/** Small entries may be dense without harm. */
function ratioLimit(packed: number): number {
	return Math.max(packed * archiveLimits.ratio, 64 * 1024);
}

/** What a ZIP says it holds; nothing is unpacked. */
export function readDirectory(
	bytes: Uint8Array,
	mostEntries: number = archiveLimits.entries
): Entry[] | 'broken' | 'unsafe' {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let end = bytes.length - 22;
	while (end >= 0 && end > bytes.length - 65_558 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
	if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return 'broken';
	const count = view.getUint16(end + 10, true);
	if (count > mostEntries) return 'unsafe';
	const entries: Entry[] = [];
	let at = view.getUint32(end + 16, true);
	if (at === 0xffffffff) return 'unsafe';
	for (let index = 0; index < count; index += 1) {
		if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return 'broken';
		const nameLength = view.getUint16(at + 28, true);
		const entry: Entry = {
			name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
			flags: view.getUint16(at + 8, true),
			method: view.getUint16(at + 10, true),
			packed: view.getUint32(at + 20, true),
			unpacked: view.getUint32(at + 24, true),
			offset: view.getUint32(at + 42, true),
			isLink: (view.getUint16(at + 40, true) & 0o170000) === 0o120000
		};
		if (entry.packed === 0xffffffff || entry.unpacked === 0xffffffff || entry.offset === 0xffffffff) return 'unsafe';
		// Of an entry that claims to be empty a reader might look for the length by itself.
		if (entry.packed === 0 && entry.unpacked > 0) return 'unsafe';
		entries.push(entry);
		at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return entries;
}

function isUnsafe({ name, flags, method, isLink }: Entry): boolean {
	const leaves = /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(name);
	const nested = /\.(zip|xlsx|xlsm|xlsb|jar|7z|rar|gz|exe|dll)$/i.test(name);
	return leaves || nested || isLink || (flags & 1) === 1 || (method !== 0 && method !== 8);
}

/** One entry, of at most `limit` bytes and a ratio of 100, whatever its header says. */
export async function unpack(
	bytes: Uint8Array,
	entry: Entry,
	limit: number
): Promise<Uint8Array | 'broken' | 'too-big'> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const { offset } = entry;
	if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) return 'broken';
	const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
	if (start + entry.packed > bytes.length) return 'broken';
	const packed = bytes.slice(start, start + entry.packed);
	if (entry.method === 0) return packed.length > limit ? 'too-big' : packed;
	if (packed.length === 0) return packed;
	return inflate(packed, Math.min(limit, ratioLimit(entry.packed)));
}

async function inflate(packed: Uint8Array<ArrayBuffer>, limit: number): Promise<Uint8Array | 'broken' | 'too-big'> {
	const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
	const chunks: Uint8Array[] = [];
	let length = 0;
	try {
		for (let next = await reader.read(); !next.done; next = await reader.read()) {
			length += next.value.length;
			if (length > limit) {
				await reader.cancel();
				return 'too-big';
			}
			chunks.push(next.value);
		}
	} catch {
		return 'broken';
	}
	const whole = new Uint8Array(length);
	chunks.reduce((at, chunk) => (whole.set(chunk, at), at + chunk.length), 0);
	return whole;
}

/** Workbooks and documents need no document type; entity tricks do. */
export function hasDocumentType(content: Uint8Array): boolean {
	const text = new TextDecoder('latin1').decode(content);
	return text.trimStart().replace(/^ï»¿/, '').startsWith('<') && /<!(DOCTYPE|ENTITY)/i.test(text);
}
