// Sheets by the published templates of Kahoot and Quizizz, Blooket's, our own, and tables as people keep them.
import { expect, test } from 'vitest';
import { workbook } from '../write-workbook.ts';
import { readingOf } from './question-reading.fixture.ts';

/** A workbook whose rows stand as given, with the first one as its header row. */
function sheet(...rows: (string | number)[][]): Promise<Uint8Array> {
	const width = Math.max(...rows.map((row) => row.length));
	const [first = [], ...others] = rows;
	const titles = Array.from({ length: width }, (_, at) => String(first[at] ?? ''));
	return workbook([{ name: 'Sheet1', columns: titles.map((title) => ({ title, kind: 'text' })), rows: others }]);
}

const kahootHeader = [
	'',
	'Question - max 120 characters',
	'Answer 1 - max 75 characters',
	'Answer 2 - max 75 characters',
	'Answer 3 - max 75 characters',
	'Answer 4 - max 75 characters',
	'Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs',
	'Correct answer(s) - choose at least one'
];
const above = [
	['', 'Quiz template'],
	['', 'Add questions, at least two answer alternatives, time limit and choose correct answers.'],
	['', 'Remember: questions have a limit of 120 characters.']
];
const quizizzHeader = [
	'Question Text',
	'Question Type',
	'Option 1',
	'Option 2',
	'Option 3',
	'Option 4',
	'Option 5',
	'Correct Answer',
	'Time in seconds',
	'Image Link',
	'Answer explanation'
];
const help = [
	'Text of the question\n\n(required)',
	'Question Type\n\n(default is Multiple Choice)',
	'Text for option 1',
	'',
	'',
	'',
	'',
	'The correct option number'
];

test.each<
	[construct: string, rows: (string | number)[][], questions: string[], problems?: string[], warnings?: string[]]
