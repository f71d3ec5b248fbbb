// Loads the page anew after an update of the server, once for each version, and not all screens of a hall in one moment.

const key = 'hoithi.reloaded';
const mostWaitMs = 3_000;
let isComing = false;

/** Without storage nothing is reloaded: better an old screen that works than one that reloads for ever. */
export function reloadOnce(version: number): void {
	try {
		if (isComing || Number(sessionStorage.getItem(key)) >= version) return;
		sessionStorage.setItem(key, String(version));
	} catch {
		return;
	}
	isComing = true;
	setTimeout(() => location.reload(), Math.random() * mostWaitMs);
}
