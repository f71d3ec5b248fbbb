// Takes away every page and copy this browser keeps for work without a network; what was typed and not sent stays for whoever typed it.

/** Whoever comes in or goes out leaves nothing of theirs to be opened by the next. */
export async function forgetKept(): Promise<void> {
	try {
		for (const key of Object.keys(localStorage)) if (key.startsWith('hoithi_stored_')) localStorage.removeItem(key);
	} catch {
		// A browser that keeps nothing has nothing to forget.
	}
	if (!('caches' in globalThis)) return;
	// A worker that is just keeping a page would put it back.
	for (const { active } of (await navigator.serviceWorker?.getRegistrations()) ?? []) active?.postMessage('forget');
	for (const name of await caches.keys()) await caches.delete(name);
}
