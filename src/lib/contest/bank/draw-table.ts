// Draws questions by a table of how many of each topic and level, from a published seed (R285); it must not know keys.
import { drawSome } from '../lots.ts';

export interface DrawRow {
	topic: string;
	difficulty: number;
	count: number;
}

interface Drawn {
	code: string;
	topic: string;
	difficulty: number;
}

/**
 * R285: of each topic and level so many are drawn with the seed `seed/topic/level`; then all that were drawn are put in the order of
 * the draw with `seed`. Neither the order of the table nor that of the bank plays a role. Where there are too few, the row says so.
 */
export function drawByTable(
	seed: string,
	questions: readonly Drawn[],
	table: readonly DrawRow[]
): { codes: string[] } | { tooFew: DrawRow & { available: number } } {
	const codes: string[] = [];
	for (const row of table) {
		const { topic, difficulty, count } = row;
		const pile = questions
			.filter((question) => question.topic === topic && question.difficulty === difficulty)
			.map(({ code }) => code);
		if (pile.length < count) return { tooFew: { ...row, available: pile.length } };
		codes.push(...drawSome(`${seed}/${topic}/${difficulty}`, pile, count));
	}
	return { codes: drawSome(seed, codes, codes.length) };
}
