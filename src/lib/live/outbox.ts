// The phone's outbox: an answer is kept before it is sent, sent until it is decided, and forgotten only then.
import type { AnswerToSubmit } from './protocol.ts';

/** Where the outbox keeps what has not been decided; localStorage on a phone. */
export interface Keep {
	getItem(key: string): string | null;
	setItem(key: string, value: string): void;
	removeItem(key: string): void;
}

const keyOf = (contestantId: string) => `hoithi.outbox.${contestantId}`;

export interface Outbox {
	/** Answers the server has not decided about, oldest first: at most one to each question. */
	readonly waiting: readonly AnswerToSubmit[];
	/** Keeps a new answer; it takes the place of an undecided one to the same question and of no other. */
	put(answer: Omit<AnswerToSubmit, 'operation'>): AnswerToSubmit;
	holds(operation: string): boolean;
	/** Forgets the answer once the server has decided about it. */
	settle(operation: string): void;
}

/** Storage may be full or forbidden: then the outbox lives as long as the page. */
export function openOutbox(contestantId: string, keep: Keep): Outbox {
	const key = keyOf(contestantId);
	let waiting = read(keep, key);
	const hold = (next: AnswerToSubmit[]) => {
		waiting = next;
		try {
			if (next.length > 0) keep.setItem(key, JSON.stringify(next));
			else keep.removeItem(key);
		} catch {
			// What waits is still in memory and being sent; a stale copy does no harm: the server knows its operation.
		}
	};
	return {
		get waiting() {
			return waiting;
		},
		put(given) {
			const answer = { operation: makeOperation(), ...given };
			hold([...waiting.filter((each) => each.questionId !== given.questionId), answer]);
			return answer;
		},
		holds: (operation) => waiting.some((each) => each.operation === operation),
		settle(operation) {
			if (waiting.some((each) => each.operation === operation))
				hold(waiting.filter((each) => each.operation !== operation));
		}
	};
}

function read(keep: Keep, key: string): AnswerToSubmit[] {
	try {
		const found: unknown = JSON.parse(keep.getItem(key) ?? '[]');
		return Array.isArray(found) ? (found as AnswerToSubmit[]) : [];
	} catch {
		return [];
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
