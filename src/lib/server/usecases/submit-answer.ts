// An answer from tap to row: checks the choice, stores it with its neighbours in one commit, and only then gives the receipt.
import { z } from 'zod';
import type { Question } from '../../contest/question.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { Receipt } from '../../contest/stage.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import type { StoredAnswer } from '../stores/answers.ts';
import { DeadlineError } from '../with-deadline.ts';
import { answerInput, questionFor } from './answering/answer-input.ts';
import { AnswerQueue } from './answering/answer-queue.ts';

/** What the database's integers hold. */
const mostOfDevice = 2_147_483_647;

const queues = new WeakMap<App, AnswerQueue>();

function queueOf(app: App): AnswerQueue {
	let queue = queues.get(app);
	if (!queue) queues.set(app, (queue = new AnswerQueue(app.database.answers, () => app.clock.now(), app.meters)));
	return queue;
}

export function asReceipt(row: StoredAnswer): Receipt {
	return { savedAt: row.receivedAt, ordinal: row.ordinal, sequence: row.sequence, counter: row.counter };
}

const phoneInput = answerInput.extend({
	device: z.strictObject({ epoch: z.int().min(0).max(mostOfDevice), counter: z.int().min(0).max(mostOfDevice) })
});

/**
 * Stores a contestant's answer. `receivedAt` is the house's time of arrival, taken before any waiting.
 * The same operation with the same choice gives the same receipt, however often it comes. Whoever waits is answered within
 * the deadline; `answer/not-known-yet` means that the answer may be stored, and the same operation has to come again.
 */
export async function submitAnswer(
	app: App,
	seat: Seat,
	input: unknown,
	receivedAt: number
): Promise<Receipt | Refusal> {
	if (seat.kind !== 'contestant')
		return refuse(seat.kind === 'anonymous' ? 'access/sign-in-needed' : 'access/not-allowed');
	const read = phoneInput.safeParse(input);
	if (!read.success) return refuse('input/not-valid', {}, String(read.error.issues[0]?.path[0] ?? ''));
	const { contestId, contestantId } = seat;
	const found = questionFor(app, read.data);
	const question = found instanceof Promise ? await inTime(found) : found;
	if (isRefusal(question)) return question;
	const answer = { ...read.data, contestId, contestantId, receivedAt, enteredBy: null, reason: null };
	const stored = await queueOf(app).store(answer);
	return isRefusal(stored) ? stored : asReceipt(stored);
}

async function inTime(question: Promise<Question | Refusal>): Promise<Question | Refusal> {
	try {
		return await question;
	} catch (error) {
		if (error instanceof DeadlineError) return refuse('answer/not-known-yet');
		throw error;
	}
}
