// Why the guard left an answer out: the row it already is, a refusal in the order a person would ask, or "again"; what came too late is put aside.
import { refuse, type Refusal } from '../../../contest/refusal.ts';
import type { AnswerToStore, StoredAnswer } from '../../stores/answers.ts';
import { whyNotStored, type NotStored } from '../../stores/answers-not-stored.ts';
import { putAside, type PutAside } from '../../stores/quarantine.ts';
import type { Queryable } from '../../stores/queryable.ts';

/** 'again' when another node took the same ordinal at this moment. */
export type Reason = StoredAnswer | Refusal | 'again';

/** By operation. */
export async function explainNotStored(db: Queryable, answers: AnswerToStore[]): Promise<Map<string, Reason>> {
	const found = await whyNotStored(db, answers);
	return new Map([...found].map(([operation, why]) => [operation, reasonOf(why)]));
}

/** As `explainNotStored`, and keeps what came in time but not into the database, or too late, for people to decide about. */
export async function explainAndPutAside(
	db: Queryable,
	answers: AnswerToStore[],
	now: number
): Promise<Map<string, Reason>> {
	const reasons = await explainNotStored(db, answers);
	const aside = answers.flatMap((answer): PutAside[] => {
		const reason = reasons.get(answer.operation);
		if (typeof reason !== 'object' || !('refused' in reason)) return [];
		if (reason.refused === 'answer/too-late') return [{ ...answer, why: 'late' }];
		return reason.refused === 'answer/put-aside' ? [{ ...answer, why: 'not-committed' }] : [];
	});
	await putAside(db, aside, now);
	return reasons;
}

function reasonOf(why: NotStored): Reason {
	if (why.earlier) return why.earlier.isSame ? why.earlier : refuse('answer/operation-reused');
	if (!why.isKnownQuestion) return refuse('answer/not-open');
	if (!why.isCompeting) return refuse('answer/not-competing');
	if (!why.hasJoined) return refuse('answer/joined-too-late');
	if (!why.isNewestDevice) return refuse('answer/other-device');
	if (why.isBehind) return refuse('answer/newer-stored');
	if (why.hasAnswered && !why.mayChange) return refuse('answer/already-given');
	if (!why.isInTime) return refuse('answer/too-late');
	if (!why.isAccepting) return refuse(why.isSealed ? 'answer/put-aside' : 'answer/not-open');
	return 'again';
}