>([
	[
		'Kahoot: one right answer, its number as a number',
		[...above, kahootHeader, [1, 'Thủ đô?', 'Hà Nội', 'Huế', '', '', 20, 1]],
		['single Thủ đô? {*Hà Nội|Huế} giây=20']
	],
	[
		'Kahoot: several right answers',
		[...above, kahootHeader, [1, 'Q?', 'a', 'b', 'c', 'd', 30, '1,3']],
		['multiple Q? {*a|b|*c|d}'],
		[],
		['5 any-right-answer']
	],
	[
		'Kahoot: numbered but empty rows are no questions',
		[...above, kahootHeader, [1, 'Q?', 'a', 'b', '', '', 30, '2'], [2], [3]],
		['single Q? {a|*b}']
	],
	[
		'Kahoot: header in the first row, other dashes and capitals',
		[kahootHeader.map((title) => title.replace(/[–-]/g, '—').toUpperCase()), [1, 'Q?', 'a', 'b', '', '', 60, '2']],
		['single Q? {a|*b} giây=60']
	],
	[
		'Kahoot: an answer that is not there',
		[...above, kahootHeader, [1, 'Q?', 'a', 'b', '', '', 30, '4'], [2, 'R?', 'a', 'b', '', '', 30, '1']],
		['single R? {*a|b}'],
		['5 option-out-of-range']
	],
	[
		'Kahoot: no time, no right answer',
		[...above, kahootHeader, [1, 'Q?', 'a', 'b', '', '', '', '']],
		[],
		['5 no-right-option']
	],
	[
		'Kahoot: longer than it takes is kept',
		[...above, kahootHeader, [1, 'x'.repeat(121), 'y'.repeat(76), 'b', '', '', 30, '1']],
		[`single ${'x'.repeat(121)} {*${'y'.repeat(76)}|b}`],
		[],
		['5 longer-than-kahoot', '5 longer-than-kahoot']
	],
	[
		'Kahoot: true and false',
		[...above, kahootHeader, [1, 'Q.', 'True', 'False', '', '', 20, '2']],
		['truefalse Q. {Đúng|*Sai} giây=20']
	],
	[
		'Blooket: a title above, the question in its own column',
		[
			['Blooket\nImport Template'],
			[
				'Question #',
				'Question Text',
				'Answer 1',
				'Answer 2',
				'Answer 3\n(Optional)',
				'Answer 4\n(Optional)',
				'Time Limit (sec)\n(Max: 300 seconds)',
				'Correct Answer(s)\n(Only include Answer #)'
			],
			[1, 'Q?', 'a', 'b', '', '', 20, 2]
		],
		['single Q? {a|*b} giây=20']
	],
	[
		'Quizizz: the row of help is no question',
		[quizizzHeader, help, ['Q?', 'Multiple Choice', 'a', 'b', '', '', '', 2, 30]],
		['single Q? {a|*b}']
	],
	[
		'Quizizz: checkbox',
		[quizizzHeader, ['Q?', 'Checkbox', 'a', 'b', 'c', '', '', '1,3', 45]],
		['multiple Q? {*a|b|*c} giây=45']
	],
	[
		'Quizizz: five options and an explanation',
		[quizizzHeader, ['Q?', 'Multiple Choice', 'a', 'b', 'c', 'd', 'e', 5, 30, '', 'Vì thế.']],
		['single Q? {a|b|c|d|*e} giải thích=Vì thế.']
	],
	[
		'Quizizz: fill in the blank',
		[quizizzHeader, ['Ai?', 'Fill-in-the-Blank', 'Trần Phú', 'Trần; Phú', '', '', '', '', 30]],
		['text Ai? {Trần Phú;Trần; Phú}']
	],
	[
		'Quizizz: open-ended, poll, draw, by name',
		[
			quizizzHeader,
			['Q?', 'Open-Ended'],
			['Q?', 'Poll', 'a', 'b'],
			['Q?', 'Draw'],
			['R?', '', 'a', 'b', '', '', '', 1, 30]
		],
		['single R? {*a|b}'],
		['2 kind-not-taken', '3 kind-not-taken', '4 kind-not-taken']
	],
	[
		'Quizizz: a picture',
		[quizizzHeader, ['Q?', 'Multiple Choice', 'a', 'b', '', '', '', 1, 30, 'https://vi.du/a.png']],
		['single Q? {*a|b}'],
		[],
		['2 picture-left-out']
	],
	[
		'Quizizz: older, without option 5 and explanation',
		[
			[
				'Question Text',
				'Question Type',
				'Option 1',
				'Option 2',
				'Option 3',
				'Option 4',
				'Correct Answer',
				'Time in seconds'
			],
			['Q?', 'Multiple Choice', 'a', 'b', '', '', 1, 30]
		],
		['single Q? {*a|b}']
	],
	[
		'Quizizz: 15 minutes are too long',
		[quizizzHeader, ['Q?', 'Multiple Choice', 'a', 'b', '', '', '', 1, 900]],
		[],
		['2 seconds-not-valid']
	],
	[
		'a table without codes, answers as letters',
		[
			['STT', 'Câu hỏi', 'A', 'B', 'C', 'D', 'Đáp án'],
			[1, 'Q?', 'a', 'b', 'c', 'd', 'B'],
			[2, 'R?', 'a', 'b', '', '', 'A, B']
		],
		['single Q? {a|*b|c|d}', 'multiple R? {*a|*b}']
	],
	[
		'a table without codes, answers in words or numbers',
		[
			['Câu hỏi', 'A', 'B', 'Đáp án'],
			['Q?', 'Hà Nội', 'Huế', 'Huế'],
			['R?', 'a', 'b', '2'],
			['Năm?', '', '', '1930'],
			['Đ?', '', '', 'Sai']
		],
		['single Q? {Hà Nội|*Huế}', 'single R? {a|*b}', 'numeric Năm? {1930±0}', 'truefalse Đ? {Đúng|*Sai}']
	],
	[
		'the template with marks inside texts',
		[
			[
				'Mã câu hỏi',
				'Chủ đề',
				'Độ khó',
				'Loại câu hỏi',
				'Câu hỏi',
				'Phương án A',
				'Phương án B',
				'Đáp án đúng',
				'Thời gian (giây)'
			],
			['K1', 'Sử', '1', 'matching', 'Ghép', 'a \\= b = c', 'd = e = f', '', '20'],
			['K2', 'Sử', '1', 'text', 'Ai?', '', '', 'a\\;b; c', '20']
		],
		['matching Ghép {a = b=c|d=e = f} mã=K1 chủ đề=Sử mức=1 giây=20', 'text Ai? {a;b;c} mã=K2 chủ đề=Sử mức=1 giây=20']
	]
])('%s', async (_, rows, questions, problems = [], warnings = []) => {
	const read = await readingOf(await sheet(...rows));
	expect({ questions: read.questions, problems: read.problems, warnings: read.warnings }).toEqual({
		questions,
		problems,
		warnings
	});
});

test('Kahoot and Quizizz as CSV, with commas in a quoted header', async () => {
	const quoted = (cells: string[]) => cells.map((cell) => `"${cell}"`).join(',');
	const kahoot = `${quoted(kahootHeader)}\n1,Q?,a,b,,,20,1\n`;
	expect((await readingOf(kahoot)).questions).toEqual(['single Q? {*a|b} giây=20']);
	expect((await readingOf(`${quizizzHeader.join(';')}\nQ?;Multiple Choice;a;b;;;;1;30`)).questions).toEqual([
		'single Q? {*a|b}'
	]);
});

test('the same question twice keeps both apart and asks for a look', async () => {
	const read = await readingOf(
		await sheet(['Câu hỏi', 'A', 'B', 'Đáp án'], ['Q?', 'a', 'b', 'A'], ['Q?', 'a', 'b', 'A'])
	);
	expect(read.questions).toHaveLength(2);
	expect(read.warnings).toEqual(['2 duplicate-text', '3 duplicate-text']);
});
