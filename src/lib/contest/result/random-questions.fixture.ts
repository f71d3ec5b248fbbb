// Random questions of every kind, and choices near their keys; it must not mark anything.
import {
	recordedQuestionKinds,
	type RecordedChoice,
	type RecordedKey,
	type RecordedQuestion
} from '../record/question.ts';
import type { Dice } from './dice.fixture.ts';

const options = ['a', 'b', 'c', 'd'];
const targets = ['x', 'y', 'z', 'w'];
const wordings = ['Hòa bình', 'hoà bình', 'Hoa bình', 'Độc lập'];

export function randomQuestion(dice: Dice, code: string): RecordedQuestion {
	const kind = dice.one(...recordedQuestionKinds);
	return {
		code,
		kind,
		options: kind === 'numeric' || kind === 'text' ? [] : kind === 'truefalse' ? options.slice(0, 2) : options,
		targets: kind === 'matching' ? targets : [],
		key: randomKey(dice, kind),
		points: dice.chance(25) ? dice.one(500, 100) : null
	};
}

export function randomKey(dice: Dice, kind: RecordedQuestion['kind']): RecordedKey {
	const correct = randomChoice(dice, kind);
	return {
		// A key has exactly one right option where one may be chosen, and all of them where they are put in order.
		correct:
			correct.kind === 'options' && kind === 'ordering'
				? { kind: 'options', options: dice.shuffled(options) }
				: correct,
		tolerance: kind === 'numeric' ? dice.one('', '1', '0.5') : '',
		alsoCorrect: kind === 'text' ? dice.some(wordings) : []
	};
}

/** Few enough values that many of them are right. */
export function randomChoice(dice: Dice, kind: RecordedQuestion['kind']): RecordedChoice {
	switch (kind) {
		case 'single':
			return { kind: 'options', options: [dice.one(...options)] };
		case 'truefalse':
			return { kind: 'options', options: [dice.one('a', 'b')] };
		case 'multiple': {
			const chosen = dice.some(options);
			return { kind: 'options', options: chosen.length > 0 ? chosen : ['a'] };
		}
		case 'ordering':
			return { kind: 'options', options: dice.shuffled(options) };
		case 'numeric':
			return { kind: 'number', value: dice.one('1587', '1588', '1586.5', '-3') };
		case 'matching': {
			const shuffled = dice.shuffled(targets);
			return { kind: 'pairs', pairs: Object.fromEntries(options.map((id, at) => [id, shuffled[at] ?? ''])) };
		}
		case 'text':
			return { kind: 'text', value: dice.one(...wordings) };
	}
}
