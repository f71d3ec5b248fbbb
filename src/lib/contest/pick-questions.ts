// Draws the questions of a round from a published seed, the same number of each topic as far as they go; it must not know keys.
import { drawSome } from './lots.ts';

export interface DrawnQuestion {
	code: string;
	topic: string;
}

/**
 * R63: topics are drawn with the seed; the questions of each topic are drawn with `seed/topic`; then each topic in turn
 * gives its next question until there are `count`. The order of `questions` plays no role. Fewer when they run out.
 */
export function pickQuestions(seed: string, questions: readonly DrawnQuestion[], count: number): string[] {
	const topics = [...new Set(questions.map(({ topic }) => topic))];
	const piles = drawSome(seed, topics, topics.length).map((topic) => {
		const codes = questions.filter((question) => question.topic === topic).map(({ code }) => code);
		return drawSome(`${seed}/${topic}`, codes, codes.length);
	});
	const deepest = Math.max(0, ...piles.map((pile) => pile.length));
	const picked: string[] = [];
	for (let layer = 0; layer < deepest; layer++) {
		for (const pile of piles) picked.push(...pile.slice(layer, layer + 1));
	}
	return picked.slice(0, count);
}
