// Bounds what the answers' own pool is asked and says what became of it; it must not know who waits for it.
import { isAboutTheLine } from './database-errors.ts';
import { withDeadline } from '../with-deadline.ts';

/** Longest a caller waits for a write of answers before it is unknown. */
export const answerDeadlineMs = 3_000;

/**
 * `unknown`: no reply, so it may or may not be a row; the same operation again tells.
 * `faulty`: the database read the statement and refused a value in it; nothing was written.
 */
export type Outcome<T> = { is: 'known'; value: T } | { is: 'unknown' } | { is: 'faulty'; error: unknown };

export async function outcomeOf<T>(asked: PromiseLike<T>): Promise<Outcome<T>> {
	try {
		return { is: 'known', value: await withDeadline(asked, answerDeadlineMs) };
	} catch (error) {
		return isAboutTheLine(error) ? { is: 'unknown' } : { is: 'faulty', error };
	}
}
