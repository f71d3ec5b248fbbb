// Why the guard left an answer out: the row it already is, a refusal in the order a person would ask, or "again".
import { refuse, type Refusal } from '../../../contest/refusal.ts';
import { whyNotStored, type AnswerToStore, type NotStored, type StoredAnswer } from '../../stores/answers.ts';
import type { Queryable } from '../../stores/queryable.ts';

/** 'again' when another node took the same ordinal at this moment. */
export type Reason = StoredAnswer | Refusal | 'again';

/** By operation. */
export async function explainNotStored(db: Queryable, answers: AnswerToStore[]): Promise<Map<string, Reason>> {
	const found = await whyNotStored(db, answers);
	return new Map([...found].map(([operation, why]) => [operation, reasonOf(why)]));
}

function reasonOf(why: NotStored): Reason {
	if (why.earlier) return why.earlier.isSame ? why.earlier : refuse('answer/operation-reused');
	if (!why.isKnownQuestion) return refuse('answer/not-open');
	if (!why.isCompeting) return refuse('answer/not-competing');
	if (!why.isInTime) return refuse('answer/too-late');
	if (!why.isAccepting) return refuse('answer/not-open');
	if (why.hasAnswered && !why.mayChange) return refuse('answer/already-given');
	return 'again';
}
