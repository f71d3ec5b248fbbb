// How long sheets took their judges (R146), for the head judge to see who falls behind; it must not know marks.

/** One revision of a sheet: when its first mark was saved and when it was signed, ms since the epoch. */
export interface TimedSheet {
	revision: number;
	origin: 'screen' | 'paper';
	begunAt: number | null;
	lockedAt: number | null;
}

/**
 * R146: from the first saving to the signature, all that lies between included; null for a sheet that is not signed, was typed from paper,
 * was opened again, or begun before anybody measured.
 */
export function timeOfSheet({ revision, origin, begunAt, lockedAt }: TimedSheet): number | null {
	if (revision !== 1 || origin === 'paper' || begunAt === null || lockedAt === null) return null;
	return lockedAt - begunAt;
}

/** The middle one, or the mean of the two middle ones in whole milliseconds; null of none. */
export function medianMs(times: number[]): number | null {
	const sorted = [...times].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	const [lower, upper] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
	return lower === undefined || upper === undefined ? null : Math.round((lower + upper) / 2);
}
