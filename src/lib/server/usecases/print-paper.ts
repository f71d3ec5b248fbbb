// A paper of the contest as a PDF, made by the server's Chromium; never while a question is live, because printing takes a whole core. It must not know papers.
import type { ContestId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { isAnyQuestionLive } from '../stores/rounds.ts';

type Ask = Parameters<NonNullable<App['printer']>['print']>[0]['ask'];

/** How often a print under way looks whether a question has begun. */
const lookMs = 500;

/** `ask` answers for the pages of the paper as this person is answered; a page that does not open is not printed. */
export async function printPaper(
	app: App,
	seat: Seat,
	{ contestId, path, ask }: { contestId: ContestId; path: string; ask: Ask }
): Promise<Uint8Array | Refusal> {
	const denied = refuseUnless(seat, 'papers:print', contestId);
	if (denied) return denied;
	if (!app.printer) return refuse('input/not-found');
	const db = app.database.drizzle;
	if (await isAnyQuestionLive(db)) return refuse('paper/question-live');
	const stop = new AbortController();
	const look = setInterval(() => {
		void isAnyQuestionLive(db).then(
			(isLive) => isLive && stop.abort(),
			() => stop.abort()
		);
	}, lookMs);
	try {
		return (await app.printer.print({ path, ask, signal: stop.signal })) ?? refuse('paper/printer-busy');
	} catch (error) {
		if (stop.signal.aborted) return refuse('paper/question-live');
		app.log.warn({ err: error }, 'a paper was not printed');
		return refuse('paper/not-printed');
	} finally {
		clearInterval(look);
	}
}
