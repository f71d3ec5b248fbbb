// An answer from tap to row: checks the choice, stores it with its neighbours in one commit, and only then gives the receipt.
import { z } from 'zod';
import { choiceProblem } from '../../contest/choice-problem.ts';
import type { ContestId } from '../../contest/ids.ts';
import type { Question } from '../../contest/question.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { Receipt } from '../../contest/stage.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { insertAnswers, whyNotStored, type AnswerToStore, type StoredAnswer } from '../stores/answers.ts';
import { readContestants } from '../stores/people.ts';
import type { Queryable } from '../stores/queryable.ts';
import { readRoundQuestions } from '../stores/rounds.ts';
import { changeContest } from './change-contest.ts';

const choice = z.union([
	z.strictObject({ kind: z.literal('options'), options: z.array(z.string().max(1)).max(5) }),
	z.strictObject({ kind: z.literal('number'), value: z.string().max(30) })
]);
const submitInput = z.strictObject({ operation: z.uuid(), roundId: z.uuid(), questionId: z.uuid(), choice });

interface Waiting {
	answer: AnswerToStore;
	settle: (result: StoredAnswer | Refusal) => void;
	fail: (error: unknown) => void;
	triesLeft: number;
}

const mostPerCommit = 500;

/** Group commit: the next batch starts when the last commit has returned; nobody waits for a timer. */
class AnswerQueue {
	private readonly db: Queryable;
	private waiting: Waiting[] = [];
	private isWriting = false;

	constructor(app: App) {
		this.db = app.database.answers;
	}

	store(answer: AnswerToStore): Promise<StoredAnswer | Refusal> {
		return new Promise((settle, fail) => {
			this.waiting.push({ answer, settle, fail, triesLeft: 5 });
			if (!this.isWriting) void this.write();
		});
	}

	private async write(): Promise<void> {
		this.isWriting = true;
		while (this.waiting.length > 0) await this.writeBatch(this.takeBatch());
		this.isWriting = false;
	}

	/** At most one answer of each contestant and of each operation, in order of arrival; the others wait for the next batch. */
	private takeBatch(): Waiting[] {
		const batch: Waiting[] = [];
		const later: Waiting[] = [];
		const taken = new Set<string>();
		for (const item of this.waiting) {
			const { contestantId, operation } = item.answer;
			if (batch.length >= mostPerCommit || taken.has(contestantId) || taken.has(operation)) {
				later.push(item);
			} else {
				taken.add(contestantId).add(operation);
				batch.push(item);
			}
		}
		this.waiting = later;
		return batch;
	}

	private async writeBatch(batch: Waiting[]): Promise<void> {
		try {
			const stored = new Map(
				(
					await insertAnswers(
						this.db,
						batch.map((item) => item.answer)
					)
				).map((row) => [row.operation, row])
			);
			for (const item of batch) {
				const row = stored.get(item.answer.operation);
				if (row) item.settle(row);
				else await this.settleNotStored(item);
			}
		} catch (error) {
			for (const item of batch) item.fail(error);
		}
	}

	private async settleNotStored(item: Waiting): Promise<void> {
		const reason = await explainNotStored(this.db, item.answer);
		if (reason !== 'again') item.settle(reason);
		else if (item.triesLeft-- > 0) this.waiting.push(item);
		else item.settle(refuse('server/busy'));
	}
}

/** The row the operation already is, the refusal, or 'again' when another node took the same ordinal at this moment. */
async function explainNotStored(db: Queryable, answer: AnswerToStore): Promise<StoredAnswer | Refusal | 'again'> {
	const why = await whyNotStored(db, answer);
	if (why.earlier) return why.earlier.isSame ? why.earlier : refuse('answer/operation-reused');
	if (!why.isKnownQuestion) return refuse('answer/not-open');
	if (!why.isCompeting) return refuse('answer/not-competing');
	if (!why.isInTime) return refuse('answer/too-late');
	if (!why.isAccepting) return refuse('answer/not-open');
	if (why.hasAnswered && !why.mayChange) return refuse('answer/already-given');
	return 'again';
}

