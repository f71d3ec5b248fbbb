// Token buckets in memory: how often a key (an account, an address, a seat) may do a thing; it must not know what.

export interface Bucket {
	/** How many at once. */
	size: number;
	/** One more after this long. */
	refillMs: number;
}

/** What one key may still do. */
export interface OpenBucket {
	/** True when there was a token; takes it. */
	take(): boolean;
	/** Gives back the token just taken: what was done shall not count. */
	giveBack(): void;
}

/** `now` is monotonic milliseconds. */
export function openBucket({ size, refillMs }: Bucket, now: () => number = () => performance.now()): OpenBucket {
	let tokens = size;
	let at = now();
	return {
		take() {
			const next = now();
			tokens = Math.min(size, tokens + (next - at) / refillMs);
			at = next;
			if (tokens < 1) return false;
			tokens--;
			return true;
		},
		giveBack() {
			tokens = Math.min(size, tokens + 1);
		}
	};
}

export interface Limiter {
	/** True when the key may go on; takes one token. */
	take(key: string): boolean;
	/** Gives back the token just taken: what was done shall not count. */
	giveBack(key: string): void;
	/** Gives the key its full bucket back. */
	forget(key: string): void;
}

const mostKeys = 50_000;

/** `now` is monotonic milliseconds. */
export function makeLimiter(bucket: Bucket, now?: () => number): Limiter {
	const open = new Map<string, OpenBucket>();
	return {
		take(key) {
			let own = open.get(key);
			if (!own) {
				if (open.size >= mostKeys) open.delete(open.keys().next().value ?? key);
				open.set(key, (own = openBucket(bucket, now)));
			}
			return own.take();
		},
		giveBack: (key) => open.get(key)?.giveBack(),
		forget: (key) => void open.delete(key)
	};
}
