// What a quiz still lacks after its questions were asked: held answers nobody has decided about, and questions the rules ask for.
import { isAboutAnswer } from '../../contest/decisions/held-answer.ts';
import { decisionsOf, standingDecisions } from '../../contest/record/decision.ts';
import type { Bilingual, ContestId, RoundId } from '../../contest/ids.ts';
import { isQuiz } from '../../contest/rules/parts.ts';
import { allParts, type Rules } from '../../contest/rules/rules.ts';
import { readDecisions } from '../stores/decisions.ts';
import { readQuarantined, type QuarantinedAnswer } from '../stores/quarantine.ts';
import type { Queryable } from '../stores/queryable.ts';
import { readRoundQuestions, readRounds } from '../stores/rounds.ts';

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

/** Parts all of whose rounds are over, with fewer questions than the rules ask for. */
export async function lackingParts(
	db: Queryable,
	contestId: ContestId,
	rules: Rules
): Promise<{ title: Bilingual; count: number }[]> {
	const rounds = await readRounds(db, contestId);
	const lacking = await Promise.all(
		allParts(rules)
			.filter(isQuiz)
			.map(async ({ code, title, questionCount }) => {
				const own = rounds.filter(({ partCode }) => partCode === code);
				const isOver = own.length > 0 && own.every(({ phase }) => phase === 'finished');
				const asked = isOver ? (await Promise.all(own.map(({ id }) => readRoundQuestions(db, id)))).flat() : [];
				return { title, count: isOver ? Math.max(0, questionCount - asked.length) : 0 };
			})
	);
	return lacking.filter(({ count }) => count > 0);
}
