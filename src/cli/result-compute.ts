// `hoithi result compute`: the result of a contest file, computed anew, so that anybody can check it; it must not change the file.
import { computeResult } from '#lib/contest/result/compute.ts';
import { readContestFile } from '#lib/formats/contest-file/read-contest-file.ts';
import { inPlainText } from '#lib/formats/json-document/plain-text.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { readGivenFile, tellProblems } from './read-given-file.ts';
import { resultText } from './result-text.ts';

export interface ResultOptions {
	/** The whole result as canonical JSON instead of text. */
	json: boolean;
	lang: 'vi' | 'en';
}

export async function computeResultOf(file: string, { json, lang }: ResultOptions): Promise<ExitCode> {
	const bytes = await readGivenFile(file);
	if (typeof bytes === 'number') return bytes;
	const reading = readContestFile(bytes);
	if (!reading.ok) {
		tellProblems(reading.problems);
		return exitCodes.badFile;
	}
	const result = computeResult(reading.value);
	process.stdout.write(
		json ? `${JSON.stringify(inPlainText(result), null, '\t')}\n` : resultText(reading.value, result, lang)
	);
	return exitCodes.good;
}
