// Lists and tables in Word: how the right option stands out, numbers Word makes, tables, and files that are no Word files.
import { expect, test } from 'vitest';
import { readingOf } from '../question-reading.fixture.ts';
import { docx, level, numbered, p, table } from './docx.fixture.ts';

const red = '<w:color w:val="FF0000"/>';
const bold = '<w:b/>';
const underline = '<w:u w:val="single"/>';
const highlight = '<w:highlight w:val="yellow"/>';
const marked = (properties: string) => [p('Câu 1: Q?'), p('A. x'), p(['B. y', properties]), p('C. z')];
const lists =
	`<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', 'Câu %1:')}${level(1, 'upperLetter', '%2.')}</w:abstractNum>` +
	'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
const apart =
	`<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}</w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="1">${level(0, 'upperLetter', '%1)')}</w:abstractNum>` +
	'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
	'<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';

test.each<[construct: string, file: Uint8Array, questions: string[], problems?: string[]]>([
	['bold', docx(marked(bold)), ['single Q? {x|*y|z}']],
	['underlined', docx(marked(underline)), ['single Q? {x|*y|z}']],
	['red', docx(marked(red)), ['single Q? {x|*y|z}']],
	['highlighted', docx(marked(highlight)), ['single Q? {x|*y|z}']],
	['only the letter underlined', docx([p('Câu 1: Q?'), p('A. x'), p(['B', underline], '. y')]), ['single Q? {x|*y}']],
	[
		'all letters bold, one option red',
		docx([p(['Câu 1: Q?', bold]), p(['A.', bold], ' x'), p(['B.', bold], [' y', red])]),
		['single Q? {x|*y}']
	],
	[
		'all options bold tell nothing',
		docx([p('Câu 1: Q?'), p(['A. x', bold]), p(['B. y', bold])]),
		[],
		['1 no-right-option']
	],
	[
		'bold switched off',
		docx([p('Câu 1: Q?'), p(['A. x', '<w:b w:val="0"/>']), p(['B. y', bold])]),
		['single Q? {x|*y}']
	],
	[
		'one word bold inside an option tells nothing',
		docx([p('Câu 1: Q?'), p('A. rất ', ['KHÔNG', bold], ' dài và dài'), p('*B. y')]),
		['single Q? {rất KHÔNG dài và dài|*y}']
	],
	[
		'two underlined',
		docx([p('Câu 1: Q?'), p(['A. x', underline]), p(['B. y', underline]), p('C. z')]),
		['multiple Q? {*x|*y|z}']
	],
	['the mark and the answer below differ', docx([...marked(red), p('Đáp án: A')]), [], ['1 answers-differ']],
	[
		'options side by side, one underlined',
		docx([p('Câu 1: Q?'), p('A. 1930\t', ['B. 1945', underline], '\tC. 1954')]),
		['single Q? {1930|*1945|1954}']
	],
	['soft line breaks', docx([p('Câu 1: Q?\nA. x\n', ['B. y', red])]), ['single Q? {x|*y}']],
	[
		'numbers and letters made by Word',
		docx(
			[
				numbered(1, 0, 'Q?'),
				numbered(1, 1, 'x'),
				numbered(1, 1, ['y', red]),
				numbered(1, 0, 'R?'),
				numbered(1, 1, ['x', red]),
				numbered(1, 1, 'y')
			],
			lists
		),
		['single Q? {x|*y}', 'single R? {*x|y}']
	],
	[
		'a list of letters begun anew for each question',
		docx(
			[
				numbered(1, 0, 'Q?'),
				numbered(2, 0, 'x'),
				numbered(2, 0, ['y', bold]),
				numbered(1, 0, 'R?'),
				numbered(3, 0, ['x', bold]),
				numbered(3, 0, 'y')
			],
			apart
		),
		['single Q? {x|*y}', 'single R? {*x|y}']
	],
	[
		'a table of answers in two rows',
		docx([
			p('Câu 1: Q?'),
			p('A. x'),
			p('B. y'),
			p('Câu 2: R?'),
			p('A. x'),
			p('B. y'),
			p('BẢNG ĐÁP ÁN'),
			table(['Câu', '1', '2'], ['Đáp án', 'B', 'A'])
		]),
		['single Q? {x|*y}', 'single R? {*x|y}']
	],
	[
		'a table of answers in columns',
		docx([
			p('Câu 1: Q?'),
			p('A. x'),
			p('B. y'),
			p('Câu 2: R?'),
			p('A. x'),
			p('B. y'),
			p('ĐÁP ÁN'),
			table(['Câu', 'Đáp án'], ['1', 'B'], ['2', 'A'])
		]),
		['single Q? {x|*y}', 'single R? {*x|y}']
	],
	[
		'options in the cells of a table',
		docx([p('Câu 1: Q?'), table(['A. x', p(['B. y', red])], ['C. z', 'D. t'])]),
		['single Q? {x|*y|z|t}']
	],
	[
		'a question in each row of a table',
		docx([
			p('BỘ CÂU HỎI'),
			table(['STT', 'Câu hỏi', 'A', 'B', 'Đáp án'], ['1', 'Q?', 'x', 'y', 'B'], ['2', 'R?', 'x', 'y', ''])
		]),
		['single Q? {x|*y}'],
		['12 no-right-option']
	],
	[
		'text struck out under review is no text',
		docx([
			p('Câu 1: Q?').replace('</w:p>', '<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>'),
			p('*A. x'),
			p('B. y')
		]),
		['single Q? {*x|y}']
	],
	[
		'an old font',
		docx([p('C©u 1: Thñ ®« cña n­íc ta?'), p('A. HuÕ'), p('B. Hµ Néi'), p('§¶ng bé tØnh')]),
		[],
		['- old-font']
	],
	['a document type', docx(['<!DOCTYPE a [<!ENTITY b "c">]>']), [], ['- archive-not-safe']],
	['damaged XML', docx(['<w:p><w:r>']), [], ['- not-a-document']],
	['nothing to read', docx([p('Kính gửi')]), [], ['- no-questions']],
	['a bomb', docx([p('x'.repeat(30_000_000))]), [], ['- archive-not-safe']]
])('%s', async (_, file, questions, problems = []) => {
	const read = await readingOf(file);
	expect({ questions: read.questions, problems: read.problems }).toEqual({ questions, problems });
});

test('a picture is left out with a warning; the number in the list says where', async () => {
	const drawn = p('Câu 7: Q?').replace('</w:r>', '<w:drawing/></w:r>');
	const read = await readingOf(docx([drawn, p('*A. x'), p('B. y')]));
	expect(read.warnings).toEqual(['1 picture-left-out']);
});

test('a workbook inside a Word file is never opened', async () => {
	const file = docx([p('Câu 1: Q?'), p('*A. x'), p('B. y')], undefined, { 'word/embeddings/a.xlsx': 'x' });
	expect((await readingOf(file)).questions).toEqual(['single Q? {*x|y}']);
});

test('an old Word file is told from an old Excel file', async () => {
	const ole = (stream: string) =>
		new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(stream, 'utf16le')]));
	expect((await readingOf(ole('WordDocument'))).problems).toEqual(['- old-word']);
	expect((await readingOf(ole('Workbook'))).problems).toEqual(['- not-a-workbook']);
});
