// Group commit of answers: those of one round that wait together are written together; it must not know seats, choices or phones.
import { refuse, type Refusal } from '../../../contest/refusal.ts';
import type { Meters } from '../../meters.ts';
import { answerDeadlineMs, outcomeOf } from '../../stores/answer-writes.ts';
import { insertAnswersAtOnce, type AnswerToStore, type StoredAnswer } from '../../stores/answers.ts';
import type { Queryable } from '../../stores/queryable.ts';
import { explainAndPutAside } from './not-stored.ts';

export type Settled = StoredAnswer | Refusal;

interface Caller {
	tell: (result: Settled) => void;
	fail: (error: unknown) => void;
	/** Runs out when the caller has waited long enough. */
	patience: NodeJS.Timeout;
}

interface Waiting {
	answer: AnswerToStore;
	/** Whoever sends the same operation meanwhile is told the same. */
	callers: Caller[];
	triesLeft: number;
}

const mostPerCommit = 500;
/** Answers of one node that may wait at once, with and without a caller. */
const mostWaiting = 20_000;
/** After a write without a reply; a lost connection is often back sooner. */
const againMs = 200;

/**
 * The next batch starts when the last commit has returned; nobody waits for a timer, and a write without a reply holds up
 * its own round for the deadline and no other. An answer whose write is unknown stays here with its first time of arrival and
 * is written again until it is known, whether its phone comes back or not: a database that hangs costs nobody their answer.
 */
export class AnswerQueue {
	private readonly db: Queryable;
	private readonly now: () => number;
	private readonly meters: Pick<Meters, 'committed'>;
	/** By round. */
	private readonly lanes = new Map<string, Waiting[]>();
	/** By operation. */
	private readonly open = new Map<string, Waiting>();

	constructor(db: Queryable, now: () => number, meters: Pick<Meters, 'committed'>) {
		this.db = db;
		this.now = now;
		this.meters = meters;
	}

	/** What became of it, or after the deadline `answer/not-known-yet`: then it may be stored, and the same operation has to come again. */
	store(answer: AnswerToStore): Promise<Settled> {
		const open = this.open.get(answer.operation);
		const isSame = open !== undefined && saysTheSame(open.answer, answer);
		if (!isSame && this.open.size >= mostWaiting) return Promise.resolve(refuse('server/busy'));
		return new Promise((tell, fail) => {
			const patience = setTimeout(() => tell(refuse('answer/not-known-yet')), answerDeadlineMs);
			const caller = { tell, fail, patience };
			if (isSame) return void open.callers.push(caller);
			const item = { answer, callers: [caller], triesLeft: 5 };
			if (!open) this.open.set(answer.operation, item);
			const lane = this.lanes.get(answer.roundId);
			if (lane) lane.push(item);
			else void this.write(answer.roundId, [item]);
		});
	}

	private settle(item: Waiting, inform: (caller: Caller) => void): void {
		if (this.open.get(item.answer.operation) === item) this.open.delete(item.answer.operation);
		for (const caller of item.callers) {
			clearTimeout(caller.patience);
			inform(caller);
		}
	}

	private tell(item: Waiting, result: Settled): void {
		this.settle(item, (caller) => caller.tell(result));
	}

	private fail(item: Waiting, error: unknown): void {
		this.settle(item, (caller) => caller.fail(error));
	}

	private async write(roundId: string, lane: Waiting[]): Promise<void> {
		this.lanes.set(roundId, lane);
		while (lane.length > 0) lane.push(...(await this.writeBatch(takeBatch(lane))));
		this.lanes.delete(roundId);
	}

	/** Settles the answers of the batch and returns those that have to go again. */
	private async writeBatch(batch: Waiting[]): Promise<Waiting[]> {
		const written = await outcomeOf(insertAnswersAtOnce(this.db, answersOf(batch)));
		if (written.is === 'unknown') return again(batch);
		if (written.is === 'faulty') return this.writeApart(batch, written.error);
		this.meters.committed(written.value.length);
		const stored = new Map(written.value.map((row) => [row.operation, row]));
		const notStored: Waiting[] = [];
		for (const item of batch) {
			const row = stored.get(item.answer.operation);
			if (row) this.tell(item, row);
			else notStored.push(item);
		}
		return notStored.length === 0 ? [] : this.explain(notStored);
	}

	/** A value the database does not take fails its own answer and no neighbour's. */
	private async writeApart(batch: Waiting[], error: unknown): Promise<Waiting[]> {
		const [only, ...others] = batch;
		if (only && others.length === 0) {
			this.fail(only, error);
			return [];
		}
		const left: Waiting[] = [];
		for (const item of batch) left.push(...(await this.writeBatch([item])));
		return left;
	}

	private async explain(items: Waiting[]): Promise<Waiting[]> {
		const explained = await outcomeOf(explainAndPutAside(this.db, answersOf(items), this.now()));
		if (explained.is === 'unknown') return again(items);
		if (explained.is === 'faulty') {
			for (const item of items) this.fail(item, explained.error);
			return [];
		}
		return items.filter((item) => {
			const reason = explained.value.get(item.answer.operation) ?? 'again';
			if (reason === 'again' && item.triesLeft-- > 0) return true;
			this.tell(item, reason === 'again' ? refuse('server/busy') : reason);
			return false;
		});
	}
}

const answersOf = (items: Waiting[]) => items.map(({ answer }) => answer);

function again(items: Waiting[]): Promise<Waiting[]> {
	return new Promise((resolve) => setTimeout(() => resolve(items), againMs).unref());
}

/** At most one answer of each contestant and of each operation, in order of arrival; the others stay for the next batch. */
function takeBatch(lane: Waiting[]): Waiting[] {
	const batch: Waiting[] = [];
	const later: Waiting[] = [];
	const taken = new Set<string>();
	for (const item of lane) {
		const { contestantId, operation } = item.answer;
		if (batch.length >= mostPerCommit || taken.has(contestantId) || taken.has(operation)) {
			later.push(item);
		} else {
			taken.add(contestantId).add(operation);
			batch.push(item);
		}
	}
	lane.splice(0, lane.length, ...later);
	return batch;
}

function saysTheSame(one: AnswerToStore, other: AnswerToStore): boolean {
	return (
		one.contestantId === other.contestantId &&
		one.roundId === other.roundId &&
		one.questionId === other.questionId &&
		JSON.stringify(one.choice) === JSON.stringify(other.choice)
	);
}
