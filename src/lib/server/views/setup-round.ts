// What planning a round needs: quiz parts, rounds so far, and the bank without keys.
import { mayBeAsked, type BankPolicy } from '../../contest/bank/life.ts';
import type { Bilingual } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { allParts } from '../../contest/rules/rules.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { readLives } from '../stores/find-questions.ts';
import { readRoundPlans } from '../stores/round-setup.ts';

export interface SetupRound {
	contestId: string;
	version: number;
	/** `planned` questions stand in rounds already. */
	parts: { code: string; title: Bilingual; questionCount: number; planned: number }[];
	rounds: { id: string; title: string; phase: string; questions: number }[];
	/** How many questions of the bank no round has taken and this contest lets rounds take, of how many in all. */
	free: number;
	policy: BankPolicy;
	total: number;
}

export async function setupRound(app: App, seat: Seat, contestId: string): Promise<SetupRound | Refusal> {
	const refusal = refuseUnless(seat, 'contest:edit', contestId);
	if (refusal) return refusal;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const [questions, rounds] = await Promise.all([readLives(db, contestId), readRoundPlans(db, contestId)]);
	const plannedFor = (code: string) =>
		rounds.filter(({ partCode }) => partCode === code).reduce((sum, { questionIds }) => sum + questionIds.length, 0);
	return {
		contestId,
		version: contest.version,
		parts: allParts(contest.rules).flatMap((part) =>
			part.kind === 'quiz'
				? [{ code: part.code, title: part.title, questionCount: part.questionCount, planned: plannedFor(part.code) }]
				: []
		),
		rounds: rounds.map(({ id, title, phase, questionIds }) => ({ id, title, phase, questions: questionIds.length })),
		free: questions.filter((life) => !life.isTaken && mayBeAsked(life, contest.bankPolicy)).length,
		policy: contest.bankPolicy,
		total: questions.length
	};
}
