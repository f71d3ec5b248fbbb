// Token buckets in memory: how often a key (an account, an address, a seat) may do a thing; it must not know what.

export interface Bucket {
	/** How many at once. */
	size: number;
	/** One more after this long. */
	refillMs: number;
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
export function makeLimiter(bucket: Bucket, now: () => number = () => performance.now()): Limiter {
	const levels = new Map<string, { tokens: number; at: number }>();
	return {
		take(key) {
			const at = now();
			const level = levels.get(key) ?? { tokens: bucket.size, at };
			const tokens = Math.min(bucket.size, level.tokens + (at - level.at) / bucket.refillMs);
			if (levels.size >= mostKeys && !levels.has(key)) levels.delete(levels.keys().next().value ?? key);
			levels.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
			return tokens >= 1;
		},
		giveBack(key) {
			const level = levels.get(key);
			if (level) levels.set(key, { ...level, tokens: Math.min(bucket.size, level.tokens + 1) });
		},
		forget: (key) => void levels.delete(key)
	};
}
