// Bounds what the answers' own pool is asked and says what became of it; it must not know who waits for it.
import { DeadlineError, withDeadline } from '../with-deadline.ts';

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

/**
 * True for what time or another machine may heal: no reply, a lost or refused connection (postgres.js and Node name those
 * in words), and the classes of SQLSTATE for connections, rollbacks, resources, locks, shutdowns and the system itself.
 */
function isAboutTheLine(error: unknown): boolean {
	if (error instanceof DeadlineError) return true;
	const code = codeOf(error) || codeOf(error instanceof Error ? error.cause : undefined);
	// The pool was closed by ourselves: nothing heals that.
	if (code === 'CONNECTION_ENDED') return false;
	return /^(CONNECT|E[A-Z]{3}|08|40|53|55|57|58|XX)/.test(code);
}

function codeOf(error: unknown): string {
	return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
