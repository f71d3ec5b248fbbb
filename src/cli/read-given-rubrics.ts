// Reads the rubrics file named on the command line, the one the console imports; it must not know which rules use it.
import type { RecordedRubric } from '#lib/contest/record/rubric.ts';
import { parseRubrics } from '#lib/formats/import-rubrics.ts';
import { problemSentence } from '#lib/formats/problem-sentence.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { readGivenFile } from './read-given-file.ts';

/** The rubrics, or how the command ends; then standard error says why. */
export async function readGivenRubrics(file: string): Promise<RecordedRubric[] | ExitCode> {
	const bytes = await readGivenFile(file);
	if (typeof bytes === 'number') return bytes;
	const { rows, problems, fileProblems } = await parseRubrics(bytes, file);
	const all = [...fileProblems, ...problems];
	for (const problem of all)
		for (const language of ['vi', 'en'] as const)
			process.stderr.write(`${file}: ${problemSentence(problem, language)}\n`);
	if (all.length > 0) return exitCodes.badFile;
	return rows.map(({ value: { code, name, maxCenti, criteria } }) => ({
		code,
		name,
		max: maxCenti,
		criteria: criteria.map((criterion) => ({
			code: criterion.code,
			name: criterion.name,
			min: criterion.minCenti,
			max: criterion.maxCenti,
			step: criterion.stepCenti,
			weight: criterion.weight,
			noteRequired: criterion.noteRequired
		}))
	}));
}
