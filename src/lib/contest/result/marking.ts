// How much of a question an answer gets right (R14, R101–R104); it must not know points, time or people.
import { millionths } from '../plain-number.ts';
import { ratio, type Ratio } from '../points.ts';
import { compareRatios, quotient } from '../ratio.ts';
import type { RecordedChoice, RecordedQuestion } from '../record/question.ts';
import type { QuestionMarking } from '../rules/parts.ts';
import { foldTyped } from './typed-answer.ts';

/** The share of a question an answer gets right: 1 all of it, 0 nothing, below 0 when wrong choices are taken off. */
export type Marker = (choice: RecordedChoice) => Ratio;

const all = ratio(1);
const none = ratio(0);
const allOrNone = (isRight: boolean) => (isRight ? all : none);

/** Prepared once for a question, so that marking many answers is cheap. A choice of another kind gets nothing right. */
export function markerOf(question: Pick<RecordedQuestion, 'kind' | 'key'>, marking: QuestionMarking): Marker {
	const { correct } = question.key;
	switch (question.kind) {
		case 'single':
		case 'truefalse': {
			const right = correct.kind === 'options' ? correct.options[0] : undefined;
			return (choice) =>
				allOrNone(choice.kind === 'options' && choice.options.length === 1 && choice.options[0] === right);
		}
		case 'multiple':
			return multipleMarker(correct.kind === 'options' ? correct.options : [], marking.multiple);
		case 'ordering':
			return orderingMarker(correct.kind === 'options' ? correct.options : [], marking.ordering);
		case 'matching':
			return matchingMarker(correct.kind === 'pairs' ? correct.pairs : {}, marking.matching);
		case 'numeric':
			return numericMarker(question);
		case 'text':
			return textMarker(question);
	}
}

/** R101: exactly the right options; or their share, nothing as soon as a wrong one is chosen; or right minus wrong, not below the floor. */
function multipleMarker(right: string[], marking: QuestionMarking['multiple']): Marker {
	const key = new Set(right);
	const shares = sharesOf(key.size);
	const floor = marking.kind === 'right-minus-wrong' ? quotient([marking.leastShare], [100]) : none;
	return (choice) => {
		if (choice.kind !== 'options') return none;
		let hits = 0;
		for (const option of choice.options) if (key.has(option)) hits++;
		const misses = choice.options.length - hits;
		switch (marking.kind) {
			case 'all-or-nothing':
				return allOrNone(misses === 0 && hits === key.size);
			case 'partial':
				return misses > 0 ? none : shares(hits);
			case 'right-minus-wrong': {
				const share = shares(hits - misses);
				return compareRatios(share, floor) < 0 ? floor : share;
			}
		}
	};
}

/** R102: the whole order, or of the key's neighbours those that follow each other in the answer too: C A B D for A B C D has A B, one of three. */
function orderingMarker(order: string[], marking: QuestionMarking['ordering']): Marker {
	const next = new Map(order.slice(1).map((id, at) => [order[at], id]));
	const shares = sharesOf(order.length - 1);
	return (choice) => {
		if (choice.kind !== 'options') return none;
		const { options } = choice;
		if (marking === 'exact' || order.length < 2)
			return allOrNone(options.length === order.length && order.every((id, at) => options[at] === id));
		let together = 0;
		for (let at = 1; at < options.length; at++) if (next.get(options[at - 1]) === options[at]) together++;
		return shares(together);
	};
}

/** R103: every pair, or the share of the right ones. */
function matchingMarker(pairs: Record<string, string>, marking: QuestionMarking['matching']): Marker {
	const key = Object.entries(pairs);
	const shares = sharesOf(key.length);
	return (choice) => {
		if (choice.kind !== 'pairs') return none;
		const chosen = new Map(Object.entries(choice.pairs));
		const hits = key.filter(([left, right]) => chosen.get(left) === right).length;
		return marking === 'exact' ? allOrNone(hits === key.length && chosen.size === key.length) : shares(hits);
	};
}

/** R14: no further from the key than the tolerance, compared as decimals: 0,3 is within 0,1 of 0,2. */
function numericMarker({ key: { correct, tolerance } }: Pick<RecordedQuestion, 'key'>): Marker {
	if (correct.kind !== 'number') return () => none;
	const right = millionths(correct.value);
	const most = millionths(tolerance || '0');
	return (choice) => {
		if (choice.kind !== 'number') return none;
		const off = millionths(choice.value) - right;
		return allOrNone((off < 0n ? -off : off) <= most);
	};
}

/** R104: one of the accepted wordings, folded as R100 says. Many type the same: each text is folded once. */
function textMarker({ key: { correct, alsoCorrect } }: Pick<RecordedQuestion, 'key'>): Marker {
	const wordings = correct.kind === 'text' ? [correct.value, ...alsoCorrect] : alsoCorrect;
	const accepted = new Set(wordings.map(foldTyped));
	const known = new Map<string, Ratio>();
	return (choice) => {
		if (choice.kind !== 'text') return none;
		let share = known.get(choice.value);
		if (!share) known.set(choice.value, (share = allOrNone(accepted.has(foldTyped(choice.value)))));
		return share;
	};
}

/** `count` of `of` in lowest terms, made once for each count. */
function sharesOf(of: number): (count: number) => Ratio {
	const known = new Map<number, Ratio>();
	return (count) => {
		let share = known.get(count);
		if (!share) known.set(count, (share = of > 0 ? quotient([count], [of]) : none));
		return share;
	};
}
