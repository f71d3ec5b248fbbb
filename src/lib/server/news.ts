// News of committed changes, inside this process: who announces does not know who listens.
import type { ContestantId, ContestId } from '../contest/ids.ts';

/** "Contest X is now at version N." Carries nothing else: each node reads what its own screens may see. */
export interface News {
	contestId: ContestId;
	version: number;
}

export interface NewsDesk {
	announce(news: News): void;
	/** Returns the function that ends the subscription. */
	subscribe(listener: (news: News) => void): () => void;
	/** A contestant's other phones have not heard of it: an answer was stored, or a new phone has come. It changes no version. */
	announceAnswer(contestantId: ContestantId): void;
	subscribeToAnswers(listener: (contestantId: ContestantId) => void): () => void;
}

export function openNewsDesk(): NewsDesk {
	const listeners = new Set<(news: News) => void>();
	const answerListeners = new Set<(contestantId: ContestantId) => void>();
	return {
		announce(news) {
			for (const listener of listeners) listener(news);
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		announceAnswer(contestantId) {
			for (const listener of answerListeners) listener(contestantId);
		},
		subscribeToAnswers(listener) {
			answerListeners.add(listener);
			return () => answerListeners.delete(listener);
		}
	};
}
