// Bank → file → bank: in every format the same bank, but for what was reported; nothing is lost silently and nothing is reported that is not lost.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QuestionValue } from '../import-values.ts';
import type { Loss, LostField } from './losses.ts';
import { questionReport } from './question-report.ts';
import { bank } from './questions.arbitrary.fixture.ts';
import { readQuestionFile } from './read-question-file.ts';
import { inRightOrder } from './right-answers.ts';
import { writeQuestions, writtenFormats } from './write-questions.ts';

const written = async (questions: QuestionValue[], to: (typeof writtenFormats)[number]) =>
	to === 'json'
		? { bytes: new TextEncoder().encode(questionReport(questions, [])), losses: [] }
		: writeQuestions(questions, to);

/** What a field says; of a question with lost line ends the words, of one with lost order the right order. */
function without(question: QuestionValue, lost: readonly LostField[]): object {
	const order = lost.includes('order') ? { options: [], correct: inRightOrder(question) } : {};
	const text = lost.includes('lines') ? { text: question.text.replaceAll('\n', ' ') } : {};
	const gone = Object.fromEntries(lost.map((field) => [field, undefined]));
	return { ...question, ...gone, ...order, ...text };
}

test.each(writtenFormats)('%s', async (to) => {
	await fc.assert(
		fc.asyncProperty(bank, async (questions) => {
			const { bytes, losses } = await written(questions, to);
			const lossOf = (code: string): Loss['fields'] => losses.find((loss) => loss.code === code)?.fields ?? [];
			const kept = questions.filter(({ code }) => lossOf(code) !== 'all');
			const from = to === 'csv' || to === 'xlsx' ? 'table' : to;
			const { rows, problems, fileProblems } = await readQuestionFile(bytes, from);
			expect(problems).toEqual([]);
			// A file in which nothing could be written has no question to read.
			expect(
				fileProblems.map(({ code }) => code).filter((code) => !(kept.length === 0 && code.startsWith('import/')))
			).toEqual([]);
			expect(rows).toHaveLength(kept.length);
			for (const [at, question] of kept.entries()) {
				const fields = lossOf(question.code);
				const back = rows[at]?.value;
				if (fields === 'all' || !back) throw new Error('a question is missing');
				expect(without(back, fields)).toEqual(without(question, fields));
				const named = fields.filter((field) => field !== 'lines' && field !== 'order');
				for (const field of named) expect(back[field]).not.toEqual(question[field]);
			}
		}),
		{ numRuns: to === 'xlsx' ? 40 : 150 }
	);
});

test('sheets and JSON lose nothing of an ordinary question without a picture; what the others lose', async () => {
	const question: QuestionValue = {
		code: 'LS01',
		topic: 'Lịch sử',
		difficulty: 3,
		kind: 'single',
		text: 'Đảng ra đời năm nào?',
		options: [
			{ id: 'A', text: '1930' },
			{ id: 'B', text: '1945' }
		],
		targets: [],
		correct: { kind: 'options', options: ['A'] },
		seconds: 20,
		explanation: 'Ngày 03/02/1930.',
		source: 'Giáo trình'
	};
	const lost = await Promise.all(writtenFormats.map(async (to) => [to, (await written([question], to)).losses]));
	expect(lost).toEqual([
		['json', []],
		['csv', []],
		['xlsx', []],
		['gift', []],
		['aiken', [{ code: 'LS01', fields: ['code', 'topic', 'difficulty', 'seconds', 'explanation', 'source'] }]],
		['moodle-xml', []]
	]);
});

test('R332 a picture goes through JSON and Moodle XML; the report of every other format says that it stays behind', async () => {
	const question: QuestionValue = {
		code: 'BD01',
		topic: 'Địa lý',
		difficulty: 1,
		kind: 'numeric',
		text: 'Tỉnh tô đậm là tỉnh nào?\nGhi số trên bản đồ.',
		options: [],
		targets: [],
		correct: { kind: 'number', value: '7', tolerance: '0' },
		picture: { alt: 'Bản đồ «1 < 2» & "chú giải"', file: 'UklGRg==' },
		seconds: 20,
		explanation: '',
		source: ''
	};
	for (const to of writtenFormats) {
		const { bytes, losses } = await written([question], to);
		const { rows } = await readQuestionFile(bytes);
		const carries = to === 'json' || to === 'moodle-xml';
		expect(
			rows.map(({ value }) => value.picture),
			to
		).toEqual(to === 'aiken' ? [] : [carries ? question.picture : undefined]);
		expect(losses.flatMap(({ fields }) => fields).includes('picture'), to).toBe(!carries && to !== 'aiken');
	}
});
