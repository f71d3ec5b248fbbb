// Whether a decision between contestants of equal total can be taken (R247); it must not part them.
import { drawSome } from '../lots.ts';
import type { DecisionContent } from '../record/decision.ts';
import type { ContestRecord } from '../record/record.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { ContestResult } from '../result/result.ts';
import { stageOf } from '../rules/rules.ts';

type Tie = DecisionContent & { kind: 'tie' };

/** R247: by a key of the stage's chain, between people of one ranking and one total, all who wait for it, each named once. */
export function checkTie({ rules }: ContestRecord, result: ContestResult, tie: Tie): Refusal | null {
	if (!stageOf(rules, tie.stage)?.tieBreaks.some(({ kind }) => kind === tie.key))
		return refuse('decision/not-there', { what: tie.key }, 'key');
	const named = tie.order.flat();
	const distinct = new Set(named);
	const waiting = result.missing.flatMap((missing) =>
		missing.kind === 'tie' &&
		missing.stage === tie.stage &&
		missing.key === tie.key &&
		missing.contestants.some((number) => distinct.has(number))
			? missing.contestants
			: []
	);
	const leftOut = waiting.filter((number) => !distinct.has(number));
	if (leftOut.length > 0) return refuse('decision/tied-left-out', { numbers: leftOut.join(', ') }, 'order');
	const isOneTie = named.length > 1 && distinct.size === named.length && haveOneTotal(result, tie.stage, distinct);
	if (!isOneTie) return refuse('decision/not-one-tie', {}, 'order');
	return checkLots(tie, named);
}

function haveOneTotal({ stages }: ContestResult, stage: string, named: Set<string>): boolean {
	const rankings = stages.find((each) => each.stage === stage)?.rankings ?? [];
	return rankings.some(({ places }) => {
		const theirs = places.filter(({ contestant, rank }) => rank !== null && named.has(contestant));
		return theirs.length === named.size && new Set(theirs.map(({ total }) => total)).size === 1;
	});
}

/** R247, R167: lots are the draw of their seed; other keys have none. */
function checkLots({ key, order, seed }: Tie, named: string[]): Refusal | null {
	if (key !== 'lots') return seed === null ? null : refuse('input/not-valid', {}, 'seed');
	if (seed === null || seed === '') return refuse('input/not-valid', {}, 'seed');
	const drawn = drawSome(seed, named, named.length);
	const isDrawn = order.length === named.length && drawn.every((number, at) => number === named[at]);
	return isDrawn ? null : refuse('decision/lots-not-drawn', {}, 'order');
}
