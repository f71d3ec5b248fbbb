// The contest's log for people to read, page by page, with the state of its hash chain.
import type { ContestId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { verifyStored, type BadRow } from '../../contest/stored-marks.ts';
import type { App } from '../app.ts';
import { may, refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { readStored } from '../stores/stored-marks.ts';
import { blindTurns } from './blind-turns.ts';
import { logSubjects, type LogSubject } from './log-subjects.ts';
import { readStandings } from './standings.ts';

export interface LogEntry {
	sequence: number;
	/** ms since the epoch */
	at: number;
	role: string;
	name: string;
	kind: string;
	about: LogSubject;
	/** The payload as indented JSON. */
	details: string;
	hash: string;
}

export interface ContestLog {
	/** The newest first. */
	entries: LogEntry[];
	count: number;
	/** Number to ask the next older page with; null on the last page. */
	older: number | null;
	chain:
		{ ok: true; headHash: string } | { ok: false; firstBad: number | null; sheet: BadPlace | null; row: BadRow | null };
}

/** The revision of the sheet, or the entry from its paper, that is not what the log says. */
type BadPlace = { number: string; judge: string } & ({ revision: number } | { entry: number });

const pageSize = 100;
/** Marks stay out of what people read here, and what judges said of them: a head judge may not know another's before the own lock (T-23). */
const hidden = new Set(['total', 'marksHash', 'commentsHash', 'marks', 'measured', 'before', 'note']);

/**
 * `before`: only lines with a smaller number. The whole chain is checked each time, from the first line on. Totals of sheets go
 * to who may see marks and does not have to mark that turn, and to everybody here once nothing is missing (R192).
 */
export async function contestLog(
	app: App,
	seat: Seat,
	contestId: ContestId,
	before: number | null
): Promise<ContestLog | Refusal> {
	const denied = refuseUnless(seat, 'log:see', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const { lines, end, ...rows } = await readStored(db, contestId);
	const verdict = verifyStored(lines, end, rows);
	const subjects = await logSubjects(db, contest, lines);
	const blind = await blindTurns(db, seat, contestId);
	const seesTotals = may(seat, 'marks:see', contestId) || ((await readStandings(app, contestId))?.isComplete ?? false);
	const seen = (about: LogSubject): LogSubject =>
		seesTotals && !blind.has(about.turnId ?? '') ? about : { ...about, total: null };
	const wanted = subjects.filter(({ line }) => before === null || line.sequence < before);
	const page = wanted.slice(-pageSize).reverse();
	return {
		entries: page.map(({ line: { sequence, at, actor, kind, payload, hash }, about }) => ({
			sequence,
			at: Date.parse(at),
			role: actor.role,
			name: actor.name,
			kind,
			about: seen(about),
			details: JSON.stringify(payload, (key, value: unknown) => (hidden.has(key) ? undefined : value), 2),
			hash
		})),
		count: lines.length,
		older: wanted.length > pageSize ? (page.at(-1)?.line.sequence ?? null) : null,
		chain: verdict.ok
			? { ok: true, headHash: verdict.lastHash }
			: {
					ok: false,
					firstBad: verdict.sequence,
					sheet: verdict.bad === 'sheet' || verdict.bad === 'entry' ? verdict : null,
					row: verdict.bad === 'lock' || verdict.bad === 'hand' || verdict.bad === 'interest' ? verdict.bad : null
				}
	};
}
