// Whose points a member of the panel may not see yet: contestants for whom their own sheet is not locked (T-23).
import type { ContestId, TurnId } from '../../contest/ids.ts';
import { marksIn } from '../../contest/sheet.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { readJudges } from '../stores/people.ts';
import type { Queryable } from '../stores/queryable.ts';
import { readSheetsOf } from '../stores/sheets.ts';
import { readTurns } from '../stores/turns.ts';

/** Empty for everybody who does not mark; a stage in which the person sits in no panel hides nothing from them. */
export async function blindTurns(db: Queryable, seat: Seat, contestId: ContestId): Promise<Set<TurnId>> {
	if (seat.kind !== 'staff') return new Set();
	const own = (await readJudges(db, contestId)).find((judge) => judge.accountId === seat.accountId);
	const contest = own && (await readContest(db, contestId));
	if (!own || !contest) return new Set();
	const marked = new Set(contest.rules.stages.filter((stage) => marksIn(stage, own.panels)).map(({ code }) => code));
	const locked = new Set(
		(await readSheetsOf(db, contestId, own.id)).filter(({ lockedAt }) => lockedAt !== null).map(({ turnId }) => turnId)
	);
	const turns = await readTurns(db, contestId);
	return new Set(
		turns
			.filter(({ id, stage, status }) => marked.has(stage) && status !== 'absent' && !locked.has(id))
			.map(({ id }) => id)
	);
}
