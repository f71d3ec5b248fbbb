// What the rule editor begins with: the stored rules, the rubrics they may name, and whether they may still change.
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { RecordedRubric } from '../../contest/record/rubric.ts';
import type { Rules } from '../../contest/rules/rules.ts';
import type { App } from '../app.ts';
import { may, refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContestRecord } from '../stores/contest-record.ts';
import { hasBegun } from '../stores/beginnings.ts';
import { readContest } from '../stores/contests.ts';

export interface RulesDesk {
	version: number;
	rules: Rules;
	rubrics: RecordedRubric[];
	/** `words`: only what is printed may be worded anew (R250). */
	mayChange: 'all' | 'words' | 'nothing';
	isPublished: boolean;
}

export async function readRulesDesk(app: App, seat: Seat, contestId: string): Promise<RulesDesk | Refusal> {
	const refusal = refuseUnless(seat, 'matrix:see', contestId);
	if (refusal) return refusal;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const { rubrics } = await readContestRecord(db, contest);
	const isPublished = contest.publishedAt !== null;
	const mayEdit = may(seat, 'contest:edit', contestId) && !isPublished;
	return {
		version: contest.rulesVersion,
		rules: contest.rules,
		rubrics,
		mayChange: !mayEdit ? 'nothing' : (await hasBegun(db, contestId)) ? 'words' : 'all',
		isPublished
	};
}
