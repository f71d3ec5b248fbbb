// Random questions of every kind, and choices near their keys; it must not mark anything.
import {
	recordedQuestionKinds,
	type RecordedChoice,
	type RecordedKey,
	type RecordedQuestion
} from '../record/question.ts';
import type { Chance } from './chance.fixture.ts';

const options = ['a', 'b', 'c', 'd'];
const targets = ['x', 'y', 'z', 'w'];
const wordings = ['Hòa bình', 'hoà bình', 'Hoa bình', 'Độc lập'];

export function randomQuestion(chance: Chance, code: string): RecordedQuestion {
	const kind = chance.oneOf(...recordedQuestionKinds);
	return {
		code,
		kind,
		options: kind === 'numeric' || kind === 'text' ? [] : kind === 'truefalse' ? options.slice(0, 2) : options,
		targets: kind === 'matching' ? targets : [],
		key: randomKey(chance, kind),
		points: chance.onceIn(4) ? chance.oneOf(500, 100) : null
	};
}

export function randomKey(chance: Chance, kind: RecordedQuestion['kind']): RecordedKey {
	const correct = randomChoice(chance, kind);
	return {
		// A key has exactly one right option where one may be chosen, and all of them where they are put in order.
		correct:
			correct.kind === 'options' && kind === 'ordering'
				? { kind: 'options', options: chance.shuffled(options) }
				: correct,
		tolerance: kind === 'numeric' ? chance.oneOf('', '1', '0.5') : '',
		alsoCorrect: kind === 'text' ? chance.some(wordings) : []
	};
}

/** Few enough values that many of them are right. */
export function randomChoice(chance: Chance, kind: RecordedQuestion['kind']): RecordedChoice {
	switch (kind) {
		case 'single':
			return { kind: 'options', options: [chance.oneOf(...options)] };
		case 'truefalse':
			return { kind: 'options', options: [chance.oneOf('a', 'b')] };
		case 'multiple': {
			const chosen = chance.some(options);
			return { kind: 'options', options: chosen.length > 0 ? chosen : ['a'] };
		}
		case 'ordering':
			return { kind: 'options', options: chance.shuffled(options) };
		case 'numeric':
			return { kind: 'number', value: chance.oneOf('1587', '1588', '1586.5', '-3') };
		case 'matching': {
			const shuffled = chance.shuffled(targets);
			return { kind: 'pairs', pairs: Object.fromEntries(options.map((id, at) => [id, shuffled[at] ?? ''])) };
		}
		case 'text':
			return { kind: 'text', value: chance.oneOf(...wordings) };
	}
}
