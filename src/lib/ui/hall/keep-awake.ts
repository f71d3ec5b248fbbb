// Keeps a projector's screen from going dark where the browser can; it must not know what is shown.

/** Asks again each time the page is seen; returns what ends it. Browsers offer this only at a secure address. */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | null = null;
	let isOver = false;
	const ask = async () => {
		if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
		try {
			const given = await navigator.wakeLock.request('screen');
			if (isOver) await given.release();
			else lock = given;
		} catch {
			// Refused, for instance on a weak battery: the screen then sleeps as its owner has set it.
			lock = null;
		}
	};
	document.addEventListener('visibilitychange', ask);
	void ask();
	return () => {
		isOver = true;
		document.removeEventListener('visibilitychange', ask);
		void lock?.release();
	};
}
