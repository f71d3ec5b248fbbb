// A secretary enters an answer for a contestant before the close, with a reason in the log.
import { z } from 'zod';
import type { ContestId } from '../../contest/ids.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { Receipt } from '../../contest/stage.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { insertAnswers, type AnswerToStore, type StoredAnswer } from '../stores/answers.ts';
import { readContestants } from '../stores/people.ts';
import { answerInput, questionFor } from './answering/answer-input.ts';
import { explainNotStored } from './answering/not-stored.ts';
import { changeContest } from './change-contest.ts';
import { readInput } from './read-input.ts';
import { asReceipt } from './submit-answer.ts';

const enterInput = answerInput.extend({
	contestantId: z.uuid(),
	reason: z
		.string()
		.transform((text) => text.normalize('NFC').trim())
		.pipe(z.string().min(5).max(500))
});

export interface EnteredAnswer extends Receipt {
	/** Whose answer it is now. */
	number: string;
	name: string;
}

export async function enterAnswer(
	app: App,
	seat: Seat,
	contestId: ContestId,
	input: unknown
): Promise<EnteredAnswer | Refusal> {
	const refusal = refuseUnless(seat, 'answers:enter', contestId);
	if (refusal) return refusal;
	const read = readInput(enterInput, input);
	if (isRefusal(read)) return read;
	const { roundId, questionId, contestantId, reason } = read;
	const question = await questionFor(app, read);
	if (isRefusal(question)) return question;
	const changed = await changeContest(app, seat, { contestId, permission: 'answers:enter' }, async (change) => {
		const person = (await readContestants(change.db, contestId)).find(({ id }) => id === contestantId);
		if (!person) return refuse('input/not-found', {}, 'contestantId');
		const entered = (row: StoredAnswer) => ({ ...asReceipt(row), number: person.number, name: person.fullName });
		const answer: AnswerToStore = {
			...read,
			contestId,
			receivedAt: change.now,
			device: null,
			enteredBy: seat.kind === 'staff' ? seat.accountId : null
		};
		const [stored] = await insertAnswers(change.db, [answer]);
		if (!stored) {
			const why = (await explainNotStored(change.db, [answer])).get(answer.operation) ?? 'again';
			if (why === 'again') return refuse('server/busy');
			return isRefusal(why) ? why : entered(why);
		}
		change.record('answer-entered', {
			roundId,
			questionId,
			code: question.code,
			contestantId,
			number: person.number,
			sequence: stored.sequence,
			reason
		});
		return entered(stored);
	});
	return isRefusal(changed) ? changed : changed.result;
}
