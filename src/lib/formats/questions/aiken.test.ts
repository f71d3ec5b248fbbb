// Aiken by Moodle's reader: each construct with what it becomes, and what is wrong with the others.
import { expect, test } from 'vitest';
import { readingOf } from './question-reading.fixture.ts';

const read = async (text: string) => {
	const { questions, problems } = await readingOf(text);
	return { questions, problems };
};

test.each<[construct: string, file: string, questions: string[], problems?: string[]]>([
	[
		'options with a full stop',
		'Thủ đô của nước ta là gì?\nA. Hà Nội\nB. Huế\nANSWER: A\n',
		['single Thủ đô của nước ta là gì? {*Hà Nội|Huế}']
	],
	['options with a bracket', 'Q?\nA) Hà Nội\nB) Huế\nC) Sài Gòn\nANSWER: C\n', ['single Q? {Hà Nội|Huế|*Sài Gòn}']],
	['a tab after the label, none at all', 'Q?\nA.\tx y\nB.z\nANSWER: B', ['single Q? {x y|*z}']],
	[
		'two questions without a blank line',
		'Q1?\nA. a\nB. b\nANSWER: A\nQ2?\nA. c\nB. d\nANSWER: B',
		['single Q1? {*a|b}', 'single Q2? {c|*d}']
	],
	['blank lines anywhere, also of one sign', 'Q?\n\nA. a\n \nB. b\n.\nANSWER: A\n\n', ['single Q? {*a|b}']],
	['line ends of Windows and a byte order mark', '\ufeffQ?\r\nA. a\r\nB. b\r\nANSWER: B\r\n', ['single Q? {a|*b}']],
	['only the first letter of the answer counts', 'Q?\nA. a\nB. b\nANSWER: B (chắc chắn)', ['single Q? {a|*b}']],
	[
		'a right answer no option has',
		'Q?\nA. a\nB. b\nANSWER: C\n\nR?\nA. a\nB. b\nANSWER: A',
		['single R? {*a|b}'],
		['1 option-out-of-range']
	],
	[
		'a question that is not finished',
		'Q?\nA. a\nB. b\nR?\nA. a\nB. b\nANSWER: A',
		['single R? {*a|b}'],
		['1 question-not-complete']
	],
	[
		'the last one not finished',
		'R?\nA. a\nB. b\nANSWER: A\nQ?\nA. a',
		['single R? {*a|b}'],
		['5 question-not-complete']
	],
	[
		'an answer without a question',
		'R?\nA. a\nB. b\nANSWER: A\nANSWER: B',
		['single R? {*a|b}'],
		['5 answer-without-question']
	],
	['one option', 'Q?\nA. a\nANSWER: A\nR?\nA. a\nB. b\nANSWER: A', ['single R? {*a|b}'], ['1 too-few-options']],
	[
		'more options than the bank has letters',
		`Q?\n${[...'ABCDEF'].map((l) => `${l}. ${l}${l}`).join('\n')}\nANSWER: A`,
		[],
		['1 too-many-options']
	],
	['true and false', 'Q?\nA. Đúng\nB. Sai\nANSWER: B', ['truefalse Q? {Đúng|*Sai}']]
])('%s', async (_, file, questions, problems = []) => {
	expect(await read(file)).toEqual({ questions, problems });
});
