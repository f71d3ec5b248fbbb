// The phone's outbox: an answer is kept before it is sent, sent until it is answered, and forgotten only then.
import type { Choice } from '../contest/question.ts';
import type { AnswerToSubmit } from './protocol.ts';

/** Where the outbox keeps what has not been acknowledged; localStorage on a phone. */
export interface Keep {
	getItem(key: string): string | null;
	setItem(key: string, value: string): void;
	removeItem(key: string): void;
}

const keyOf = (contestantId: string) => `hoithi.outbox.${contestantId}`;

export interface Outbox {
	/** The newest answer that has not been acknowledged, or null. */
	readonly pending: AnswerToSubmit | null;
	/** Keeps a new answer; it takes the place of an older one to the same question that was not acknowledged. */
	put(answer: { roundId: string; questionId: string; choice: Choice }): AnswerToSubmit;
	/** Forgets the answer once the server has decided about it. */
	settle(operation: string): void;
}

/** Storage may be full or forbidden: then the outbox lives as long as the page. */
export function openOutbox(contestantId: string, keep: Keep): Outbox {
	let pending = read(keep, keyOf(contestantId));
	return {
		get pending() {
			return pending;
		},
		put({ roundId, questionId, choice }) {
			pending = { operation: makeOperation(), roundId, questionId, choice };
			try {
				keep.setItem(keyOf(contestantId), JSON.stringify(pending));
			} catch {
				// The answer is still in memory and is being sent.
			}
			return pending;
		},
		settle(operation) {
			if (pending?.operation !== operation) return;
			pending = null;
			try {
				keep.removeItem(keyOf(contestantId));
			} catch {
				// A stale copy does no harm: the server knows its operation.
			}
		}
	};
}

function read(keep: Keep, key: string): AnswerToSubmit | null {
	try {
		const found: unknown = JSON.parse(keep.getItem(key) ?? 'null');
		return typeof found === 'object' && found !== null && 'operation' in found ? (found as AnswerToSubmit) : null;
	} catch {
		return null;
	}
}

/** UUID v4 from random bytes: `randomUUID` needs HTTPS, which a plain LAN address does not have. */
export function makeOperation(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
