// What an error of the database says about what may be done next; it must not know what was asked.
import { DeadlineError } from '../with-deadline.ts';

/** SQLSTATE, or the word of postgres.js and Node for a line; also when Drizzle has wrapped the error. Empty for other errors. */
export function databaseCode(error: unknown): string {
	return codeOf(error) || codeOf(error instanceof Error ? error.cause : undefined);
}

/**
 * True for what time or another machine may heal: no reply, a lost or refused connection (postgres.js and Node name those
 * in words), and the classes of SQLSTATE for connections, rollbacks, resources, locks, shutdowns and the system itself.
 */
export function isAboutTheLine(error: unknown): boolean {
	if (error instanceof DeadlineError) return true;
	const code = databaseCode(error);
	// The pool was closed by ourselves: nothing heals that.
	if (code === 'CONNECTION_ENDED') return false;
	return /^(CONNECT|E[A-Z]{3}|08|40|53|55|57|58|XX)/.test(code);
}

/** True when the connection went, or the database was just ending or starting: its transaction is rolled back unless its commit was on the way. */
export function isLostConnection(error: unknown): boolean {
	const code = databaseCode(error);
	return code !== 'CONNECTION_ENDED' && /^(CONNECT|E[A-Z]{3}|08|57P)/.test(code);
}

function codeOf(error: unknown): string {
	return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
