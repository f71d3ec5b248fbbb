// What each problem of the preflight says and how it is mended, in both languages; it must not find problems.
import type { Bilingual } from '../ids.ts';
import { formatPoints } from '../points.ts';
import type { ExplainedProblem, Problem, ProblemCode } from './problem.ts';
import { partWords } from './words-of-parts.ts';
import { recordWords } from './words-of-record.ts';
import { stageWords } from './words-of-stages.ts';

/** The facts of a problem as a sentence needs them. */
export interface Facts {
	/** A name, a title in the language of the sentence, or a count as text. */
	of: (key: string) => string;
	/** Hundredths as people read them. */
	points: (key: string) => Bilingual;
}

export type Words<Code extends ProblemCode> = Record<Code, (facts: Facts) => Bilingual>;

const words: Words<ProblemCode> = { ...stageWords, ...partWords, ...recordWords };

export function explainProblem(found: Problem): ExplainedProblem {
	const say = words[found.code];
	return { ...found, text: { vi: say(factsIn('vi', found)).vi, en: say(factsIn('en', found)).en } };
}

function factsIn(language: 'vi' | 'en', { details }: Problem): Facts {
	return {
		of: (key) => {
			const fact = details[key] ?? '';
			return typeof fact === 'object' ? fact[language] : String(fact);
		},
		points: (key) => {
			const points = Number(details[key] ?? 0);
			return { vi: formatPoints(points, 'vi'), en: formatPoints(points, 'en') };
		}
	};
}
