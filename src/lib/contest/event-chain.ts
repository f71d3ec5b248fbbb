// The hash chain of the contest's log (R70): canonical text, hash of a line, check of a whole log; it must not know any store.
import { sha256 } from './sha256.ts';

/** What stands before the first line. */
export const firstHash = '0'.repeat(64);

/** One line of the log without its hashes. */
export interface LogLine {
	/** From 1, without gaps. */
	sequence: number;
	/** Instant in ISO 8601, UTC. */
	at: string;
	actor: unknown;
	kind: string;
	payload: unknown;
}

export interface ChainedLine extends LogLine {
	previousHash: string;
	hash: string;
}

/** R70: SHA-256 of the previous hash, a line feed, and the canonical text of the line. Other fields of the object are not hashed. */
export function chainHash(previousHash: string, { sequence, at, actor, kind, payload }: LogLine): string {
	return sha256(`${previousHash}\n${canonical({ sequence, at, actor, kind, payload })}`);
}

export type ChainVerdict =
	| {
			ok: true;
			count: number;
			/** To compare with the printed one: a cut-off end is seen only there. */ lastHash: string;
	  }
	| { ok: false; /** The first line that does not fit; the number it should carry. */ sequence: number };

/** Checks numbers, links and hashes from the first line on. The lines must come in order. */
export function verifyChain(lines: Iterable<ChainedLine>): ChainVerdict {
	let count = 0;
	let lastHash = firstHash;
	for (const line of lines) {
		const sequence = count + 1;
		if (line.sequence !== sequence || line.previousHash !== lastHash || line.hash !== chainHash(lastHash, line))
			return { ok: false, sequence };
		count = sequence;
		lastHash = line.hash;
	}
	return { ok: true, count, lastHash };
}

/**
 * One text for one value: keys sorted by UTF-16 code units, no spaces, NFC, only safe integers (a fraction would be
 * written differently by different languages), `undefined` fields left out and dates as ISO text, as JSON does.
 * A value stored as jsonb and read again has the same text. Anything else throws: it must not reach the log.
 */
export function canonical(value: unknown): string {
	if (value === null || typeof value === 'boolean') return String(value);
	if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
	if (typeof value === 'number') {
		if (!Number.isSafeInteger(value)) throw new TypeError(`the log takes safe integers only, not ${value}`);
		return String(value === 0 ? 0 : value);
	}
	if (value instanceof Date) return JSON.stringify(value.toISOString());
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (typeof value !== 'object') throw new TypeError(`the log takes plain values only, not ${typeof value}`);
	const prototype: unknown = Object.getPrototypeOf(value);
	if (prototype !== Object.prototype && prototype !== null) throw new TypeError('the log takes plain objects only');
	const fields = Object.entries(value)
		.filter(([, field]) => field !== undefined)
		.map(([key, field]) => ({ key: key.normalize('NFC'), field: field as unknown }))
		.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
	if (fields.some(({ key }, position) => position > 0 && fields[position - 1]?.key === key))
		throw new TypeError('two keys of one object are the same in NFC');
	return `{${fields.map(({ key, field }) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
}
