// The contest's log for people to read, page by page, with the state of its hash chain.
import type { ContestId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { verifyStored } from '../../contest/stored-marks.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { readStored } from '../stores/stored-marks.ts';

export interface LogEntry {
	sequence: number;
	/** ms since the epoch */
	at: number;
	role: string;
	name: string;
	kind: string;
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
		| { ok: true; headHash: string }
		| { ok: false; firstBad: number | null; sheet: { number: string; judge: string; revision: number } | null };
}

const pageSize = 100;
/** Marks stay out of what people read here: a head judge may not know another's before the own lock. */
const hidden = new Set(['total', 'marksHash', 'commentsHash', 'marks']);

/** `before`: only lines with a smaller number. The whole chain is checked each time, from the first line on. */
export async function contestLog(
	app: App,
	seat: Seat,
	contestId: ContestId,
	before: number | null
): Promise<ContestLog | Refusal> {
	const denied = refuseUnless(seat, 'log:see', contestId);
	if (denied) return denied;
	if (!(await readContest(app.database.drizzle, contestId))) return refuse('input/not-found');
	const { lines, end, sheets } = await readStored(app.database.drizzle, contestId);
	const verdict = verifyStored(lines, end, sheets);
	const wanted = lines.filter(({ sequence }) => before === null || sequence < before);
	const page = wanted.slice(-pageSize).reverse();
	return {
		entries: page.map(({ sequence, at, actor, kind, payload, hash }) => ({
			sequence,
			at: Date.parse(at),
			role: actor.role,
			name: actor.name,
			kind,
			details: JSON.stringify(payload, (key, value: unknown) => (hidden.has(key) ? undefined : value), 2),
			hash
		})),
		count: lines.length,
		older: wanted.length > pageSize ? (page.at(-1)?.sequence ?? null) : null,
		chain: verdict.ok
			? { ok: true, headHash: verdict.lastHash }
			: { ok: false, firstBad: verdict.sequence, sheet: verdict.bad === 'sheet' ? verdict : null }
	};
}
