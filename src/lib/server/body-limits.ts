// How much one request may bring: little, except where files are handed in; it must not know who sends it.

const megabyte = 1024 * 1024;
/** Of everything but files that are handed in: also the tables that organisers import. */
const ordinary = 8 * megabyte;

/** What a stage may ask for at most; `BODY_SIZE_LIMIT` of src/server.ts is a little above it. */
export const largestFile = 50 * megabyte;

/** Addresses that take the bytes of a file as they are, and read them piece by piece. */
export const takesFile = (pathname: string) => pathname.endsWith('/file');

/** Whole megabytes that would have been taken, or null when the request is within them. One that does not say how long it is counts as too long. */
export function limitExceeded(request: Request, pathname: string): number | null {
	const limit = takesFile(pathname) ? largestFile : ordinary;
	const said = request.headers.get('content-length');
	const isTooLong = said === null ? request.headers.has('transfer-encoding') : Number(said) > limit;
	return isTooLong ? limit / megabyte : null;
}
