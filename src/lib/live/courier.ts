// Carries what is in the outbox to the server until each answer is decided: socket first, plain HTTP after two silences; it must not know screens.
import type { Receipt } from '../contest/stage.ts';
import type { Outbox } from './outbox.ts';
import type { Answered, AnswerToSubmit, RefusedAnswer } from './protocol.ts';

/** The two ways to the server; both reject when nothing comes back in time. */
export interface Line {
	isConnected(): boolean;
	overSocket(answer: AnswerToSubmit): Promise<Answered<Receipt>>;
	overHttp(answer: AnswerToSubmit): Promise<Answered<Receipt>>;
	/** A moment before the same operation goes again. */
	pause(): Promise<void>;
}

export interface Courier {
	/** Sends whatever waits and is not on its way yet. */
	send(): void;
	/** The socket is good again: it is tried first. */
	lineIsBack(): void;
}

/** Refusals after which the same operation may still become a row: nobody knows yet, a pause, a busy moment. */
const mayPass = new Set(['answer/not-known-yet', 'answer/not-open', 'server/busy', 'server/fault']);

export function openCourier(given: {
	outbox: Outbox;
	line: Line;
	/** False for a question that is locked for good, so that a closed door is not knocked at for ever. */
	isStillOpen(answer: AnswerToSubmit): boolean;
	/** The answer is a row, or never will be. An answer that a newer one has replaced is not told. */
	onDecided(answer: AnswerToSubmit, result: { done: Receipt } | { refused: RefusedAnswer }): void;
	/** Whether the server answers at all. */
	onLine(isSilent: boolean): void;
}): Courier {
	const { outbox, line } = given;
	const onTheWay = new Set<string>();
	let silences = 0;

	const send = () => {
		for (const answer of outbox.waiting) if (!onTheWay.has(answer.operation)) void carry(answer);
	};

	async function carry(answer: AnswerToSubmit): Promise<void> {
		onTheWay.add(answer.operation);
		while (outbox.holds(answer.operation)) {
			const result = await attempt(answer);
			if (result && !isToRepeat(result, answer)) {
				if (!outbox.holds(answer.operation)) break;
				outbox.settle(answer.operation);
				given.onDecided(answer, result);
			} else if (outbox.holds(answer.operation)) {
				await line.pause();
			}
		}
		onTheWay.delete(answer.operation);
	}

	/** Null when nothing came back: the answer may be a row or not. */
	async function attempt(answer: AnswerToSubmit): Promise<Answered<Receipt> | null> {
		const isOverSocket = line.isConnected() && silences < 2;
		try {
			const result = await (isOverSocket ? line.overSocket(answer) : line.overHttp(answer));
			// A socket that was silent twice stays behind HTTP until it has connected anew.
			if (isOverSocket) silences = 0;
			given.onLine(false);
			return result;
		} catch {
			silences++;
			given.onLine(true);
			return null;
		}
	}

	function isToRepeat(result: Answered<Receipt>, answer: AnswerToSubmit): boolean {
		if (!('refused' in result) || !mayPass.has(result.refused.code)) return false;
		return result.refused.code === 'answer/not-known-yet' || given.isStillOpen(answer);
	}

	return {
		send,
		lineIsBack() {
			silences = 0;
			send();
		}
	};
}
