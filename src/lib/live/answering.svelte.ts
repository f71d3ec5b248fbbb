// A contestant's answering: tap → outbox → server → receipt; "saved" is said only on the receipt.
import type { Choice } from '../contest/question.ts';
import type { Receipt } from '../contest/stage.ts';
import { openOutbox } from './outbox.ts';
import type { AnswerToSubmit, Answered } from './protocol.ts';
import type { LiveStage } from './stage.svelte.ts';

export type Saving =
	| { kind: 'nothing' }
	| { kind: 'sending' }
	/** No answer from the server for a while; it is kept here and sent again. */
	| { kind: 'kept' }
	| { kind: 'saved'; receipt: Receipt }
	| { kind: 'refused'; message: string };

export interface Answering {
	/** What is chosen for this question: being sent, or as the server has it. */
	readonly choice: Choice | null;
	readonly saving: Saving;
	choose(choice: Choice): void;
}

const ackMs = 3_000;
const againMs = 1_000;
/** Refusals after which the same answer may still be stored later: a pause, a busy moment. */
const mayPass = new Set(['answer/not-open', 'server/busy', 'server/fault']);

export function answering(live: LiveStage, contestantId: string): Answering {
	const outbox = openOutbox(contestantId, localStorage);
	let pending = $state.raw<AnswerToSubmit | null>(outbox.pending);
	let isKept = $state(outbox.pending !== null);
	let refused = $state.raw<{ questionId: string; message: string } | null>(null);
	let newest = $state.raw<{ questionId: string; choice: Choice; receipt: Receipt } | null>(null);
	let isSending = false;
	let silences = 0;

	const questionNow = () => (live.stage?.scene.kind === 'question' ? live.stage.scene : null);
	/** The answer of this phone or another, whichever the server knows as newer. */
	const known = () => {
		const questionId = questionNow()?.question.id;
		const mine = live.mine?.answer?.questionId === questionId ? live.mine?.answer : null;
		const own = newest?.questionId === questionId ? newest : null;
		if (!mine || !own) return mine ?? own;
		return own.receipt.ordinal >= mine.receipt.ordinal ? own : mine;
	};

	async function send(): Promise<void> {
		if (isSending) return;
		isSending = true;
		while (outbox.pending) {
			const answer = outbox.pending;
			const result = await deliver(answer);
			if (result === 'silence') {
				isKept = true;
				await new Promise((resolve) => setTimeout(resolve, againMs));
				if (!live.socket.connected && silences < 2) break;
				continue;
			}
			silences = 0;
			if ('done' in result) {
				newest = { questionId: answer.questionId, choice: answer.choice, receipt: result.done };
				outbox.settle(answer.operation);
			} else if (mayPass.has(result.refused.code) && isStillOpen(answer)) {
				isKept = true;
				await new Promise((resolve) => setTimeout(resolve, againMs));
				continue;
			} else {
				refused = { questionId: answer.questionId, message: result.refused.message };
				outbox.settle(answer.operation);
			}
			pending = outbox.pending;
			isKept = false;
		}
		isSending = false;
		if (!outbox.pending) pending = null;
	}

	/** A question that is paused may open again; one that is locked will not. */
	const isStillOpen = (answer: AnswerToSubmit) => {
		const scene = questionNow();
		return scene?.question.id === answer.questionId && ['running', 'paused', 'shown'].includes(scene.phase);
	};

	/** Over the socket; after two silences over plain HTTP. The operation makes repeating harmless. */
	async function deliver(answer: AnswerToSubmit): Promise<Answered<Receipt> | 'silence'> {
		try {
			if (live.socket.connected && silences < 2)
				return await live.socket.timeout(ackMs).emitWithAck('answer:submit', answer);
			const response = await fetch('/play/answer', {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(answer),
				signal: AbortSignal.timeout?.(ackMs) ?? null
			});
			return (await response.json()) as Answered<Receipt>;
		} catch {
			silences++;
			return 'silence';
		}
	}

	live.onReady(() => void send());
	if (outbox.pending) void send();

	return {
		get choice() {
			const questionId = questionNow()?.question.id;
			if (pending && pending.questionId === questionId) return pending.choice;
			return known()?.choice ?? null;
		},
		get saving(): Saving {
			const questionId = questionNow()?.question.id;
			if (pending && pending.questionId === questionId) return { kind: isKept ? 'kept' : 'sending' };
			if (refused && refused.questionId === questionId) return { kind: 'refused', message: refused.message };
			const answer = known();
			return answer ? { kind: 'saved', receipt: answer.receipt } : { kind: 'nothing' };
		},
		choose(choice) {
			const scene = questionNow();
			if (!scene) return;
			refused = null;
			pending = outbox.put({ roundId: scene.roundId, questionId: scene.question.id, choice });
			isKept = live.connection !== 'connected';
			void send();
		}
	};
}
