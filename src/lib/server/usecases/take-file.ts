// A file that somebody hands in: read within its limits, recognised by its bytes, made harmless and kept. It must not know what it is handed in for,
// nor whether the person may: its caller asks that first, and writes the line of the log.
import { createHash } from 'node:crypto';
import { safeFileName } from '../../contest/entries/file-name.ts';
import { isPicture, type FileKind } from '../../contest/entries/file-kind.ts';
import type { FileId } from '../../contest/ids.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { recogniseFile, type FileFault } from '../../formats/recognise-file.ts';
import { redrawPicture } from '../pictures.ts';
import { insertFile } from '../stores/files.ts';
import type { Change } from './change-contest.ts';

/** As a request body or a file of a form brings it: `{ name: file.name, size: file.size, stream: file.stream() }`. */
export interface GivenFile {
	name: string;
	/** Bytes, as announced; a stream that brings less or more is refused. */
	size: number;
	stream: ReadableStream<Uint8Array> | null;
}

export interface FileWish {
	kinds: readonly FileKind[];
	mostBytes: number;
	/** Larger pictures are made this small, in pixels; 4,000 unless it is said. */
	longestSide?: number;
}

/** Checked, harmless, and in memory once. */
export interface TakenFile {
	name: string;
	kind: FileKind;
	bytes: Uint8Array;
	/** Of the bytes as they are kept. */
	sha256: string;
}

/**
 * In two steps, so that no lock is held while a slow line sends and pictures are drawn anew:
 *
 *     const taken = await takeFile({ name, size, stream }, { kinds: ['jpeg', 'png'], mostBytes });   // before the transaction
 *     if (isRefusal(taken)) return taken;
 *     … changeContest(…, async (change) => { const fileId = await keepFile(change, taken); … insert what points at it … })
 *
 * It is given back by `serveFile` of views/served-file.ts, whose caller has asked who may see it.
 */
export async function takeFile(given: GivenFile, wish: FileWish): Promise<TakenFile | Refusal> {
	const bytes = await readWhole(given, wish.mostBytes);
	if (isRefusal(bytes)) return bytes;
	const kind = await recogniseFile(bytes);
	if (typeof kind === 'object') return refuse(refusalOf[kind.fault]);
	if (!wish.kinds.includes(kind)) return refuse('file/wrong-kind', { kinds: kindList(wish.kinds) });
	const kept = isPicture(kind) ? await redrawPicture(bytes, kind, wish.longestSide ?? 4_000) : bytes;
	if (!kept) return refuse('file/damaged');
	const sha256 = createHash('sha256').update(kept).digest('hex');
	return { name: safeFileName(given.name, kind), kind, bytes: kept, sha256 };
}

export function keepFile({ db, contest, now }: Change, taken: TakenFile): Promise<FileId> {
	const { name, kind, bytes, sha256 } = taken;
	return insertFile(db, { contestId: contest.id, name, kind, sha256, storedAt: new Date(now) }, bytes);
}

const refusalOf = {
	unknown: 'file/unknown-kind',
	damaged: 'file/damaged',
	encrypted: 'file/encrypted',
	macros: 'file/macros',
	unsafe: 'file/not-safe'
} as const satisfies Record<FileFault, string>;

const kindNames: Record<FileKind, string> = {
	pdf: 'PDF',
	docx: 'Word (.docx)',
	pptx: 'PowerPoint (.pptx)',
	jpeg: 'JPEG',
	png: 'PNG',
	webp: 'WebP'
};
export const kindList = (kinds: readonly FileKind[]) => kinds.map((kind) => kindNames[kind]).join(', ');

/** What all files in hand of this process may take together: a rush before a deadline waits its turn instead of filling the memory. */
const mostInHand = 512 * 1024 * 1024;
let inHand = 0;

async function readWhole({ size, stream }: GivenFile, mostBytes: number): Promise<Uint8Array | Refusal> {
	const megabytes = Math.floor(mostBytes / (1024 * 1024));
	if (size > mostBytes) return refuse('file/too-big', { megabytes });
	if (!stream || size === 0) return refuse('file/empty');
	if (inHand + size > mostInHand) return refuse('server/busy');
	inHand += size;
	try {
		const bytes = new Uint8Array(size);
		let at = 0;
		for await (const chunk of stream) {
			if (at + chunk.length > size) return refuse('file/damaged');
			bytes.set(chunk, at);
			at += chunk.length;
		}
		return at === size ? bytes : refuse('file/damaged');
	} finally {
		inHand -= size;
	}
}
