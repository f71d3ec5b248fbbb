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

/**
 * Checks numbers, hashes and links from the first line on. The lines must come in order. A link that does not hold between two lines
 * which each hold in themselves is the earlier one's fault when all after it builds on the later one: the earlier was written anew.
 * `end` is the hash of the last line, where that is known.
 */
export function verifyChain(lines: ChainedLine[], end?: string): ChainVerdict {
	let lastHash = firstHash;
	for (const [at, line] of lines.entries()) {
		const sequence = at + 1;
		if (line.sequence !== sequence || line.hash !== hashIfAny(line.previousHash, line)) return { ok: false, sequence };
		if (line.previousHash !== lastHash) {
			const next = lines[sequence]?.previousHash ?? end ?? line.hash;
			return { ok: false, sequence: next === line.hash ? Math.max(at, 1) : sequence };
		}
		lastHash = line.hash;
	}
	return { ok: true, count: lines.length, lastHash };
}

/** Null for what no log of ours can hold: somebody has written it past the program. */
function hashIfAny(previousHash: string, line: LogLine): string | null {
	try {
		return chainHash(previousHash, line);
	} catch {
		return null;
	}
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
