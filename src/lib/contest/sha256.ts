// SHA-256 of a text, synchronous and the same in browser, server and tests (FIPS 180-4); it must not know what is hashed.

/** Lower-case hexadecimal of the SHA-256 of the text's UTF-8 bytes: `printf '%s' "$text" | sha256sum`. */
export function sha256(text: string): string {
	const blocks = padded(new TextEncoder().encode(text));
	const state = Uint32Array.from(firstState);
	const schedule = new Uint32Array(64);
	for (let start = 0; start < blocks.byteLength; start += 64) compress(state, schedule, blocks, start);
	return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

const firstState = fractions(8, 2);
const constants = fractions(64, 3);

/** The message, a 1 bit, zeros, and the length in bits as 64 bits: whole blocks of 64 bytes. */
function padded(message: Uint8Array): DataView {
	const size = Math.ceil((message.length + 9) / 64) * 64;
	const bytes = new Uint8Array(size);
	bytes.set(message);
	bytes[message.length] = 0x80;
	const view = new DataView(bytes.buffer);
	view.setUint32(size - 8, Math.floor((message.length * 8) / 2 ** 32));
	view.setUint32(size - 4, (message.length * 8) >>> 0);
	return view;
}

/** One round of FIPS 180-4, section 6.2.2, on the block of 64 bytes that begins at `start`. */
function compress(state: Uint32Array, w: Uint32Array, blocks: DataView, start: number): void {
	for (let t = 0; t < 16; t++) w[t] = blocks.getUint32(start + 4 * t);
	for (let t = 16; t < 64; t++) {
		const x = w[t - 15]!;
		const y = w[t - 2]!;
		const low = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
		const high = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
		w[t] = w[t - 16]! + low + w[t - 7]! + high;
	}
	let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
	for (let t = 0; t < 64; t++) {
		const first = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + constants[t]! + w[t]!;
		const second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
		h = g;
		g = f;
		f = e;
		e = (d + first) | 0;
		d = c;
		c = b;
		b = a;
		a = (first + second) | 0;
	}
	[a, b, c, d, e, f, g, h].forEach((word, index) => (state[index]! += word));
}

function rotate(word: number, by: number): number {
	return (word >>> by) | (word << (32 - by));
}

/** The first 32 bits of the fractional parts of the square or cube roots of the first primes; exact, by integer roots. */
function fractions(count: number, degree: 2 | 3): Uint32Array {
	const words = new Uint32Array(count);
	for (let candidate = 2, found = 0; found < count; candidate++) {
		if (!isPrime(candidate)) continue;
		const scaled = BigInt(candidate) << BigInt(32 * degree);
		words[found++] = Number(integerRoot(scaled, BigInt(degree)) & 0xffffffffn);
	}
	return words;
}

function isPrime(candidate: number): boolean {
	for (let divisor = 2; divisor * divisor <= candidate; divisor++) if (candidate % divisor === 0) return false;
	return true;
}

function integerRoot(value: bigint, degree: bigint): bigint {
	let low = 0n;
	let high = 1n << 40n;
	while (high - low > 1n) {
		const middle = (low + high) >> 1n;
		if (middle ** degree <= value) low = middle;
		else high = middle;
	}
	return low;
}
