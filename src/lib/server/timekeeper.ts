// Seals questions whose time is up, on whichever node gets there first; the seal itself is the use case's, once only.
import { isRefusal } from '../contest/refusal.ts';
import type { App } from './app.ts';
import { readNextSealAt, readRoundsToSeal } from './stores/rounds.ts';
import { runRound } from './usecases/run-round.ts';
import { withDeadline } from './with-deadline.ts';

/** A node looks this often even without news, so that a dead node's round is sealed by another. */
const mostWaitMs = 1_000;
/** A look that hangs longer is given up; the next one finds what it has done. */
const mostLookMs = 5_000;

/** Returns the function that stops it. */
export function startTimekeeper(app: App): () => void {
	let timer: NodeJS.Timeout | undefined;
	let isStopped = false;
	let isLooking = false;

	const wakeIn = (ms: number) => {
		clearTimeout(timer);
		if (!isStopped) timer = setTimeout(look, Math.max(0, Math.min(mostWaitMs, ms)));
	};

	async function look(): Promise<void> {
		if (isLooking) return;
		isLooking = true;
		let wait = mostWaitMs;
		try {
			await withDeadline(sealDueQuestions(app), mostLookMs);
			const next = await withDeadline(readNextSealAt(app.database.drizzle), mostLookMs);
			if (next !== null) wait = next - app.clock.now() + 1;
		} catch (error) {
			app.log.error({ err: error }, 'the timekeeper could not look');
		} finally {
			isLooking = false;
			wakeIn(wait);
		}
	}

	const unsubscribe = app.news.subscribe(() => wakeIn(0));
	wakeIn(0);
	return () => {
		isStopped = true;
		clearTimeout(timer);
		unsubscribe();
	};
}

/** Seals every question whose deadline and grace have passed. Safe to call on any node at any time. */
export async function sealDueQuestions(app: App): Promise<void> {
	for (const { id, contestId } of await readRoundsToSeal(app.database.drizzle, new Date(app.clock.now()))) {
		const sealed = await runRound(
			app,
			{ kind: 'house', name: 'timekeeper' },
			{ contestId, roundId: id, command: { do: 'seal' } }
		);
		if (isRefusal(sealed) && sealed.refused !== 'round/not-now')
			app.log.error({ refused: sealed.refused, roundId: id }, 'a question was not sealed');
	}
}
