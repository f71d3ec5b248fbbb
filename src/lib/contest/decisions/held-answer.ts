// Which held answer a decision counts or refuses (R203); it must not know where answers are held.
import { canonical } from '../event-chain.ts';
import type { Choice } from '../question.ts';
import type { DecisionContent } from '../record/decision.ts';

export interface HeldAnswer {
	questionCode: string;
	contestantNumber: string;
	choice: Choice;
	usedMs: number;
}

export function isAboutAnswer(
	{ question, contestant, choice, usedMs }: DecisionContent & { kind: 'answer' },
	held: HeldAnswer
): boolean {
	return (
		held.questionCode === question &&
		held.contestantNumber === contestant &&
		held.usedMs === usedMs &&
		canonical(held.choice) === canonical(choice)
	);
}
