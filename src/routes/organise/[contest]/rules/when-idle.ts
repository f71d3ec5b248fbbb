// Puts work off until the browser has nothing else to do; it must not know what work.

/** So long nothing may have been asked for anew before the work is thought of. */
const calmMs = 150;
/** So long the browser may be busy with other things. */
const mostMs = 1000;

/** Gives what takes the work back. */
export function whenIdle(work: () => void): () => void {
	// Safari has no idle callbacks: there the calm alone is waited for.
	const hasIdle = 'requestIdleCallback' in window;
	const idle = { handle: 0 };
	const calm = setTimeout(() => {
		if (hasIdle) idle.handle = requestIdleCallback(work, { timeout: mostMs });
		else work();
	}, calmMs);
	return () => {
		clearTimeout(calm);
		if (hasIdle) cancelIdleCallback(idle.handle);
	};
}
