// What must still happen before a result can be official (R57); it must not know how the missing things are called on a screen.
import type { PartCode } from './ids.ts';
import type { ResultFacts } from './final-result.ts';
import { isJudged } from './rules.ts';

export type Missing =
	| { kind: 'contestants' }
	| { kind: 'panel' }
	/** A quiz part has fewer questions in its rounds than the rules name. */
	| { kind: 'questions'; part: PartCode; planned: number; needed: number }
	| { kind: 'round-open'; title: string; open: number }
	/** Contestants without a place in the running order. */
	| { kind: 'turns-drawn'; numbers: string[] }
	| { kind: 'turns-ended'; numbers: string[] }
	| { kind: 'sheets'; count: number; numbers: string[] };

/** Only contestants who compete are waited for; one who was absent when called has no turn and no sheets to wait for. */
export function missingIn(facts: ResultFacts): Missing[] {
	const competing = facts.people.filter(({ status }) => status === 'competing');
	if (competing.length === 0) return [{ kind: 'contestants' }];
	return [...missingQuestions(facts), ...missingOnStage(facts, competing)];
}

function missingQuestions({ rules, rounds }: ResultFacts): Missing[] {
	const tooFew = rules.parts.flatMap((part): Missing[] => {
		if (isJudged(part)) return [];
		const own = rounds.filter(({ partCode }) => partCode === part.code);
		const planned = own.reduce((sum, { questions }) => sum + questions, 0);
		return planned < part.questionCount
			? [{ kind: 'questions', part: part.code, planned, needed: part.questionCount }]
			: [];
	});
	const open = rounds
		.filter(({ isFinished, questions, sealed }) => !isFinished || sealed < questions)
		.map(({ title, questions, sealed }): Missing => ({ kind: 'round-open', title, open: questions - sealed }));
	return [...tooFew, ...open];
}

function missingOnStage(facts: ResultFacts, competing: ResultFacts['people']): Missing[] {
	if (!facts.rules.parts.some(isJudged)) return [];
	const numberOf = new Map(competing.map(({ contestantId, number }) => [contestantId, number]));
	const turns = facts.turns.filter(({ contestantId }) => numberOf.has(contestantId));
	const drawn = new Set(turns.map(({ contestantId }) => contestantId));
	const undrawn = competing.filter(({ contestantId }) => !drawn.has(contestantId)).map(({ number }) => number);
	const notEnded = turns
		.filter(({ status }) => status !== 'ended' && status !== 'absent')
		.map(({ contestantId }) => numberOf.get(contestantId) ?? '');
	const locked = new Set(
		facts.sheets.filter(({ isLocked }) => isLocked).map(({ turnId, judgeId }) => `${turnId} ${judgeId}`)
	);
	const open = turns
		.filter(({ status }) => status === 'ended')
		.map(({ turnId, contestantId }) => ({
			number: numberOf.get(contestantId) ?? '',
			count: facts.judgeIds.filter((judgeId) => !locked.has(`${turnId} ${judgeId}`)).length
		}))
		.filter(({ count }) => count > 0);
	return [
		...(facts.judgeIds.length === 0 ? [{ kind: 'panel' } as const] : []),
		...(undrawn.length > 0 ? [{ kind: 'turns-drawn', numbers: undrawn } as const] : []),
		...(notEnded.length > 0 ? [{ kind: 'turns-ended', numbers: notEnded } as const] : []),
		...(open.length > 0
			? [
					{
						kind: 'sheets',
						count: open.reduce((sum, { count }) => sum + count, 0),
						numbers: open.map(({ number }) => number)
					} as const
				]
			: [])
	];
}
