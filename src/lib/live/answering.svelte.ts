// A contestant's answering: tap → outbox → server → receipt; "saved" is said only on the receipt.
import type { Choice } from '../contest/question.ts';
import type { Receipt } from '../contest/stage.ts';
import { openCourier } from './courier.ts';
import { openOutbox } from './outbox.ts';
import type { Answered, AnswerToSubmit } from './protocol.ts';
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

/** "Not connected" is said within three seconds of a tap. */
const ackMs = 2_700;
/** Phones that were cut together do not come back in the same moment. */
const againMs = () => 700 + Math.random() * 600;

/** `epoch` is this device's own, from the snapshot of the page. */
export function answering(live: LiveStage, contestantId: string, epoch: number): Answering {
	const outbox = openOutbox(contestantId, localStorage);
	let waiting = $state.raw(outbox.waiting);
	let taps = Math.max(0, ...waiting.map((answer) => answer.device.counter));
	let isSilent = $state(false);
	let refused = $state.raw<{ questionId: string; message: string } | null>(null);
	let newest = $state.raw<{ questionId: string; choice: Choice; receipt: Receipt } | null>(null);

	const questionNow = () => (live.stage?.scene.kind === 'question' ? live.stage.scene : null);
	/** The answer of this phone or another, whichever the server knows as newer. */
	const known = () => {
		const questionId = questionNow()?.question.id;
		const mine = live.mine?.answer?.questionId === questionId ? live.mine?.answer : null;
		const own = newest?.questionId === questionId ? newest : null;
		if (!mine || !own) return mine ?? own;
		return own.receipt.ordinal >= mine.receipt.ordinal ? own : mine;
	};
	const unsent = () => waiting.find((answer) => answer.questionId === questionNow()?.question.id);

	const courier = openCourier({
		outbox,
		line: {
			isConnected: () => live.socket.connected,
			overSocket: (answer) => live.socket.timeout(ackMs).emitWithAck('answer:submit', answer),
			async overHttp(answer) {
				const response = await fetch('/play/answer', {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify(answer),
					signal: AbortSignal.timeout?.(ackMs) ?? null
				});
				const result = (await response.json()) as Answered<Receipt>;
				if ('done' in result || 'refused' in result) return result;
				throw new Error('no decision');
			},
			pause: () => new Promise((resolve) => setTimeout(resolve, againMs()))
		},
		/** A question that is paused may open again; one that is locked will not. */
		isStillOpen(answer: AnswerToSubmit) {
			const scene = questionNow();
			return scene?.question.id === answer.questionId && ['running', 'paused', 'shown'].includes(scene.phase);
		},
		onDecided(answer, result) {
			waiting = outbox.waiting;
			const { questionId, choice } = answer;
			if ('done' in result) newest = { questionId, choice, receipt: result.done };
			else refused = { questionId, message: result.refused.message };
		},
		onLine: (silent) => (isSilent = silent)
	});

	live.onReady(courier.lineIsBack);
	courier.send();

	return {
		get choice() {
			return unsent()?.choice ?? known()?.choice ?? null;
		},
		get saving(): Saving {
			if (unsent()) return { kind: isSilent ? 'kept' : 'sending' };
			if (refused && refused.questionId === questionNow()?.question.id)
				return { kind: 'refused', message: refused.message };
			const answer = known();
			return answer ? { kind: 'saved', receipt: answer.receipt } : { kind: 'nothing' };
		},
		choose(choice) {
			const scene = questionNow();
			if (!scene) return;
			refused = null;
			taps = Math.max(taps, known()?.receipt.counter ?? 0) + 1;
			const device = { epoch, counter: taps };
			outbox.put({ roundId: scene.roundId, questionId: scene.question.id, choice, device });
			waiting = outbox.waiting;
			isSilent = live.connection !== 'connected';
			courier.send();
		}
	};
}
