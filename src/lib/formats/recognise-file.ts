// Says by its bytes what a handed-in file is, and why it cannot be taken; it must not know its name, nor what it claims to be.
import type { FileKind } from '../contest/entries/file-kind.ts';
import { officeFile } from './office-file.ts';

/** Why a file is not taken, whatever it is. */
export type FileFault = 'unknown' | 'damaged' | 'encrypted' | 'macros' | 'unsafe';

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0) =>
	signature.every((byte, index) => bytes[at + index] === byte);
const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

const signatures = {
	pdf: letters('%PDF-'),
	jpeg: [0xff, 0xd8, 0xff],
	png: [0x89, ...letters('PNG\r\n'), 0x1a, 0x0a],
	zip: [...letters('PK'), 3, 4],
	/** What Word and PowerPoint save with a password is no longer a ZIP; nor were their files before 2007. */
	compound: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
};

/** Pictures are told by their first bytes alone: whoever keeps one draws it anew. */
export async function recogniseFile(bytes: Uint8Array): Promise<FileKind | { fault: FileFault }> {
	if (startsWith(bytes, signatures.pdf)) return readPdf(bytes);
	if (startsWith(bytes, signatures.jpeg)) return 'jpeg';
	if (startsWith(bytes, signatures.png)) return 'png';
	if (startsWith(bytes, letters('RIFF')) && startsWith(bytes, letters('WEBP'), 8)) return 'webp';
	if (startsWith(bytes, signatures.zip)) return officeFile(bytes);
	if (startsWith(bytes, signatures.compound))
		return { fault: holds(bytes, 'EncryptedPackage') ? 'encrypted' : 'unknown' };
	return { fault: 'unknown' };
}

/** A PDF that came whole ends with its mark; one with a password names an encryption in a trailer, which is never packed. */
function readPdf(bytes: Uint8Array): FileKind | { fault: FileFault } {
	const text = latin(bytes);
	if (!text.slice(-2048).includes('%%EOF')) return { fault: 'damaged' };
	return /\/Encrypt\s+\d+\s+\d+\s+R/.test(text) ? { fault: 'encrypted' } : 'pdf';
}

const latin = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

/** A name in a compound file is written in two bytes for each letter. */
function holds(bytes: Uint8Array, name: string): boolean {
	return latin(bytes).includes([...name].join('\0'));
}
