// What may leave with the archive of a whole contest, and when it may be taken (R320, R321); it must not know files.
import { refuse, type Refusal } from './refusal.ts';
import type { RoundPhase } from './round.ts';

/** A question that stands in a round. */
export interface PlacedQuestion {
	phase: RoundPhase;
	isSealed: boolean;
	isRevealed: boolean;
}

/** R320: a key leaves once it was told to everybody, or once the round in which its question was answered is over. */
export function isKeyTold({ phase, isSealed, isRevealed }: PlacedQuestion): boolean {
	return isRevealed || (isSealed && phase === 'finished');
}

/** R321: the result in the archive counts every sealed question, so none may wait for its key meanwhile; and a live question comes first. */
export function refuseArchive(placed: readonly PlacedQuestion[]): Refusal | null {
	const isWaiting = placed.some((question) => isLive(question) || (question.isSealed && !isKeyTold(question)));
	return isWaiting ? refuse('contest/key-not-told') : null;
}

function isLive({ phase }: PlacedQuestion): boolean {
	return phase === 'shown' || phase === 'running' || phase === 'paused' || phase === 'closing';
}
