// Bounds how long a caller waits for the database (postgres.js never gives up by itself); it must not know what was asked.

/** The time is over. What became of a write is *unknown*: it may still commit. Ask or repeat it idempotently, never call it failed. */
export class DeadlineError extends Error {
	override name = 'DeadlineError';
}

/** Settles like `promise`, or rejects with `DeadlineError` after `ms`; the promise itself goes on unobserved. */
export function withDeadline<T>(promise: PromiseLike<T>, ms: number): Promise<T> {
	return new Promise((settle, fail) => {
		const timer = setTimeout(() => fail(new DeadlineError(`no answer from the database within ${ms} ms`)), ms);
		promise.then(
			(value) => {
				clearTimeout(timer);
				settle(value);
			},
			(error: unknown) => {
				clearTimeout(timer);
				fail(error);
			}
		);
	});
}
