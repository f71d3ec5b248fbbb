// Makes any bank of questions the house could hold, for tests of what is written and read back; nothing else may use it.
import * as fc from 'fast-check';
import type { OptionLetter, QuestionValue } from '../import-values.ts';
import { foldTyped } from '../../contest/result/typed-answer.ts';
import { cleanText } from '../vietnamese-text.ts';

const letters = ['A', 'B', 'C', 'D', 'E'] as const;

/** Words people write, and every sign that means something to one of the formats. */
const piece = fc.constantFrom(
	...[
		'Đảng',
		'năm 1930',
		'Hà Nội',
		'hoà',
		'ước',
		'A.',
		'B)',
		'ANSWER: A',
		'//',
		'::',
		'{',
		'}',
		'=',
		'~',
		'#',
		'%50%',
		'->',
		'\\',
		':',
		';',
		',',
		'"',
		"'",
		'<b>',
		'&amp;',
		'*',
		'[html]',
		'(Nguồn: x)',
		'$CATEGORY:',
		'>',
		'####',
		'_____',
		'...',
		'\\n',
		'1,5',
		'TRUE',
		'🎓',
		']]>',
		'|',
		'…',
		'“',
		'Đ',
		'@',
		'+',
		'-',
		'\\='
	]
);
const words = (most: number) =>
	fc
		.array(piece, { minLength: 1, maxLength: most })
		.map((pieces) => cleanText(pieces.join(' ')))
		.filter((text) => text !== '' && !/^#(?:REF!|N\/A)/.test(text));
const glued = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => cleanText(pieces.join('')));
const phrase = fc.oneof(words(3), glued);
const lines = fc.array(words(4), { minLength: 1, maxLength: 3 }).map((all) => all.join('\n'));
const maybe = (text: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), text);

const decimal = fc
	.tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 4 }))
	.map(([number, places]) => String(number / 10 ** places))
	.filter((text) => !text.includes('e') && text !== '-0');

const differing = (least: number) =>
	fc.uniqueArray(phrase, { minLength: least, maxLength: 5, selector: (text) => text.toLocaleLowerCase('vi') });

type Asked = Pick<QuestionValue, 'kind' | 'options' | 'targets' | 'correct'>;

const optionsOf = (texts: readonly string[]): QuestionValue['options'] =>
	texts.map((text, at) => ({ id: letters[at] as OptionLetter, text }));

const choice = fc
	.tuple(differing(2), fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }), fc.boolean())
	.filter(([texts, right]) => right.some((at) => at < texts.length))
	.map(([texts, right, isSingle]): Asked => {
		const chosen = right.filter((at) => at < texts.length).map((at) => letters[at] as OptionLetter);
		const kind = isSingle ? 'single' : 'multiple';
		return {
			kind,
			options: optionsOf(texts),
			targets: [],
			correct: { kind: 'options', options: isSingle ? chosen.slice(0, 1) : chosen }
		};
	});

const trueFalse = fc.constantFrom<OptionLetter>('A', 'B').map((right): Asked => ({
	kind: 'truefalse',
	options: optionsOf(['Đúng', 'Sai']),
	targets: [],
	correct: { kind: 'options', options: [right] }
}));

const numeric = fc.tuple(decimal, decimal).map(([value, off]): Asked => ({
	kind: 'numeric',
	options: [],
	targets: [],
	correct: { kind: 'number', value, tolerance: off.replace('-', '') }
}));

const ordering = differing(2).chain((texts) =>
	fc.shuffledSubarray(letters.slice(0, texts.length), { minLength: texts.length }).map((order): Asked => ({
		kind: 'ordering',
		options: optionsOf(texts),
		targets: [],
		correct: { kind: 'options', options: order }
	}))
);

const matching = fc
	.tuple(differing(2), fc.array(phrase, { minLength: 5, maxLength: 5 }))
	.map(([lefts, rights]): Asked => {
		const used = lefts.map((_, at) => rights[at] ?? '');
		const sides = [...new Set(used)].sort((one, other) => one.localeCompare(other, 'vi'));
		return {
			kind: 'matching',
			options: optionsOf(lefts),
			targets: sides.map((text, at) => ({ id: String(at + 1), text })),
			correct: {
				kind: 'pairs',
				pairs: Object.fromEntries(used.map((text, at) => [letters[at] ?? '', String(sides.indexOf(text) + 1)]))
			}
		};
	});

const text = fc
	.array(
		phrase.filter((wording) => foldTyped(wording) !== ''),
		{ minLength: 1, maxLength: 3 }
	)
	.map(([value = '', ...alsoCorrect]): Asked => ({
		kind: 'text',
		options: [],
		targets: [],
		correct: { kind: 'text', value, alsoCorrect }
	}));

const question = fc
	.record({
		topic: words(2),
		difficulty: fc.constantFrom<1 | 2 | 3>(1, 2, 3),
		text: lines,
		seconds: fc.integer({ min: 5, max: 600 }),
		explanation: maybe(lines),
		source: maybe(words(3)),
		picture: fc.option(fc.record({ alt: phrase, file: fc.constantFrom('UklGRg==', 'iVBORw0K') }), { nil: undefined }),
		asked: fc.oneof(choice, trueFalse, numeric, ordering, matching, text)
	})
	.map(({ asked, picture, ...rest }) => ({ ...rest, ...asked, ...(picture && { picture }) }));

/** Codes differ, as in every bank. */
export const bank = fc
	.array(question, { minLength: 1, maxLength: 6 })
	.map((questions) => questions.map((each, at): QuestionValue => ({ code: `CH${at + 1}`, ...each })));
