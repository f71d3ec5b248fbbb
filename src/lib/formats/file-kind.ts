// Tells by the first bytes what a file really is, whatever its name says; it must not read further into it.
import { type Problem, problem } from './problem.ts';

/** `text`, `workbook` (an archive) and `old-workbook` can be tried; a problem says what else it is. */
export function fileKind(bytes: Uint8Array): 'text' | 'workbook' | 'old-workbook' | Problem {
	if (startsWith(bytes, [0x50, 0x4b])) return 'workbook';
	if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
		if (hasStream(bytes, 'EncryptedPackage')) return problem('import/encrypted', {});
		if (hasStream(bytes, 'WordDocument')) return problem('import/old-word', {});
		if (hasStream(bytes, '_VBA_PROJECT')) return problem('import/macros', {});
		return hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')
			? 'old-workbook'
			: problem('import/not-a-workbook', {});
	}
	if (foreignMagic.some((magic) => startsWith(bytes, magic))) return problem('import/not-a-table', {});
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).replace(/^ï»¿/, '').trimStart().toLowerCase();
	if (/^<(!doctype|html|head|body|table|meta|\?xml|script|svg)/.test(head)) return problem('import/html-file', {});
	return 'text';
}

/** PDF, PNG, JPEG, GIF, GZIP, 7z, RAR. */
const foreignMagic = [
	[0x25, 0x50, 0x44, 0x46],
	[0x89, 0x50, 0x4e, 0x47],
	[0xff, 0xd8, 0xff],
	[0x47, 0x49, 0x46, 0x38],
	[0x1f, 0x8b],
	[0x37, 0x7a, 0xbc, 0xaf],
	[0x52, 0x61, 0x72, 0x21]
];

function startsWith(bytes: Uint8Array, magic: number[]): boolean {
	return magic.every((byte, at) => bytes[at] === byte);
}

/** The old container of Office names its streams in UTF-16LE; a file locked by a password is kept in one as well. */
function hasStream(bytes: Uint8Array, stream: string): boolean {
	return new TextDecoder('latin1').decode(bytes).includes([...stream].join('\0'));
}
