// The questions a quiz still lacks when all its rounds are over.
import type { Bilingual, ContestId } from '../../contest/ids.ts';
import { isQuiz } from '../../contest/rules/parts.ts';
import { allParts, type Rules } from '../../contest/rules/rules.ts';
import type { Queryable } from '../stores/queryable.ts';
import { readRoundQuestions, readRounds } from '../stores/rounds.ts';

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
