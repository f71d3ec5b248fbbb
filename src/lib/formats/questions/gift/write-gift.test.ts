// What is written as GIFT is read by another program's grammar of it (gift-pegjs), beside our own reader.
import { parse } from 'gift-pegjs';
import { expect, test } from 'vitest';
import type { QuestionValue } from '../../import-values.ts';
import { writeQuestions } from '../write-questions.ts';

const plain = { topic: 'Sử', difficulty: 2 as const, seconds: 30, explanation: 'Vì thế: {a}', source: '', targets: [] };
const options: QuestionValue['options'] = [
	{ id: 'A', text: 'a = b' },
	{ id: 'B', text: 'c ~ d' }
];

test.each<[string, Pick<QuestionValue, 'kind' | 'options' | 'correct'> & { targets?: QuestionValue['targets'] }]>([
	['MC', { kind: 'single', options, correct: { kind: 'options', options: ['B'] } }],
	['MC', { kind: 'multiple', options, correct: { kind: 'options', options: ['A', 'B'] } }],
	[
		'TF',
		{
			kind: 'truefalse',
			options: [
				{ id: 'A', text: 'Đúng' },
				{ id: 'B', text: 'Sai' }
			],
			correct: { kind: 'options', options: ['B'] }
		}
	],
	['Numerical', { kind: 'numeric', options: [], correct: { kind: 'number', value: '3.14', tolerance: '0.01' } }],
	['Short', { kind: 'text', options: [], correct: { kind: 'text', value: 'Trần Phú', alsoCorrect: ['Phú #1'] } }],
	[
		'Matching',
		{
			kind: 'matching',
			options,
			targets: [
				{ id: '1', text: 'x' },
				{ id: '2', text: 'y' }
			],
			correct: { kind: 'pairs', pairs: { A: '1', B: '2' } }
		}
	]
])('%s: %j', async (type, asked) => {
	const { bytes, losses } = await writeQuestions(
		[{ code: 'K1', text: 'Năm nào? (http://x.vn)', ...plain, ...asked }],
		'gift'
	);
	expect(losses).toEqual([]);
	const read = parse(new TextDecoder().decode(bytes));
	expect(read.map((question) => question.type)).toEqual(['Category', type]);
	expect(read[1]).toMatchObject({ stem: { text: 'Năm nào? (http://x.vn)' } });
});