interface Kept {
	queue: AnswerQueue;
	/** Questions never change while a round is live; read once per round. */
	questions: Map<string, Promise<Map<string, Question>>>;
}
const keptByApp = new WeakMap<App, Kept>();

function keptOf(app: App): Kept {
	let kept = keptByApp.get(app);
	if (!kept) keptByApp.set(app, (kept = { queue: new AnswerQueue(app), questions: new Map() }));
	return kept;
}

async function questionOf(app: App, roundId: string, questionId: string): Promise<Question | undefined> {
	const { questions } = keptOf(app);
	let ofRound = questions.get(roundId);
	if (!ofRound) {
		ofRound = readRoundQuestions(app.database.drizzle, roundId).then(
			(rows) => new Map(rows.map((row) => [row.question.id, row.question]))
		);
		if (questions.size > 50) questions.clear();
		questions.set(roundId, ofRound);
		ofRound.catch(() => questions.delete(roundId));
	}
	return (await ofRound).get(questionId);
}

function asReceipt(row: StoredAnswer): Receipt {
	return { savedAt: row.receivedAt, ordinal: row.ordinal, sequence: row.sequence };
}

/**
 * Stores a contestant's answer. `receivedAt` is the house's time of arrival, taken before any waiting.
 * The same operation with the same choice gives the same receipt, however often it comes.
 */
export async function submitAnswer(
	app: App,
	seat: Seat,
	input: unknown,
	receivedAt: number
): Promise<Receipt | Refusal> {
	if (seat.kind !== 'contestant')
		return refuse(seat.kind === 'anonymous' ? 'access/sign-in-needed' : 'access/not-allowed');
	const read = submitInput.safeParse(input);
	if (!read.success) return refuse('input/not-valid', {}, String(read.error.issues[0]?.path[0] ?? ''));
	const { operation, roundId, questionId } = read.data;
	const question = await questionOf(app, roundId, questionId);
	if (!question) return refuse('answer/not-open');
	const problem = choiceProblem(question, read.data.choice);
	if (problem) return problem;
	const { contestId, contestantId } = seat;
	const stored = await keptOf(app).queue.store({
		contestId,
		roundId,
		questionId,
		contestantId,
		operation: operation.toLowerCase(),
		choice: read.data.choice,
		receivedAt,
		enteredBy: null,
		reason: null
	});
	return isRefusal(stored) ? stored : asReceipt(stored);
}

const enterInput = submitInput.extend({
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

/** A secretary enters an answer for a contestant before the close, with a reason in the log. */
export async function enterAnswer(
	app: App,
	seat: Seat,
	contestId: ContestId,
	input: unknown
): Promise<EnteredAnswer | Refusal> {
	const refusal = refuseUnless(seat, 'answers:enter', contestId);
	if (refusal) return refusal;
	const read = enterInput.safeParse(input);
	if (!read.success) {
		const field = String(read.error.issues[0]?.path[0] ?? '');
		return field === 'reason' ? refuse('input/reason-needed', {}, field) : refuse('input/not-valid', {}, field);
	}
	const { operation, roundId, questionId, contestantId, reason } = read.data;
	const question = await questionOf(app, roundId, questionId);
	if (!question) return refuse('answer/not-open');
	const problem = choiceProblem(question, read.data.choice);
	if (problem) return problem;
	const changed = await changeContest(app, seat, { contestId, permission: 'answers:enter' }, async (change) => {
		const person = (await readContestants(change.db, contestId)).find(({ id }) => id === contestantId);
		if (!person) return refuse('input/not-found', {}, 'contestantId');
		const entered = (row: StoredAnswer) => ({ ...asReceipt(row), number: person.number, name: person.fullName });
		const answer: AnswerToStore = {
			contestId,
			roundId,
			questionId,
			contestantId,
			operation: operation.toLowerCase(),
			choice: read.data.choice,
			receivedAt: change.now,
			enteredBy: seat.kind === 'staff' ? seat.accountId : null,
			reason
		};
		const [stored] = await insertAnswers(change.db, [answer]);
		if (!stored) {
			const why = await explainNotStored(change.db, answer);
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
