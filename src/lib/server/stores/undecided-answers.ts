// Held answers nobody has decided about yet; it must not know what a decision would do.
import { isAboutAnswer } from '../../contest/decisions/held-answer.ts';
import type { ContestId, RoundId } from '../../contest/ids.ts';
import { decisionsOf, standingDecisions } from '../../contest/record/decision.ts';
import { readDecisions } from './decisions.ts';
import { readQuarantined, type QuarantinedAnswer } from './quarantine.ts';
import type { Queryable } from './queryable.ts';

/** Answers put aside that no decision has counted or refused, in the order they arrived (R203). */
export async function undecidedAnswers(
	db: Queryable,
	contestId: ContestId,
	roundId?: RoundId
): Promise<QuarantinedAnswer[]> {
	const decided = decisionsOf(standingDecisions(await readDecisions(db, contestId)), 'answer');
	return (await readQuarantined(db, contestId, roundId)).filter(
		(answer) => !decided.some((decision) => isAboutAnswer(decision, answer))
	);
}

/** The numbers of those whose answers came in time (R356): what came late waits for nobody. */
export function inTime(answers: QuarantinedAnswer[]): string[] {
	const waiting = answers.filter(({ why }) => why === 'not-committed');
	return [...new Set(waiting.map(({ contestantNumber }) => contestantNumber))];
}
