// The name of somebody else's file as it is safe to show, to save under and to send; it must not know what is in the file.
import { endingOf, type FileKind } from './file-kind.ts';

/** Code points of a name without its ending. */
const longest = 100;
/** Names that Windows keeps for devices, with any ending. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * No path, no invisible or turning marks, nothing a file system refuses, in composed letters, and with the ending of what the file really is
 * (R270): `..\\bài‮fdp.exe` that is a PDF becomes `bàifdp.pdf`.
 */
export function safeFileName(given: string, kind: FileKind): string {
	return `${safeName(given.replace(/\.[\p{L}\p{N}]{1,5}\s*$/u, ''))}.${endingOf(kind)}`;
}

/** The same for a name without an ending, such as a folder's. */
export function safeName(given: string): string {
	const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
	const plain = last
		.replace(/\p{C}/gu, '')
		.replace(/[<>:"|?*]/g, '-')
		.replace(/\s+/gu, ' ');
	const short = [...plain].slice(0, longest).join('');
	const name = short.replace(/^[\s.]+|[\s.]+$/g, '');
	if (name === '') return 'tep';
	return devices.test(name) ? `${name}-` : name;
}

/** `Content-Disposition` that every browser reads: plain letters first, then the name itself (RFC 6266, RFC 8187). */
export function contentDisposition(how: 'inline' | 'attachment', name: string): string {
	const plain = name
		.normalize('NFD')
		.replace(/đ/g, 'd')
		.replace(/Đ/g, 'D')
		.replace(/\p{M}/gu, '')
		.replace(/[^\w .()-]/g, '_');
	const whole = encodeURIComponent(name).replace(
		/['()*]/g,
		(mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
	);
	return `${how}; filename="${plain}"; filename*=UTF-8''${whole}`;
}
