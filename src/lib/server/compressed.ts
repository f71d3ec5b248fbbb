// Makes pages and their data small for weak lines; it must not know what they say.
//
// Nothing that a stranger could find out by guessing lengths stands beside what a stranger can put there: sessions are in cookies
// that no other site sends, forms are held by their origin, and the nonce of a page is another each time.
import { Duplex } from 'node:stream';
import { promisify } from 'node:util';
import { constants, createGzip, gzip } from 'node:zlib';

const gzipWhole = promisify(gzip);
const kinds = /^(?:text\/html|text\/sveltekit-data|application\/json)\b/;
/** Below this nothing is gained. */
const leastBytes = 1_000;

/**
 * A whole body is made small at once, so that thousands of phones that come together hold no compressor each; one that comes in
 * pieces goes on piece by piece: what a page brings later never holds up what it shows first.
 */
export async function compressed(response: Response, accepted: string | null): Promise<Response> {
	const { body, headers, status, statusText } = response;
	const length = Number(headers.get('content-length') ?? Infinity);
	const isLarge = kinds.test(headers.get('content-type') ?? '') && length >= leastBytes;
	if (!body || !isLarge || headers.has('content-encoding') || !/\bgzip\b/.test(accepted ?? '')) return response;
	const small = new Headers(headers);
	small.delete('content-length');
	small.set('content-encoding', 'gzip');
	small.append('vary', 'accept-encoding');
	const init = { status, statusText, headers: small };
	if (Number.isFinite(length)) return new Response(await gzipWhole(await response.arrayBuffer()), init);
	const pieces = Duplex.toWeb(createGzip({ flush: constants.Z_SYNC_FLUSH })) as ReadableWritablePair<
		Uint8Array,
		BufferSource
	>;
	return new Response(body.pipeThrough(pieces), init);
}
