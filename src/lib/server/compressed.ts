// Makes pages and their data small for weak lines; it must not know what they say.
//
// Nothing that a stranger could find out by guessing lengths stands beside what a stranger can put there: sessions are in cookies
// that no other site sends, forms are held by their origin, and the nonce of a page is another each time.
import { Duplex } from 'node:stream';
import { constants, createGzip } from 'node:zlib';

const kinds = /^(?:text\/html|text\/sveltekit-data|application\/json)\b/;
/** Below this nothing is gained. */
const leastBytes = 1_000;

/** Piece by piece: what a page brings later never holds up what it shows first. */
export function compressed(response: Response, accepted: string | null): Response {
	const { body, headers, status, statusText } = response;
	const length = Number(headers.get('content-length') ?? Infinity);
	const isLarge = kinds.test(headers.get('content-type') ?? '') && length >= leastBytes;
	if (!body || !isLarge || headers.has('content-encoding') || !/\bgzip\b/.test(accepted ?? '')) return response;
	const small = new Headers(headers);
	small.delete('content-length');
	small.set('content-encoding', 'gzip');
	small.append('vary', 'accept-encoding');
	const gzip = Duplex.toWeb(createGzip({ flush: constants.Z_SYNC_FLUSH })) as ReadableWritablePair<
		Uint8Array,
		BufferSource
	>;
	return new Response(body.pipeThrough(gzip), { status, statusText, headers: small });
}
