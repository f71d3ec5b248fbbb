// Checks the whole hash-chained log of a contest from its first line on.
import { verifyChain } from '../../contest/event-chain.ts';
import type { ContestId } from '../../contest/ids.ts';
import type { App } from '../app.ts';
import { readEvents } from '../stores/events.ts';

export type LogVerdict =
	| { ok: true; count: number; headHash: string }
	/** The number of the first line that does not fit. */
	| { ok: false; count: number; firstBad: number };

export async function verifyLog(app: App, contestId: ContestId): Promise<LogVerdict> {
	const lines = await readEvents(app.database.drizzle, contestId);
	const verdict = verifyChain(lines);
	return verdict.ok
		? { ok: true, count: verdict.count, headHash: verdict.lastHash }
		: { ok: false, count: lines.length, firstBad: verdict.sequence };
}
