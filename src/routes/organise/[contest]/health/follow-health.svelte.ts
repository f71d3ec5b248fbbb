// Follows the hall's health: asks for the whole again every two seconds while somebody looks; it must not know what is shown.
import type { PageData } from './$types';

export type Health = PageData['health'];
export type Line = Health['people'][number];

export interface Followed {
	readonly now: Health;
	/** Nothing new has come for a few seconds. */
	readonly isLost: boolean;
	close(): void;
}

const everyMs = 2_000;
const patienceMs = 4_000;

export function followHealth(address: string, initial: Health): Followed {
	let now = $state.raw(initial);
	let failures = $state(0);
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isAsking = false;

	async function ask(): Promise<void> {
		if (isAsking) return;
		isAsking = true;
		clearTimeout(timer);
		try {
			const response = await fetch(address, { signal: AbortSignal.timeout(patienceMs) });
			if (!response.ok) throw new Error(String(response.status));
			now = (await response.json()) as Health;
			failures = 0;
		} catch {
			failures++;
		}
		isAsking = false;
		timer = setTimeout(look, everyMs);
	}
	/** A page nobody looks at asks nothing; coming back to it asks at once. */
	const look = () => {
		if (document.visibilityState === 'visible') void ask();
	};

	if (typeof document !== 'undefined') {
		document.addEventListener('visibilitychange', look);
		timer = setTimeout(look, everyMs);
	}
	return {
		get now() {
			return now;
		},
		get isLost() {
			return failures > 1;
		},
		close() {
			clearTimeout(timer);
			if (typeof document !== 'undefined') document.removeEventListener('visibilitychange', look);
			isAsking = true;
		}
	};
}

/** A line this slow is felt: a tap takes a second to be called saved. */
const slowMs = 1_000;

export const isSlow = ({ delayMs }: Line) => delayMs !== null && delayMs >= slowMs;

/** Who may need help: not connected, slow, or with nothing sent while answers are taken. */
export const needsAttention = (line: Line) => !line.isConnected || line.state === 'unsent' || isSlow(line);
