// Files built to hold up whoever reads them: each is refused, or read, before the patience of a test ends.
import { expect, test } from 'vitest';
import { readQuestionFile } from './read-question-file.ts';

const most = 4_000_000;
const filled = (piece: string) => piece.repeat(Math.floor(most / new TextEncoder().encode(piece).length));
const xml = (inside: string, end = '</quiz>') => `<?xml version="1.0"?><quiz>${inside}${end}`;

test.each<[name: string, file: string]>([
	['blank lines alone', filled('\n')],
	['blanks in one line of a list', `Câu 1: Q?\n${filled(' ')}`],
	['options in one line', `Câu 1: ${filled(' A. x')}`],
	['options with blanks between', `Câu 1: Q\n${filled(`A. x${' '.repeat(3_900)}B\n`)}`],
	['answers in long lines', `Câu 1: Q\n${filled(`${'1A '.repeat(1_200)}!\n`)}`],
	['brackets of sources', `Câu 1: Q\n${filled(`${'(Nguồn: ('.repeat(300)}\n`)}`],
	['very many questions', filled('Câu 1: Q?\n*A. x\nB. y\n')],
	['GIFT with one question of very many answers', `Q{${filled('~%50%a#b')}}`],
	['GIFT with braces alone', filled('a{=')],
	[
		'comments in a text that are never closed',
		xml(`<question type="essay"><questiontext><text><![CDATA[${filled('<!--')}]]></text></questiontext></question>`)
	],
	['CDATA that is never closed', xml(filled('<![CDATA['), '')],
	['elements that are never closed', xml(filled('<a>'), '')],
	['very many questions of XML in one line', xml(filled('<question/>'))],
	['very many questions of JSON', `{"questions":[${filled('{},')}{}]}`]
])('%s', async (_, file) => {
	const { rows, problems, fileProblems } = await readQuestionFile(new TextEncoder().encode(file));
	expect(rows).toEqual([]);
	expect(problems.length + fileProblems.length).toBeGreaterThan(0);
	expect(problems.length).toBeLessThan(20_000);
});
