// Looks into a ZIP that may be a Word or PowerPoint file, entry by entry and within hard limits; it must not know what is written in it.
import type { FileKind } from '../contest/entries/file-kind.ts';
import { hasDocumentType, readDirectory, unpack, type Entry } from './archive.ts';
import type { FileFault } from './recognise-file.ts';

/** Slides have many small parts, and pictures that unpack to much; no more than one entry is in memory at a time. */
export const officeLimits = { entries: 2_000, bytes: 200 * 1024 * 1024, entryBytes: 64 * 1024 * 1024 } as const;

const mainParts = { docx: 'word/document.xml', pptx: 'ppt/presentation.xml' } as const;
const types = '[Content_Types].xml';

export async function officeFile(bytes: Uint8Array): Promise<FileKind | { fault: FileFault }> {
	const entries = readDirectory(bytes, officeLimits.entries);
	if (entries === 'broken') return { fault: 'damaged' };
	if (entries === 'unsafe') return { fault: 'unsafe' };
	const names = new Set(entries.map(({ name }) => name.toLowerCase()));
	const kind = (['docx', 'pptx'] as const).find((each) => names.has(mainParts[each]));
	if (!kind || !names.has(types.toLowerCase())) return { fault: 'unknown' };
	if (entries.some(hasMacros)) return { fault: 'macros' };
	if (names.size < entries.length || entries.some(isUnsafe)) return { fault: 'unsafe' };
	const fault = await unpackAll(bytes, entries);
	return fault ? { fault } : kind;
}

/** Unpacks every entry and counts for itself, since sizes in headers may lie. */
async function unpackAll(bytes: Uint8Array, entries: Entry[]): Promise<FileFault | null> {
	let left: number = officeLimits.bytes;
	if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > left) return 'unsafe';
	for (const entry of entries) {
		const content = await unpack(bytes, entry, Math.min(left, officeLimits.entryBytes));
		if (content === 'broken') return 'damaged';
		if (content === 'too-big' || content.length !== entry.unpacked) return 'unsafe';
		if (/\.(xml|rels)$/i.test(entry.name)) {
			if (hasDocumentType(content)) return 'unsafe';
			// A document with macros may be saved under the name of one without: its types still say so.
			if (entry.name === types && /macroEnabled|vbaProject/i.test(new TextDecoder().decode(content))) return 'macros';
		}
		left -= content.length;
	}
	return null;
}

function hasMacros({ name }: Entry): boolean {
	return /(^|\/)vba(Project|Data)[^/]*$/i.test(name) || /\.(docm|dotm|xlsm|xlsb|pptm|ppsm|potm)$/i.test(name);
}

/** Sheets behind a chart and formulas of the editor are files inside the file; programs and archives are not among them. */
function isUnsafe({ name, flags, method }: Entry): boolean {
	const leaves = /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(name);
	const program = /\.(zip|jar|7z|rar|gz|exe|dll|com|scr|bat|cmd|ps1|js|vbs|hta|lnk)$/i.test(name);
	return leaves || program || (flags & 1) === 1 || (method !== 0 && method !== 8);
}
