// What the result would be without one judge's locked sheet: shown to the head judge before the sheet is reopened.
import type { Bilingual, ContestId, JudgeId, TurnId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { computeResult } from '../../contest/result/compute.ts';
import { diffResults } from '../../contest/result/diff-results.ts';
import { explainDiff, type ExplainedDiff } from '../../contest/result/explain-diff.ts';
import { allParts } from '../../contest/rules/rules.ts';
import type { App } from '../app.ts';
import { mayReopen, refuseUnless, rolesOf } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContestRecord } from '../stores/contest-record.ts';
import { readContest } from '../stores/contests.ts';
import { readJudges } from '../stores/people.ts';
import { readSheet } from '../stores/sheets.ts';
import { readTurns } from '../stores/turns.ts';
import { blindTurns } from './blind-turns.ts';

export interface ReopenPreview {
	turnId: TurnId;
	judgeId: JudgeId;
	number: string;
	judge: string;
	/** Null while the head judge has open sheets. */
	diff: ExplainedDiff | null;
	titles: Record<string, Bilingual>;
}

export async function reopenPreview(
	app: App,
	seat: Seat,
	contestId: ContestId,
	{ turnId, judgeId }: { turnId: TurnId; judgeId: JudgeId }
): Promise<ReopenPreview | Refusal> {
	const denied = refuseUnless(seat, 'sheets:reopen', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	const turn = (await readTurns(db, contestId)).find(({ id }) => id === turnId);
	const sheet = turn && (await readSheet(db, turnId, judgeId));
	const judge = (await readJudges(db, contestId)).find(({ id }) => id === judgeId);
	if (!contest || !turn || !sheet || !judge) return refuse('input/not-found');
	if (!mayReopen(rolesOf(seat, contestId), judge.role)) return refuse('access/not-allowed');
	if (sheet.lockedAt === null) return refuse('sheet/not-locked');
	const record = await readContestRecord(db, contest);
	const number = turn.contestant.number;
	const isBlind = (await blindTurns(db, seat, contestId)).size > 0;
	const without = {
		...record,
		sheets: record.sheets.map((each) =>
			each.stage === turn.stage && each.contestant === number && each.judge === sheet.judge.code
				? { ...each, isLocked: false }
				: each
		)
	};
	const named = [...contest.rules.stages, ...allParts(contest.rules)];
	return {
		turnId,
		judgeId,
		number,
		judge: sheet.judge.code,
		diff: isBlind ? null : explainDiff(record, diffResults(computeResult(record), computeResult(without))),
		titles: Object.fromEntries(named.map(({ code, title }) => [code, title]))
	};
}
