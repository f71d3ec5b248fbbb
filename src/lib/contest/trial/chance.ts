// Numbers that look thrown by dice and depend on nothing but what they are asked for; it must not know what they stand for.

type Key = (string | number)[];

export interface Chance {
	/** Whole, from 0, below the limit; the same for the same key. */
	below(limit: number, ...key: Key): number;
	/** Whole, from −reach to reach, near 0 more often than far from it. */
	around(reach: number, ...key: Key): number;
}

export function chanceOf(seed: string): Chance {
	const begun = mixed(2_166_136_261, seed);
	const bitsOf = (key: Key) => spread(key.reduce<number>((hash, step) => mixed(hash, String(step)), begun));
	return {
		below: (limit, ...key) => bitsOf(key) % limit,
		around(reach, ...key) {
			const bits = bitsOf(key);
			// Three throws of 0 … 1023 from one number: their sum is mostly near its middle, 1534,5.
			const sum = (bits & 1023) + ((bits >>> 10) & 1023) + ((bits >>> 20) & 1023);
			return Math.round(((2 * sum - 3069) * reach) / 3069);
		}
	};
}

/** FNV-1a of the text and a sign that ends it, on 32 bits. */
function mixed(hash: number, text: string): number {
	let mix = hash;
	for (let at = 0; at < text.length; at++) mix = Math.imul(mix ^ text.charCodeAt(at), 16_777_619);
	return Math.imul(mix ^ 31, 16_777_619);
}

/** The last step of MurmurHash3, after which neighbouring keys have nothing in common. */
function spread(hash: number): number {
	let bits = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
	bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2_ae35);
	return (bits ^ (bits >>> 16)) >>> 0;
}
