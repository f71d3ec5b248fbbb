// `hoithi questions convert`: reads a file of questions in any format and writes it in another; it must not know any format.
import { writeFile } from 'node:fs/promises';
import type { Bilingual } from '#lib/contest/ids.ts';
import { problemSentence } from '#lib/formats/problem-sentence.ts';
import { lossSentence } from '#lib/formats/questions/losses.ts';
import { questionProblems, questionReport } from '#lib/formats/questions/question-report.ts';
import { readQuestionFile } from '#lib/formats/questions/read-question-file.ts';
import type { QuestionFormat } from '#lib/formats/questions/recognise.ts';
import { writeQuestions, type WrittenFormat } from '#lib/formats/questions/write-questions.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { readGivenFile } from './read-given-file.ts';

export interface ConvertOptions {
	from: QuestionFormat | 'auto';
	to: WrittenFormat;
	out?: string;
}

/**
 * Good questions are always written; bad when a question stayed out or the file cannot be read. Standard error says what
 * was wrong with the file and what the new format does not keep.
 */
export async function convertQuestions(file: string, { from, to, out }: ConvertOptions): Promise<ExitCode> {
	const given = await readGivenFile(file);
	if (typeof given === 'number') return given;
	const preview = await readQuestionFile(given, from);
	const questions = preview.rows.map(({ value }) => value);
	const bad = [...preview.fileProblems, ...preview.problems];
	for (const problem of [...bad, ...preview.notices, ...preview.rows.flatMap(({ warnings }) => warnings)]) {
		tell({ vi: problemSentence(problem, 'vi'), en: problemSentence(problem, 'en') });
	}
	if (to === 'json') await write(new TextEncoder().encode(questionReport(questions, questionProblems(preview))), out);
	else if (questions.length > 0) {
		const { bytes, losses } = await writeQuestions(questions, to);
		for (const loss of losses) tell(lossSentence(loss));
		await write(bytes, out);
	}
	return bad.length > 0 ? exitCodes.badFile : exitCodes.good;
}

function tell({ vi, en }: Bilingual): void {
	process.stderr.write(`${vi}\n${en}\n`);
}

async function write(bytes: Uint8Array, out: string | undefined): Promise<void> {
	if (out === undefined) process.stdout.write(bytes);
	else await writeFile(out, bytes);
}
