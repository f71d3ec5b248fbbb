// A kept file on its way to a browser: headers that let it do no harm there, and its pieces one by one. Who may see it was asked before.
import { contentDisposition } from '../../contest/entries/file-name.ts';
import { isPicture, mediaTypeOf, type FileKind } from '../../contest/entries/file-kind.ts';
import type { App } from '../app.ts';
import { readPieces, type FileRow } from '../stores/files.ts';

export interface ServedFile {
	headers: Record<string, string>;
	/** Asks the database for the next piece when the browser has taken the one before. */
	body: ReadableStream<Uint8Array>;
}

/**
 * Pictures and PDF may be shown in a page, Word and slides are only ever saved. `name` replaces the file's own where that would say whose it is.
 */
export function serveFile(
	app: App,
	file: FileRow,
	{ how, name = file.name }: { how: 'inline' | 'attachment'; name?: string }
): ServedFile {
	const shown = how === 'inline' && mayBeShown(file.kind) ? 'inline' : 'attachment';
	return {
		headers: {
			'content-type': mediaTypeOf(file.kind),
			'content-length': String(file.size),
			'content-disposition': contentDisposition(shown, name),
			'content-security-policy': policyOf(file.kind),
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-store'
		},
		body: streamOf(readPieces(app.database.drizzle, file))
	};
}

const mayBeShown = (kind: FileKind) => kind === 'pdf' || isPicture(kind);

/** Browsers open no PDF in a sandbox of the page's: their viewer is one already, and runs under an origin of its own. */
function policyOf(kind: FileKind): string {
	const nothing = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
	return kind === 'pdf' ? `${nothing}; object-src 'self'` : `${nothing}; sandbox`;
}

export function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				const next = await pieces.next();
				if (next.done) controller.close();
				else controller.enqueue(next.value);
			},
			async cancel() {
				await pieces.return(undefined);
			}
		},
		{ highWaterMark: 0 }
	);
}
